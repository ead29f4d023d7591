from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged

from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestReportStore(ReportCase):
    """Every kept file is found by type, year, class and author; versions stay."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        Report = cls.env["vsoko.report"].with_user(cls.deputy).with_context(lang="ru_RU")
        cls.about_class = Report.create(
            {"type": "class_results", "period_id": cls.q1.id, "class_id": cls.class_5a.id}
        )
        cls.approve()
        cls.approve(cls.about_class)

    def files(self, role="director", domain=()):
        return self.env["vsoko.report.file"].with_user(self.users[role]).search(list(domain))

    def test_all_formats_with_names_for_people(self):
        files = self.files(domain=[("report_id", "=", self.report.id)])
        self.assertEqual(
            sorted(files.mapped("name")),
            [
                f"ВСОКО_Итоги-учебного-периода_{self.q1.name.replace(' ', '-')}_2025-2026.{kind}"
                for kind in ("csv", "docx", "pdf", "xlsx")
            ],
        )
        self.assertEqual(set(files.mapped("extension")), {"csv", "docx", "pdf", "xlsx"})
        self.assertTrue(all(file.size > 0 for file in files))

    def test_found_by_type_year_class_and_author(self):
        about = self.about_class
        for condition in (
            ("type", "=", "class_results"),
            ("class_id", "=", self.class_5a.id),
            ("report_id", "=", about.id),
        ):
            with self.subTest(condition):
                self.assertEqual(self.files(domain=[condition]).report_id, about)
        of_both = self.report | about
        mine = [("author_id", "=", self.deputy.id), ("year_id", "=", self.year.id)]
        self.assertEqual(self.files(domain=mine).report_id, of_both)
        self.assertFalse(self.files(domain=[("author_id", "=", self.director.id)]))

    def test_versions_are_kept(self):
        action = self.report.with_user(self.deputy).action_new_version()
        later = self.env["vsoko.report"].with_user(self.deputy).browse(action["res_id"])
        self.approve(later.with_context(lang="ru_RU"))
        files = self.files(domain=[("extension", "=", "pdf"), ("type", "=", "period_results")])
        self.assertEqual(sorted(files.mapped("version")), [1, 2])
        self.assertEqual(len(set(files.mapped("name"))), 2)

    def test_files_of_drafts_and_of_other_records(self):
        draft = self.env["vsoko.report"].with_user(self.deputy).create({"period_id": self.q1.id})
        self.assertFalse(self.files(domain=[("report_id", "=", draft.id)]))
        draft._attach_files(["xlsx"])
        self.assertEqual(self.files(domain=[("report_id", "=", draft.id)]).state, "draft")
        self.env["ir.attachment"].create(
            {"name": "x.pdf", "raw": b"x", "res_model": "res.partner", "res_id": self.report.id}
        )
        self.assertFalse(self.files(domain=[("name", "=", "x.pdf")]))

    def test_everybody_finds_the_files_of_the_reports_he_may_read(self):
        for role, user in self.users.items():
            Report = self.env["vsoko.report"].with_user(user)
            with self.subTest(role):
                if not Report.has_access("read"):
                    with self.assertRaises(AccessError):
                        self.files(role)
                    continue
                readable = Report.search([("state", "!=", "draft")])
                self.assertEqual(self.files(role).report_id, readable)
        # the first teacher is the homeroom teacher of 5А, the councils see the school alone
        self.assertEqual(self.files("teacher").report_id, self.about_class)
        self.assertEqual(self.files("pedagogical_council").report_id, self.report)

    def test_nobody_writes_here(self):
        file = self.files()[:1]
        for action in (lambda: file.write({"name": "x"}), file.unlink):
            with self.assertRaises(AccessError):
                action()


@tagged("post_install", "-at_install")
class TestReportStoreDownload(ReportCase, HttpCase):
    def test_the_file_itself(self):
        self.approve()
        file = self.env["vsoko.report.file"].with_user(self.director).search([], limit=1)
        self.authenticate(self.director.login, self.director.login)
        response = self.url_open(file.action_download()["url"])
        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.content, self.env["ir.attachment"].browse(file.id).raw)
        self.authenticate(self.users["teacher"].login, self.users["teacher"].login)
        self.assertEqual(self.url_open(file.action_download()["url"]).status_code, 404)
