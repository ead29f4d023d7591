from odoo.tests import HttpCase, tagged

from .common import AssessmentCase


@tagged("post_install", "-at_install")
class TestScoreSheetTour(AssessmentCase, HttpCase):
    def test_from_the_plan_to_the_analysis(self):
        work = self.make_work(self.class_5a | self.class_5b, day="2025-12-01")
        self.start_tour(
            f"/odoo/vsoko-assessments/{work.id}", "vsoko_score_sheet", login="school_administration"
        )
        self.assertEqual(work.state, "closed")
        results = work.result_ids.sorted(lambda r: (r.class_id.name, r.student_id.name))
        self.assertEqual(results.mapped("score")[:9], [8, 7, 6, 4, 3, 3, 2, 1, 1])
        self.assertEqual(results[9].attendance, "absent")
