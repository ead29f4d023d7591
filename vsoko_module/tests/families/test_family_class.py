from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestFamilyClass(SchoolCase):
    """The families of a class get accounts and sheets in one press."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pupils = cls.students[:4]
        cls.parents = cls.env["res.partner"].create(
            [
                {"name": "Котова Мария Ильинична", "email": "Kotova@example.com"},
                {"name": "Орлов Пётр Львович"},
                {"name": "Орлов Павел Львович"},
                {"name": "Седова Анна Юрьевна"},
            ]
        )
        for pupil, parent in zip(cls.pupils, cls.parents, strict=True):
            pupil.guardian_ids = parent
        cls.pupils[3].portal_consent = False

    def press(self, role="administration", button="action_print_family_sheets"):
        return getattr(self.class_5a.with_user(self.users[role]), button)()

    def accounts(self):
        # a view over users does not hear of what a press has written
        self.env["vsoko.account"].invalidate_model()
        return self.env["vsoko.account"].search(
            [("user_id.partner_id", "in", self.parents.ids)], order="name"
        )

    def test_whoever_has_no_address_gets_a_login_of_the_name(self):
        action = self.press()
        accounts = self.accounts()
        self.assertEqual(accounts.mapped("login"), ["kotova@example.com", "orlov.pl", "orlov.pl2"])
        self.assertEqual(set(accounts.mapped("state")), {"invited"})
        self.assertEqual(action["report_name"], "vsoko_module.report_vsoko_invitation")
        self.assertFalse(self.parents[3].user_ids)

    def test_sheets_are_printed_and_no_letter_is_sent(self):
        before = self.env["mail.mail"].search_count([])
        self.press()
        self.assertEqual(self.env["mail.mail"].search_count([]), before)
        account = self.accounts()[0].with_user(self.users["administration"])
        self.assertEqual(account.children, f"{self.pupils[0].name} 5А")
        sheet = account._prepare_sheet()
        self.assertTrue(sheet["picture"].startswith("data:image/"))

    def test_who_has_a_password_needs_no_sheet(self):
        self.press()
        self.accounts()[1:].user_id.password = "a long password"
        action = self.press()
        self.assertEqual(action["context"]["active_ids"], self.accounts()[:1].ids)
        self.accounts().user_id.password = "a long password"
        with self.assertRaises(UserError):
            self.press()

    def test_who_signed_in_is_seen_in_the_list(self):
        self.press()
        action = self.press(button="action_open_families")
        pupils = self.env["vsoko.student"].search(action["domain"])
        self.assertEqual(pupils, self.students.filtered(lambda s: s.class_id == self.class_5a))
        student = self.pupils[0].with_user(self.users["administration"])
        self.assertIn(self.parents[0].name, student.family_access)

    def test_a_class_without_parents_says_so(self):
        self.pupils.guardian_ids = False
        with self.assertRaisesRegex(UserError, "5А"):
            self.press()

    def test_only_the_administration_invites(self):
        for role in ("teacher", "association_head", "family"):
            for button in ("action_print_family_sheets", "action_open_families"):
                with self.subTest(role=role, button=button), self.assertRaises(AccessError):
                    self.press(role, button)
