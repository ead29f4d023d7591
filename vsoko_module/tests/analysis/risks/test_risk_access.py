from odoo.exceptions import AccessError
from odoo.tests import tagged

from ...common import make_user
from .risk_case import RiskCase


@tagged("post_install", "-at_install")
class TestRiskAccess(RiskCase):
    """A reason is read by whom it concerns: the class teacher, the teacher of the subject in that
    class, the administration."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other = cls.pupils_of(cls.class_5b)[0]
        cls.give(
            {
                (cls.first, cls.math): 2,
                (cls.first, cls.rus): 2,
                (cls.other, cls.math): 2,
                (cls.other, cls.rus): 2,
            }
        )
        cls.russian = make_user(cls.env, "russian", "teacher")
        cls.teachers[1].user_id = cls.russian
        cls.env.flush_all()
        cls.env.invalidate_all()

    def seen(self, user, model="vsoko.risk.reason"):
        found = self.env[model].with_user(user).search([]).sudo()
        if model == "vsoko.risk":
            return found.student_id
        return {(reason.student_id, reason.subject_id) for reason in found}

    def test_the_class_teacher_reads_the_own_class(self):
        teacher = self.users["teacher"]
        self.assertEqual(self.seen(teacher, "vsoko.risk"), self.first)
        self.assertEqual(self.seen(teacher), {(self.first, self.math), (self.first, self.rus)})

    def test_a_teacher_reads_the_reasons_of_the_own_subject_alone(self):
        self.assertFalse(self.seen(self.russian, "vsoko.risk"))
        self.assertEqual(self.seen(self.russian), {(self.first, self.rus), (self.other, self.rus)})

    def test_the_administration_reads_all(self):
        self.assertEqual(
            self.seen(self.users["administration"], "vsoko.risk"), self.first | self.other
        )
        self.assertEqual(len(self.seen(self.users["administration"])), 4)

    def test_councils_and_others_read_nothing(self):
        for role in ("pedagogical_council", "methodical_council", "specialist", "medic", "user"):
            for model in ("vsoko.risk", "vsoko.risk.reason", "vsoko.risk.check"):
                with self.subTest(role=role, model=model), self.assertRaises(AccessError):
                    self.env[model].with_user(self.users[role]).search([])
        self.assertFalse(self.seen(self.users["association_head"]))

    def test_blind_reading_tells_nothing(self):
        Risk = self.env["vsoko.risk"].with_user(self.russian)
        Reason = self.env["vsoko.risk.reason"].with_user(self.russian)
        closed = [("student_id", "=", self.first.id), ("subject_id", "=", self.math.id)]
        self.assertEqual(Risk.search_count([("reason_ids.rule_id", "!=", False)]), 0)
        self.assertEqual(Reason.search_count(closed), 0)
        self.assertFalse(Reason._read_group(closed, ["rule_id"], ["__count"]))
        with self.assertRaises(AccessError):
            self.risk(self.first).with_user(self.russian).read(["reasons"])
        with self.assertRaises(AccessError):
            self.risk(self.first).with_user(self.russian)._settle("Не моё дело")

    def test_only_the_program_writes_reasons(self):
        risk = self.risk(self.first)
        with self.assertRaises(AccessError):
            risk.with_user(self.users["administration"]).write({"state": "left"})
        with self.assertRaises(AccessError):
            risk.reason_ids[:1].with_user(self.users["teacher"]).write({"is_settled": True})
        risk.with_user(self.users["administration"]).watcher_id = self.teachers[1]
        self.assertEqual(risk.watcher_id, self.teachers[1])
