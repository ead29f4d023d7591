from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .evidence.common import AssessmentCase

HUGE = 10**30
ABSENT = (
    "/my/vsoko/indicator/%00",
    "/my/vsoko/indicator/a%00b",
    f"/my/vsoko/publication/{HUGE}",
    f"/my/vsoko/publication/{HUGE}/file/{HUGE}",
    "/my/vsoko/publication/1/indicator/%00",
    f"/vsoko/{HUGE}",
    f"/vsoko/{HUGE}/file/0",
    f"/vsoko/import/{HUGE}/remarks",
    "/vsoko/import/template/%00",
    "/vsoko/import/template/order",
    f"/vsoko/assessment/{HUGE}/sheet",
    "/vsoko/assessment/0/sheet",
    f"/vsoko/report/{HUGE}/pdf",
    f"/vsoko/test/{HUGE}/pdf",
    f"/vsoko/schedule/{HUGE}/pdf",
    "/report/html/vsoko_module.report_vsoko_paper/1",
    "/report/html/vsoko_module.report_vsoko_order",
    "/report/html/vsoko_module.report_vsoko_order/x",
    f"/report/pdf/vsoko_module.report_vsoko_document/{HUGE}",
    "/report/pdf/vsoko_module.%00/1",
)
# an address that exists, with something impossible after it: it is left out
FINE = (
    "/my/vsoko?school=%00",
    f"/my/vsoko?school={HUGE}",
    "/my/vsoko?school=²",
    f"/vsoko/import/template/marks?year_id={HUGE}&class_id=²&period_id=-1",
)


@tagged("post_install", "-at_install")
class TestWrongAddresses(AssessmentCase, HttpCase):
    """An address that leads nowhere is answered as such, whatever stands in it."""

    def get(self, path):
        login = self.users["director"].login
        self.authenticate(login, login)
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            return self.url_open(path, allow_redirects=False).status_code

    def test_no_page_is_found(self):
        for path in ABSENT:
            with self.subTest(path):
                self.assertEqual(self.get(path), 404)

    def test_impossible_choices_are_left_out(self):
        for path in FINE:
            with self.subTest(path):
                self.assertIn(self.get(path), (200, 303, 422))

    def test_an_order_is_printed_from_orders_alone(self):
        report = self.env["vsoko.report"].create(
            {"type": "period_results", "period_id": self.q1.id}
        )
        self.assertEqual(self.get(f"/report/html/vsoko_module.report_vsoko_order/{report.id}"), 404)
        page = f"/report/html/vsoko_module.report_vsoko_document/{report.id}"
        self.assertEqual(self.get(page), 200)
