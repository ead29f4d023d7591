from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from ...common import make_user
from .risk_case import TODAY, RiskCase


@tagged("post_install", "-at_install")
class TestRiskAction(RiskCase):
    """A pupil leaves the list while an action that names him is going on, and not before."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls.users["administration"]
        cls.give({(cls.first, cls.math): 2, (cls.second, cls.math): 2})

    def make(self, *pupils, by=None):
        risks = self.env["vsoko.risk"].concat(*(self.risk(one) for one in pupils))
        action = risks.with_user(by or self.deputy).action_take_measures()
        return self.env["vsoko.action"].browse(action["res_id"])

    def test_an_action_names_the_class_and_no_pupil(self):
        action = self.make(self.first, self.second)
        self.assertEqual((action.class_id, action.subject_id), (self.class_5a, self.math))
        self.assertEqual(action.pupil_ids.student_id, self.first | self.second)
        for one in (self.first, self.second):
            self.assertNotIn(one.name, action.name + (action.problem or ""))

    def test_a_proposal_helps_nobody_yet(self):
        action = self.make(self.first)
        self.assertEqual(self.risk(self.first).state, "open")
        action.deadline = "2025-12-20"
        action.with_user(self.deputy).action_accept()
        self.assertEqual(self.risk(self.first).state, "helped")
        self.assertIn(action.name, self.risk(self.first).done)
        # the other pupil of the class is not helped by an action in which he is not
        self.assertEqual(self.risk(self.second).state, "open")

    def test_the_end_of_the_action_and_a_new_reason_bring_the_pupil_back(self):
        action = self.make(self.first)
        action.deadline = "2025-12-20"
        action.with_user(self.deputy).action_accept()
        action.with_user(self.deputy)._stop("Ученик переведён")
        self.assertEqual(self.risk(self.first).state, "open")
        second = self.make(self.first)
        second.deadline = "2025-12-20"
        second.with_user(self.deputy).action_accept()
        self.assertEqual(second.pupil_ids.date, TODAY)
        second.pupil_ids.unlink()
        self.assertEqual(self.risk(self.first).state, "open")

    def test_a_second_press_opens_the_same_proposal(self):
        """Whoever presses, and whichever of the pupils are chosen besides."""
        action = self.make(self.first)
        self.assertEqual(self.make(self.first), action)
        # the class teacher, who does not read the proposal, hears that there is one
        with self.assertRaises(UserError):
            self.make(self.first, by=self.users["teacher"])
        both = self.make(self.first, self.second)
        self.assertEqual(both.pupil_ids.student_id, self.second)
        found = (self.risk(self.first) | self.risk(self.second)).with_user(self.deputy)
        opened = found.action_take_measures()
        self.assertEqual(self.env["vsoko.action"].search(opened["domain"]), action | both)
        self.assertEqual(self.env["vsoko.action.pupil"].search_count([]), 2)

    def test_what_has_ended_or_came_before_the_reason_is_another_action(self):
        action = self.make(self.first)
        action.with_user(self.deputy)._stop("Ошибка")
        second = self.make(self.first)
        self.assertNotEqual(second, action)
        with freeze_time("2025-11-25"):
            self.give({(self.first, self.rus): 2})
            third = self.make(self.first)
            self.assertNotEqual(third, second)
            self.assertEqual(self.make(self.first), third)

    def test_who_reads_the_action_does_not_read_its_pupils(self):
        action = self.make(self.first)
        pupils, head = action.pupil_ids, self.users["association_head"]
        self.env.invalidate_all()
        self.assertIn(action, self.env["vsoko.action"].with_user(head).search([]))
        self.assertFalse(action.with_user(head).pupil_ids)
        Pupil = self.env["vsoko.action.pupil"]
        self.assertEqual(Pupil.with_user(self.users["teacher"]).search([]), pupils)
        with self.assertRaises(AccessError):
            Pupil.with_user(self.users["pedagogical_council"]).search([])
        domain = [("pupil_ids.student_id", "=", self.first.id)]
        self.assertFalse(self.env["vsoko.action"].with_user(head).search(domain))

    def test_nobody_names_pupils_whom_he_does_not_read(self):
        stranger = make_user(self.env, "third", "teacher")
        self.teachers[2].user_id = stranger
        with self.assertRaises(AccessError):
            self.env["vsoko.action"].with_user(stranger).create(
                {"name": "Помощь", "pupil_ids": [(0, 0, {"student_id": self.first.id})]}
            )
