from datetime import timedelta

from odoo import fields, http
from odoo.tests import HttpCase, tagged

from ..portal.common import PublicationCase


@tagged("post_install", "-at_install")
class TestFamilyLetters(PublicationCase, HttpCase):
    """A letter says that there is something new, never what; once a day, and only to who reads."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Reader = cls.env["vsoko.portal.reader"]
        for user in cls.family | cls.stranger:
            user.partner_id.email = f"{user.login}@example.com"
        cls.sign_in(cls.family)
        cls.come(cls.family, days=3)

    @classmethod
    def sign_in(cls, user):
        cls.env["res.users.log"].with_user(user).sudo().create({})

    @classmethod
    def come(cls, user, days):
        """Keep that a user was here last so many days ago."""
        cls.Reader.with_user(user)._note_visit()
        moment = fields.Datetime.now() - timedelta(days=days)
        row = cls.Reader.search([("user_id", "=", user.id)])
        row.write({"last_seen": moment, "letter_at": False})

    def letters(self):
        """Return the letters that the job of today queues."""
        known = self.env["mail.mail"].search([])
        self.Reader._cron_letters()
        return self.env["mail.mail"].search([]) - known

    def test_marks_of_an_approved_period_are_news(self):
        # the first quarter was approved a moment ago
        letter = self.letters()
        self.assertEqual(letter.recipient_ids, self.family.partner_id)
        text = f"{letter.subject} {letter.body_html}"
        self.assertIn("/my/child", text)
        for word in (self.child.name, self.child.name.split()[0], self.math.name, "5В", "четверть"):
            self.assertNotIn(word, text)

    def test_once_a_day_at_most(self):
        self.assertEqual(len(self.letters()), 1)
        self.publish("families")
        self.assertFalse(self.letters())
        row = self.Reader.search([("user_id", "=", self.family.id)])
        row.letter_at -= timedelta(days=1)
        self.assertEqual(len(self.letters()), 1)

    def test_what_was_seen_is_no_news(self):
        row = self.Reader.search([("user_id", "=", self.family.id)])
        row.last_seen = self.q1.approved_date + timedelta(minutes=1)
        self.assertFalse(self.letters())
        row.last_seen = self.q1.approved_date - timedelta(minutes=1)
        self.assertEqual(self.letters().recipient_ids, self.family.partner_id)

    def test_what_is_not_approved_is_no_news(self):
        row = self.Reader.search([("user_id", "=", self.family.id)])
        row.last_seen = self.q1.approved_date + timedelta(seconds=1)
        self.add_marks({(self.child, self.math): 2}, self.q2)
        self.publish("families", approve=False)
        council = self.publish("council")
        council._store({"approved_date": row.last_seen + timedelta(hours=1)})
        self.assertFalse(self.letters())

    def test_a_publication_for_families_is_news(self):
        row = self.Reader.search([("user_id", "=", self.family.id)])
        row.last_seen = self.q1.approved_date + timedelta(seconds=1)
        publication = self.publish("families")
        publication._store({"approved_date": row.last_seen + timedelta(seconds=1)})
        self.assertEqual(self.letters().recipient_ids, self.family.partner_id)

    def test_who_never_signed_in_gets_none(self):
        self.come(self.stranger, days=3)
        self.assertEqual(self.letters().recipient_ids, self.family.partner_id)
        self.Reader.search([]).letter_at = False
        self.sign_in(self.stranger)
        self.assertEqual(
            self.letters().recipient_ids, self.family.partner_id | self.stranger.partner_id
        )

    def test_a_family_that_does_not_use_the_portal_gets_none(self):
        self.child.portal_consent = False
        self.assertFalse(self.letters())
        self.child.portal_consent = True
        self.assertEqual(self.letters().recipient_ids, self.family.partner_id)

    def test_who_read_before_visits_were_kept_hears_of_what_comes(self):
        self.Reader.search([]).unlink()
        self.assertFalse(self.letters())
        self.assertEqual(self.Reader.search([]).user_id, self.family)

    def test_letters_are_stopped_on_the_page(self):
        self.authenticate(self.family.login, self.family.login)
        data = {"wanted": "", "csrf_token": http.Request.csrf_token(self)}
        self.url_open("/my/child/letters", data=data)
        row = self.Reader.search([("user_id", "=", self.family.id)])
        self.assertTrue(row.is_silent)
        self.come(self.family, days=3)
        self.assertFalse(self.letters())
        self.url_open("/my/child/letters", data={**data, "wanted": "1"})
        self.come(self.family, days=3)
        self.assertEqual(len(self.letters()), 1)
