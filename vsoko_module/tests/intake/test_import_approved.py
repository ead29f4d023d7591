from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import make_user, make_users
from .common import ImportCase

LEDGER = "svod/svod_9A_Q1.xlsx"


@tagged("post_install", "-at_install")
class TestImportAndApproval(ImportCase):
    """Approved periods, rights, and the number of statements."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.load_base()
        cls.director = make_user(cls.env(su=True), "import_director", "director")

    def approve(self, period):
        period.action_calculate()
        period.with_user(self.director).action_approve()

    def test_an_approved_period_refuses_new_marks(self):
        self.approve(self.q1)
        record = self.upload(LEDGER)
        record.action_check()
        self.assertEqual(self.counts(record), (0, 0, 0, 1))
        with self.assertRaises(UserError):
            record.action_load()
        self.assertFalse(self.env["vsoko.mark"].search_count([]))

    def test_marks_that_are_there_already_are_no_error(self):
        self.load(LEDGER)
        self.approve(self.q1)
        copy = self.upload("svod/svod_9A_Q1.xlsx")
        copy.action_check()
        self.assertEqual(self.counts(copy), (0, 0, 336, 0))

    def test_a_load_of_an_approved_period_stays(self):
        record = self.load(LEDGER)
        self.approve(self.q1)
        with self.assertRaises(UserError):
            record.action_undo()
        self.assertEqual(self.env["vsoko.mark"].search_count([]), 336)

    def test_open_periods_of_the_same_file_are_loaded(self):
        self.approve(self.q1)
        record = self.upload("svod/svod_year_6A.xlsx")
        record.action_load()
        self.assertEqual(self.counts(record), (880, 0, 0, 1))
        marks = self.env["vsoko.mark"].search([])
        self.assertNotIn(self.q1, marks.period_id)

    def test_only_the_administration_imports(self):
        roles = ("teacher", "association_head", "methodical_council", "specialist")
        users = make_users(self.env(su=True), {f"import_{role}": [role] for role in roles})
        record = self.upload(LEDGER)
        for login, user in users.items():
            with self.subTest(login), self.assertRaises(AccessError):
                self.env["vsoko.import"].with_user(user).create({"name": "a", "file": b"MQ=="})
            with self.subTest(login), self.assertRaises(AccessError):
                record.with_user(user).action_load()

    def test_imports_of_another_school_are_not_seen(self):
        school = self.env(su=True)["res.company"].create({"name": "Другая школа"})
        user = make_user(self.env(su=True), "import_other", "administration", company=school)
        record = self.upload(LEDGER)
        record.action_check()
        other = self.env(user=user)
        self.assertFalse(other["vsoko.import"].search([]))
        self.assertFalse(other["vsoko.import.issue"].search([]))
        with self.assertRaises(AccessError):
            record.with_user(user).read(["name"])

    def test_the_number_of_statements_does_not_depend_on_marks(self):
        def statements(path):
            record = self.upload(path)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            record._load()
            return self.env.cr.sql_log_count - before

        statements("svod/svod_2A_Q1.xls")
        self.assertEqual(statements("svod/svod_2A_Q2.xls"), statements("svod/svod_8A_Q2.xls"))
