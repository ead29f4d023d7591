from odoo.tests import HttpCase, tagged

from ...evidence.rubric_case import RubricCase
from .plan_case import PlanCase


@tagged("post_install", "-at_install")
class TestPlanVisitTour(RubricCase, PlanCase, HttpCase):
    """A line of the plan, the visit it makes, the lesson with a phone, and the line again."""

    browser_size = "390x844"
    touch_enabled = True

    def test_a_planned_visit_without_a_connection(self):
        expert = self.users["methodical_council"]
        line = self.make_plan(("2025-10-20", {"link_model": "vsoko.observation"})).line_ids
        opened = line.with_user(self.deputy).action_make()
        visit = (
            self.env["vsoko.observation"]
            .with_user(self.deputy)
            .with_context(opened["context"])
            .create(
                {
                    "rubric_id": self.rubric.id,
                    "teacher_id": self.teachers[0].id,
                    "class_id": self.class_5a.id,
                    "subject_id": self.math.id,
                    "expert_id": expert.id,
                }
            )
        )
        self.assertEqual((line.link_id, line.state), (visit.id, "planned"))
        self.start_tour("/odoo/vsoko-visit", "vsoko_planned_visit", login=expert.login)
        self.assertEqual(visit.answers, self.answers(2, 2, 2, 2, 2))
        self.assertFalse(visit.version_ids)
        self.assertEqual((visit.state, line.state), ("draft", "running"))
        visit.with_user(expert).action_complete()
        self.assertEqual(line.state, "done")
