from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.vsoko_module.tests.common import make_user
from odoo.addons.vsoko_module.tests.reporting.report_case import ReportCase

from ..hooks import post_init_hook, uninstall_hook


@tagged("post_install", "-at_install")
class TestDocuments(ReportCase):
    """The real `dms`: files of approved reports in directories, by the rights of the reports."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.about_class = (
            cls.env["vsoko.report"]
            .with_user(cls.deputy)
            .with_context(lang="ru_RU")
            .create({"type": "class_results", "period_id": cls.q1.id, "class_id": cls.class_5a.id})
        )
        cls.school = cls.approve()
        cls.of_class = cls.approve(cls.about_class)
        cls.settle()

    @classmethod
    def settle(cls):
        # dms searches permissions by SQL of its own
        cls.env.flush_all()
        cls.env.invalidate_all()

    def documents(self, report, user=None):
        Directory = self.env["dms.directory"].with_user(user or self.env.user)
        directory = Directory.search(
            [("res_model", "=", "vsoko.report"), ("res_id", "=", report.id)]
        )
        return (
            self.env["dms.file"]
            .with_user(user or self.env.user)
            .search([("directory_id", "in", directory.ids)])
        )

    def attachments(self, report):
        return self.env["ir.attachment"].search(
            [("res_model", "=", "vsoko.report"), ("res_id", "=", report.id)]
        )

    def refuses(self, action):
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            action()

    def test_directories_by_year_and_kind(self):
        documents = self.documents(self.school)
        self.assertEqual(
            documents.directory_id.complete_name.split(" / "),
            ["ВСОКО", "2025-2026", "Итоги учебного периода", self.school.name.replace("/", "-")],
        )
        self.assertEqual(sorted(documents.mapped("extension")), ["csv", "docx", "pdf", "xlsx"])
        years = self.documents(self.of_class).directory_id.parent_id.parent_id
        self.assertEqual(years, documents.directory_id.parent_id.parent_id)

    def test_nothing_is_stored_twice(self):
        documents = self.documents(self.school)
        self.assertEqual(documents.attachment_id, self.attachments(self.school))
        self.assertFalse(any(documents.mapped("content_binary")))
        self.assertFalse(any(documents.mapped("content_file")))
        pdf = documents.filtered(lambda document: document.extension == "pdf")
        self.assertEqual(pdf.content, pdf.attachment_id.datas)
        self.assertEqual(pdf.size, pdf.attachment_id.file_size)

    def test_drafts_are_not_there(self):
        draft = self.env["vsoko.report"].with_user(self.deputy).create({"period_id": self.q1.id})
        draft._attach_files(["xlsx"])
        self.assertFalse(self.documents(draft))

    def test_everybody_sees_the_files_of_the_reports_he_may_read(self):
        for role, user in self.users.items():
            Report = self.env["vsoko.report"].with_user(user)
            seen = self.documents(self.school, user), self.documents(self.of_class, user)
            readable = (
                Report.search([]) & (self.school | self.of_class)
                if Report.has_access("read")
                else Report
            )
            with self.subTest(role):
                self.assertEqual(bool(seen[0]), self.school in readable)
                self.assertEqual(bool(seen[1]), self.of_class in readable)
        teacher = self.users["teacher"]
        self.assertFalse(self.documents(self.school, teacher))
        self.assertEqual(len(self.documents(self.of_class, teacher)), 4)

    def test_another_school_sees_nothing(self):
        company = self.env["res.company"].create({"name": "Школа № 2"})
        director = make_user(
            self.env, "second_director", "director", "dms.group_dms_manager", company=company
        )
        self.assertFalse(self.documents(self.school, director))
        self.assertTrue(self.documents(self.school, self.director))

    def test_nobody_changes_them_by_hand(self):
        manager = make_user(self.env, "manager", "director", "dms.group_dms_manager")
        for user in (self.deputy, self.director, manager):
            file = self.documents(self.school, user)[:1]
            self.assertTrue(file)
            directory = file.directory_id
            year = directory.parent_id.parent_id
            with self.subTest(user.login):
                self.refuses(lambda file=file: file.write({"name": "x.pdf"}))
                self.refuses(file.unlink)
                self.refuses(directory.unlink)
                self.refuses(lambda year=year: year.copy({"name": "x"}))
                self.refuses(
                    lambda directory=directory, file=file: file.create(
                        {"name": "x.txt", "directory_id": directory.id, "content": "eA=="}
                    )
                )
        self.assertEqual(len(self.documents(self.school)), 4)

    def test_a_token_opens_nothing(self):
        file = self.documents(self.of_class)[:1]
        for record in (file, file.directory_id):
            token = record._portal_ensure_token()
            with self.subTest(record._name):
                self.assertTrue(token)
                self.assertFalse(record.check_access_token(token))
        elsewhere = self.env["dms.storage"].create({"name": "Other", "save_type": "database"})
        other = self.env["dms.directory"].create(
            {"name": "Other", "is_root_directory": True, "storage_id": elsewhere.id}
        )
        self.assertTrue(other.check_access_token(other._portal_ensure_token()))

    def test_a_new_version_comes_beside_the_old_one(self):
        action = self.school.with_user(self.deputy).action_new_version()
        later = self.env["vsoko.report"].with_user(self.deputy).browse(action["res_id"])
        self.approve(later.with_context(lang="ru_RU"))
        self.settle()
        old, new = self.documents(self.school), self.documents(later)
        self.assertEqual((len(old), len(new)), (4, 4))
        self.assertEqual(old.directory_id.parent_id, new.directory_id.parent_id)
        self.assertNotEqual(old.directory_id.name, new.directory_id.name)

    def test_a_removed_file_goes_from_there_too(self):
        self.attachments(self.school)[0].unlink()
        self.assertEqual(len(self.documents(self.school)), 3)

    def test_reports_of_earlier_days_are_shown_once(self):
        before = self.documents(self.school)
        post_init_hook(self.env)
        self.assertEqual(self.documents(self.school), before)
        self.env["dms.storage"].search([("is_vsoko", "=", True)])._remove_vsoko()
        self.assertFalse(self.documents(self.school))
        post_init_hook(self.env)
        self.assertEqual(self.documents(self.school).attachment_id, self.attachments(self.school))
        self.assertEqual(len(self.documents(self.school)), 4)

    def test_without_the_addon_the_files_stay_with_their_reports(self):
        kept = self.attachments(self.school)
        uninstall_hook(self.env)
        self.assertFalse(self.env["dms.storage"].search([("is_vsoko", "=", True)]))
        self.assertEqual(self.attachments(self.school), kept)
        self.assertTrue(all(kept.mapped("raw")))
