from datetime import timedelta
from unittest.mock import patch

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from ..common import SchoolCase, make_user

NEW = "evil@example.com"


@tagged("post_install", "-at_install")
class TestAddressChange(SchoolCase):
    """A link that sets a password goes to no address that was changed a moment ago."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy, cls.director = cls.users["administration"], cls.users["director"]
        cls.council = cls.users["governing_council"]
        cls.unused = make_user(cls.env, "unused", "family")
        cls.env.cr.execute("UPDATE res_users SET password = NULL WHERE id = %s", [cls.unused.id])

    def change(self, user, by=None, email=NEW):
        # who may write which contact is Odoo's own business; here somebody was allowed to
        user.partner_id.with_user(by or self.deputy).sudo().email = email
        return self.env["vsoko.address.change"].search(
            [("partner_id", "=", user.partner_id.id)], limit=1
        )

    def send(self, user):
        accounts = self.env["vsoko.account"].with_user(self.deputy)
        accounts._get_of(user, self.env.company).action_send_invitation()

    def letters(self):
        """The letters with a link; that the address was changed again is told by a letter, too."""
        return self.env["mail.mail"].search(
            [("email_to", "ilike", NEW), ("body_html", "ilike", "/web/signup")]
        )

    def test_no_link_to_who_signs_in_whoever_it_is(self):
        for role in ("governing_council", "family", "teacher", "director", "administration"):
            user = self.users[role]
            keeper = self.director if role == "administration" else self.deputy
            self.change(user, by=keeper)
            with self.subTest(role):
                with self.assertRaises(UserError):
                    self.send(user)
                with self.assertRaisesRegex(UserError, "second person"):
                    self.env["res.users"].sudo().reset_password(user.login)
                with self.assertRaisesRegex(UserError, "second person"):
                    user.partner_id._get_signup_url_for_action()
        self.assertFalse(self.letters())

    def test_who_has_not_come_yet(self):
        self.change(self.unused)
        with self.assertRaisesRegex(UserError, "second person"):
            self.send(self.unused)
        self.change(self.unused, email="unused@example.com")
        self.send(self.unused)
        self.assertFalse(self.letters())

    def test_the_old_address_hears_of_it(self):
        self.change(self.council)
        told = self.env["mail.mail"].search([("email_to", "ilike", "school_governing_council@")])
        self.assertIn(NEW, "".join(told.mapped("body_html")))

    def test_a_second_person_confirms(self):
        change = self.change(self.council)
        for user in (self.deputy, self.users["teacher"], self.council):
            with self.assertRaises(AccessError):
                change.with_user(user).action_confirm()
        late = make_user(self.env, "late", "administration")
        self.env.cr.execute(
            "UPDATE res_users SET create_date = create_date + interval '1 hour' WHERE id = %s",
            [late.id],
        )
        late.invalidate_recordset()
        with self.assertRaisesRegex(AccessError, "younger"):
            change.with_user(late).action_confirm()
        change.with_user(self.director).action_confirm()
        self.assertEqual(change.confirmed_by_id, self.director)
        self.env["vsoko.address.change"]._check_settled(self.council.partner_id)

    def test_its_time_is_over(self):
        self.change(self.council)
        later = fields.Datetime.now() + timedelta(hours=self.env.company.vsoko_address_hours + 1)
        with patch.object(fields.Datetime, "now", lambda *_args: later):
            self.env["vsoko.address.change"]._check_settled(self.council.partner_id)
        with self.assertRaises(UserError):
            self.env["vsoko.address.change"]._check_settled(self.council.partner_id)

    def test_what_people_change_themselves_is_sure(self):
        self.assertFalse(self.change(self.council, by=self.council))
        self.assertFalse(self.change(self.council, by=self.council, email="own@example.com"))

    def test_taking_an_address_away_first_does_not_help(self):
        for user in (self.council, self.unused):
            self.change(user, email=False)
            self.change(user)
            with self.assertRaises(UserError):
                self.env["vsoko.address.change"]._check_settled(user.partner_id)

    def test_a_family_hears_why_no_letter_goes(self):
        pupil = self.students[0]
        pupil.guardian_ids = [Command.link(self.unused.partner_id.id)]
        self.change(self.unused)
        answer = pupil.with_user(self.deputy).action_invite_family()
        self.assertIn("second person", answer["params"]["message"])
        self.assertFalse(self.letters())
