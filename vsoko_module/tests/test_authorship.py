from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import ROLES, make_user
from .portal.common import PublicationCase


@tagged("post_install", "-at_install")
class TestAuthorship(PublicationCase):
    """Under a document of ours everybody speaks for himself, by whatever door."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.publication = cls.publish(is_discussed=True)
        cls.teacher = cls.users["teacher"]
        cls.other = cls.director.partner_id
        cls.own = cls.publication.with_user(cls.teacher).message_post(body="Своё")

    def vals(self, **vals):
        return {"model": "vsoko.publication", "res_id": self.publication.id, "body": "x", **vals}

    def test_nobody_speaks_as_somebody_else(self):
        thread = self.publication.with_user(self.teacher)
        Message = self.env["mail.message"].with_user(self.teacher)
        address = self.director.email_formatted
        change = [(0, 0, {"field_id": self.env.ref("base.field_res_users__login").id})]
        doors = {
            "author": lambda: thread.message_post(body="x", author_id=self.other.id),
            "address": lambda: thread.message_post(
                body="x", author_id=self.teacher.partner_id.id, email_from=address
            ),
            "notify": lambda: thread.message_notify(
                body="x", author_id=self.other.id, partner_ids=self.council.partner_id.ids
            ),
            "create": lambda: Message.create(self.vals(author_id=self.other.id)),
            "nobody": lambda: Message.create(self.vals(author_id=False, email_from=address)),
            "context": lambda: Message.with_context(default_author_id=self.other.id).create(
                self.vals()
            ),
            "context of the document": lambda: Message.with_context(
                default_model="vsoko.publication", default_res_id=self.publication.id
            ).create({"body": "x", "author_id": self.other.id}),
            "day": lambda: Message.create(self.vals(date="2020-01-01 00:00:00")),
            "day of the context": lambda: Message.with_context(
                default_date="2020-01-01 00:00:00"
            ).create(self.vals()),
            "change": lambda: Message.create(self.vals(tracking_value_ids=change)),
            "write": lambda: self.own.write({"author_id": self.other.id}),
            "write the day": lambda: self.own.write({"date": "2020-01-01 00:00:00"}),
        }
        for name, door in doors.items():
            with self.subTest(name), self.assertRaises(AccessError), self.env.cr.savepoint():
                door()
        self.assertEqual(self.own.author_id, self.teacher.partner_id)

    def test_a_default_of_a_person_is_no_other_door(self):
        self.env["ir.default"].set(
            "mail.message", "author_id", self.other.id, user_id=self.teacher.id
        )
        with self.assertRaises(AccessError):
            self.env["mail.message"].with_user(self.teacher).create(self.vals())

    def test_nobody_changes_what_another_has_said(self):
        """The deputy may write the document and so, for Odoo, each message under it."""
        draft = self.publish(approve=False)
        said = draft.with_user(self.director).message_post(body="Сказано директором")
        with self.assertRaises(AccessError):
            said.with_user(self.deputy).write({"body": "Сказано иначе"})
        self.assertIn("Сказано директором", said.body)

    def test_the_own_words_are_written_and_changed(self):
        self.assertEqual(self.own.author_id, self.teacher.partner_id)
        self.own.write({"body": "Исправлено"})
        self.assertIn("Исправлено", self.own.body)
        plain = make_user(self.env, "no_address", "administration", email=False)
        said = self.q1.with_user(plain).message_post(body="Без адреса")
        self.assertEqual(said.author_id, plain.partner_id)

    def test_every_document_with_a_discussion(self):
        """All models by introspection, all roles: what is posted is one's own or nothing."""
        tried = 0
        for name in sorted(self.env.registry):
            model = self.env[name]
            if not name.startswith("vsoko.") or "message_ids" not in model._fields:
                continue
            record = model.sudo().search([], limit=1) if model._auto else model
            for role in ROLES if record else ():
                tried += 1
                with self.subTest(model=name, role=role):
                    self.assertFalse(self.speaks_as(record.with_user(self.users[role])))
        self.assertGreater(tried, 60)

    def speaks_as(self, thread):
        """Whether a message of somebody else comes to be."""
        stranger = self.other.copy()
        try:
            with self.env.cr.savepoint():
                thread.message_post(body="x", author_id=stranger.id)
        except UserError:
            return False
        return bool(self.env["mail.message"].search_count([("author_id", "=", stranger.id)]))
