from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestReportDownload(ReportCase, HttpCase):
    def get(self, role, extension="xlsx", report_id=None):
        login = role and self.users[role].login
        self.authenticate(login, login)
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            return self.url_open(
                f"/vsoko/report/{report_id or self.report.id}/{extension}", allow_redirects=False
            )

    def test_who_may_read_gets_the_file(self):
        answer = self.get("administration")
        self.assertEqual(answer.status_code, 200)
        self.assertTrue(answer.content.startswith(b"PK"))
        self.assertIn("attachment", answer.headers["Content-Disposition"])
        self.assertEqual(self.get("pedagogical_council").status_code, 403)
        self.approve()
        self.assertEqual(self.get("pedagogical_council").status_code, 200)

    def test_others_get_nothing(self):
        self.approve()
        for role in ("teacher", "user", "governing_council", "family"):
            with self.subTest(role):
                self.assertIn(self.get(role).status_code, (403, 404))
        self.assertIn(self.get(None).status_code, (303, 403, 404))

    def test_unknown_report_and_kind(self):
        self.assertIn(self.get("administration", report_id=2**30).status_code, (403, 404))
        self.assertEqual(self.get("administration", extension="exe").status_code, 404)
