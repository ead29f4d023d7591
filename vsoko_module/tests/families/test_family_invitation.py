from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..portal.common import PublicationCase


@tagged("post_install", "-at_install")
class TestFamilyInvitation(PublicationCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pupil = cls.pupils_of(cls.class_5v)[1]
        cls.parent = cls.env["res.partner"].create(
            {"name": "Мама Ученика", "email": "Mama@Example.com"}
        )
        cls.pupil.guardian_ids = cls.parent

    def invite(self, role="administration"):
        return self.pupil.with_user(self.users[role]).action_invite_family()

    def test_parent_becomes_a_portal_user_of_the_family_role(self):
        self.invite()
        user = self.parent.user_ids
        self.assertEqual(user.login, "mama@example.com")
        self.assertTrue(user.has_group("vsoko_module.group_family"))
        self.assertFalse(user._is_internal())
        letters = self.env["mail.mail"].search([("recipient_ids", "in", self.parent.ids)])
        sent = self.env["mail.message"].search([("partner_ids", "in", self.parent.ids)])
        self.assertTrue(letters or sent)

    def test_second_invitation_makes_no_second_user(self):
        self.invite()
        user = self.parent.user_ids
        self.invite()
        self.assertEqual(self.parent.with_context(active_test=False).user_ids, user)
        self.assertEqual(len(user), 1)
        same = self.env["res.users"].search([("login", "=", "mama@example.com")])
        self.assertEqual(same, user)
        self.assertEqual(self.pupil.guardian_ids.user_ids, user)

    def test_what_is_missing_is_named(self):
        self.parent.email = "not an address"
        with self.assertRaisesRegex(UserError, "Мама Ученика"):
            self.invite()
        self.pupil.guardian_ids = False
        with self.assertRaisesRegex(UserError, "родителей"):
            self.invite()
        self.pupil.portal_consent = False
        with self.assertRaisesRegex(UserError, self.pupil.name):
            self.invite()

    def test_address_of_somebody_else_is_refused(self):
        self.env["res.users"].create({"name": "Другой", "login": "mama@example.com"})
        with self.assertRaisesRegex(UserError, "mama@example.com"):
            self.invite()

    def test_employee_keeps_the_account(self):
        teacher = self.users["teacher"]
        teacher.partner_id.email = "teacher@example.com"
        self.pupil.guardian_ids |= teacher.partner_id
        self.invite()
        self.assertTrue(teacher._is_internal())
        self.assertFalse(teacher.has_group("vsoko_module.group_family"))
        self.assertIn(f"{teacher.name}: работает в школе", self.pupil.message_ids[0].body)

    def test_family_of_employees_alone_is_not_said_to_be_invited(self):
        teacher = self.users["teacher"]
        teacher.partner_id.email = "teacher@example.com"
        self.pupil.guardian_ids = teacher.partner_id
        answer = self.invite()["params"]
        self.assertEqual(answer["type"], "info")
        self.assertIn("Мой ребёнок", answer["message"])

    def test_only_the_administration_invites(self):
        for role in ("teacher", "user", "family", "governing_council"):
            with self.assertRaises(AccessError):
                self.invite(role)
