from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .document_case import DocumentCase


@tagged("post_install", "-at_install")
class TestAcquaintance(DocumentCase):
    """Who is to read a document says himself that he has, of each version anew."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teacher = cls.users["teacher"]
        cls.teachers_group = cls.env.ref("vsoko_module.group_teacher")

    def put(self, **vals):
        return self.make_act(**{"reader_ids": [Command.set(self.teacher.ids)], **vals})

    def lines(self, document):
        return document.sudo().acquaintance_ids

    def test_everybody_of_a_role_is_asked_when_it_is_signed(self):
        draft = self.make(reader_group_ids=self.teachers_group.ids)
        self.assertFalse(self.lines(draft))
        act = self.put(reader_group_ids=self.teachers_group.ids)
        asked = self.lines(act).user_id
        self.assertLessEqual(self.teacher | self.users["association_head"], asked)
        # who has signed it has read it, who is no teacher is not asked
        self.assertFalse(asked & (self.director | self.users["medic"]))
        later = self.env["res.users"].create(
            {"name": "Новая", "login": "new", "group_ids": self.teachers_group.ids}
        )
        self.env["vsoko.document"]._cron_remind()
        self.assertIn(later, self.lines(act).user_id)

    def test_the_person_himself_presses_the_button(self):
        act = self.put()
        line = self.lines(act)
        self.assertTrue(act.with_user(self.teacher).is_to_read)
        for somebody in (self.deputy, self.director):
            with self.assertRaises(UserError):
                act.with_user(somebody).action_acquaint()
            with self.assertRaises(AccessError):
                line.with_user(somebody).write({"read_at": "2025-10-01 10:00:00"})
        with self.assertRaises(AccessError):
            line.with_user(self.teacher).write({"read_at": "2025-10-01 10:00:00"})
        act.with_user(self.teacher).action_acquaint()
        self.assertTrue(line.read_at)
        first = line.read_at
        act.with_user(self.teacher).action_acquaint()
        self.assertEqual(line.read_at, first)

    def test_the_first_version_does_not_count_for_the_second(self):
        act = self.put(date="2025-08-30", date_from="2025-09-01")
        act.with_user(self.teacher).action_acquaint()
        draft = self.make_version(act, date="2025-09-28", date_from="2025-10-01")
        self.assertEqual(draft.sudo().reader_ids, self.teacher)
        draft.action_agree()
        self.sign(draft)
        self.assertFalse(self.lines(draft).read_at)
        self.assertTrue(draft.with_user(self.teacher).is_to_read)
        self.assertTrue(self.lines(act).read_at)

    def test_a_closed_order_is_open_to_whom_it_is_put(self):
        order = self.make("order", reader_ids=[Command.set(self.teacher.ids)])
        with self.assertRaises(AccessError):
            order.with_user(self.teacher).read(["name"])
        self.sign(order)
        self.assertEqual(order.with_user(self.teacher).read(["state"])[0]["state"], "approved")
        with self.assertRaises(AccessError):
            order.with_user(self.users["medic"]).read(["name"])
        lines = self.env["vsoko.acquaintance"].with_user(self.users["medic"]).search([])
        self.assertFalse(lines)

    def test_who_is_not_to_read_it_any_more_is_not_asked(self):
        medic = self.users["medic"]
        act = self.put(reader_ids=[Command.set((self.teacher | medic).ids)])
        act.with_user(self.teacher).action_acquaint()
        act.with_user(self.deputy).reader_ids = [Command.clear()]
        # the mark of who has read it stays
        self.assertEqual(self.lines(act).user_id, self.teacher)

    def test_one_message_a_week_lists_everything(self):
        day = date(2025, 10, 6)
        with freeze_time(day):
            acts = self.put(name="Первое") | self.put(name="Второе")
        told = []
        for today in ("2025-10-06", "2025-10-07", "2025-10-10", "2025-10-20", "2025-10-21"):
            before = self.messages()
            with freeze_time(today):
                self.env.invalidate_all()
                self.env["vsoko.document"]._cron_remind()
            told.append(len(self.messages() - before))
        self.assertEqual(told, [1, 0, 0, 1, 0])
        body = self.messages()[0].body
        self.assertTrue(all(act.name in body for act in acts))
        acts.with_user(self.teacher).action_acquaint()
        with freeze_time("2025-11-20"):
            self.env["vsoko.document"]._cron_remind()
        self.assertEqual(len(self.messages()), 2)

    def messages(self):
        """Messages to the teacher about documents, the latest first."""
        return self.env["mail.message"].search(
            [
                ("partner_ids", "in", self.teacher.partner_id.ids),
                ("message_type", "=", "user_notification"),
            ],
            order="id desc",
        )

    def test_the_sheet_is_to_be_signed_by_hand(self):
        act = self.put()
        name, content = act.with_user(self.deputy)._get_sheet("docx")
        self.assertEqual(content[:2], b"PK")
        self.assertTrue(name.endswith(".docx"))
        page = act.with_user(self.deputy)._get_sheet("pdf")[1].decode()
        self.assertIn(self.teacher.name, page)
        self.assertIn("It is no signature", page)
        with self.assertRaises(AccessError):
            act.with_user(self.teacher)._get_sheet("pdf")
