from odoo.exceptions import AccessError, MissingError, UserError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import SQL

from ..common import SchoolCase, make_user


@tagged("post_install", "-at_install")
class TestAccountInvitation(SchoolCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "lang": "ru_RU"})
        cls.deputy = cls.users["administration"]

    def account(self, user):
        account = self.env["vsoko.account"]._get_of(user, self.env.company)
        return account.with_user(self.deputy)

    def make(self, email="new@example.com"):
        Editor = self.env["vsoko.account.editor"].with_user(self.deputy)
        roles = self.env.ref("vsoko_module.group_teacher")
        action = Editor.create(
            {"name": "Новая Мария", "email": email, "role_ids": [Command.set(roles.ids)]}
        ).action_save()
        return self.env["vsoko.account"].with_user(self.deputy).browse(action["res_id"])

    def test_sheet_holds_a_link_that_sets_the_password(self):
        account = self.make()
        html, _kind = (
            self.env["ir.actions.report"]
            .with_user(self.deputy)
            ._render_qweb_html("vsoko_module.report_vsoko_invitation", account.ids)
        )
        page = html.decode()
        self.assertIn("new@example.com", page)
        self.assertIn("/web/signup?", page)
        self.assertIn("data:image/svg+xml;base64", page)
        # the state is read from the tables of users anew
        self.env.invalidate_all()
        self.assertEqual(account.state, "invited")

    def test_login_is_made_of_the_name_where_there_is_no_address(self):
        account = self.make(email=False)
        self.assertEqual(account.login, "novaya.m")
        with self.assertRaisesRegex(UserError, "Новая Мария"):
            account.action_send_invitation()

    def test_the_buttons_work_for_whoever_came_late(self):
        """From the user 2048 on the number of the row of an account needs more than four bytes."""
        users = SQL("pg_get_serial_sequence('res_users', 'id')")
        self.env.execute_query(SQL("SELECT setval(%s, GREATEST(nextval(%s), 2048))", users, users))
        account = self.make()
        self.assertGreater(account.id, 2**31)
        account.action_send_invitation()
        self.env.invalidate_all()
        self.assertEqual((account.login, account.state), ("new@example.com", "invited"))
        with self.assertRaises(MissingError):
            account.browse(10**20).action_send_invitation()

    def test_letter_needs_no_second_account(self):
        account = self.make()
        account.action_send_invitation()
        account.action_send_invitation()
        sent = self.env["mail.message"].search(
            [("partner_ids", "in", account.user_id.partner_id.ids)]
        )
        letters = self.env["mail.mail"].search(
            [("recipient_ids", "in", account.user_id.partner_id.ids)]
        )
        self.assertTrue(sent or letters)

    def test_account_in_use_gets_no_link(self):
        # the users of the tests have passwords
        for role in ("teacher", "family", "governing_council"):
            with self.assertRaises(UserError):
                self.account(self.users[role]).action_print_invitation()
        self.users["teacher"].partner_id.email = "evil@example.com"
        with self.assertRaises(UserError):
            self.account(self.users["teacher"]).action_send_invitation()

    def test_link_to_wider_rights_is_refused(self):
        """Whoever holds the link is the user."""
        user = make_user(self.env, "keeper", "teacher", "hr.group_hr_manager")
        self.env.cr.execute("UPDATE res_users SET password = NULL WHERE id = %s", [user.id])
        self.assertEqual(self.account(user).state, "new")
        with self.assertRaises(AccessError):
            self.account(user).action_print_invitation()
        with self.assertRaises(AccessError):
            self.account(self.users["director"]).action_print_invitation()

    def test_rights_are_explained(self):
        account = self.make()
        reasons = "\n".join(account._get_reasons())
        self.assertIn("Учитель: дана", reasons)
        self.assertIn(self.deputy.name, reasons)
        self.assertIn("входит в роль «Учитель»", reasons)
        self.assertIn("настройках", "\n".join(self.account(self.users["teacher"])._get_reasons()))

    def test_role_is_proposed_by_the_position(self):
        self.teachers[1].position = "Учитель русского языка"
        Editor = self.env["vsoko.account.editor"].with_user(self.deputy)
        values = Editor.with_context(default_teacher_id=self.teachers[1].id).default_get(
            ["name", "kind", "role_ids", "teacher_id"]
        )
        groups = self.env["res.groups"].browse(values["role_ids"])
        self.assertEqual(values["name"], "Седов Игорь Львович")
        self.assertEqual(
            groups,
            self.env.ref("vsoko_module.group_teacher")
            | self.env.ref("vsoko_module.group_pedagogical_council"),
        )

    def test_unbound_teacher_is_told_the_truth(self):
        teacher = make_user(self.env, "unbound", "teacher")
        overview = self.env["vsoko.dashboard"].with_user(teacher).get_overview()
        self.assertEqual(overview["empty"], "no_card")
        bound = self.env["vsoko.dashboard"].with_user(self.users["teacher"]).get_overview()
        self.assertNotEqual(bound["empty"], "no_card")
