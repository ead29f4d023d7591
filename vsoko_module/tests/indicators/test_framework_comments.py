from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestFrameworkComments(SchoolCase):
    """Members of the councils comment on the lines of a version, who works on it answers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        shipped = cls.env.ref("vsoko_module.framework_regulation")
        cls.draft = cls.env["vsoko.framework"].browse(shipped.action_new_version()["res_id"])
        cls.draft.action_discuss()
        cls.line = cls.draft.indicator_ids[0]
        cls.member = cls.users["pedagogical_council"]

    def comment(self, user=None, **vals):
        vals = {
            "framework_id": self.draft.id,
            "indicator_id": self.line.id,
            "text": "Проще",
            **vals,
        }
        return self.env["vsoko.framework.comment"].with_user(user or self.member).create(vals)

    def test_a_comment_and_its_answer(self):
        comment = self.comment()
        self.assertEqual((comment.line, comment.create_uid), (self.line.name, self.member))
        self.assertEqual((self.draft.comment_count, self.draft.waiting_count), (1, 1))
        deputy = self.users["methodical_council"]
        self.assertIs(comment.with_user(deputy).write({"answer": "Принято"}), True)
        self.assertEqual((comment.answered_by_id, self.draft.waiting_count), (deputy, 0))
        self.assertTrue(comment.answered_date)

    def test_everybody_speaks_for_himself(self):
        comment = self.comment()
        with self.assertRaises(AccessError):
            comment.answer = "Сам себе"
        with self.assertRaises(AccessError):
            self.comment(answer="Сам себе")
        with self.assertRaises(AccessError):
            comment.with_user(self.users["methodical_council"]).text = "Сложнее"
        with self.assertRaises(AccessError):
            self.comment(self.users["teacher"])
        comment.text = "Короче"
        comment.with_user(self.users["administration"]).answer = "Принято"
        with self.assertRaises(UserError):
            comment.text = "Длиннее"

    def test_an_approved_version_is_no_more_discussed(self):
        comment = self.comment()
        self.draft.with_user(self.users["director"]).action_approve()
        for change in (lambda: self.comment(), lambda: comment.write({"text": "Поздно"})):
            with self.assertRaises(UserError):
                change()
        self.assertEqual(comment.text, "Проще")

    def test_the_line_may_go_and_what_was_said_stays(self):
        comment = self.comment()
        name = self.line.name
        self.line.unlink()
        comment.invalidate_recordset()
        self.assertEqual((comment.line, comment.indicator_id.id), (name, False))

    def test_a_line_of_the_same_version(self):
        other = self.env.ref("vsoko_module.framework_regulation").indicator_ids[0]
        with self.assertRaises(ValidationError):
            self.comment(indicator_id=other.id)
        whole = self.comment(indicator_id=False)
        self.assertEqual(whole.line, "The whole system")
        button = self.line.with_user(self.member).action_comment()
        self.assertEqual(button["context"]["default_indicator_id"], self.line.id)
        with self.assertRaises(AccessError):
            self.line.with_user(self.users["teacher"]).action_comment()
