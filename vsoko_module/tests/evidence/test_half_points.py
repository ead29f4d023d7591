from odoo.exceptions import ValidationError
from odoo.tests import tagged

from .common import AssessmentCase


@tagged("post_install", "-at_install")
class TestHalfPoints(AssessmentCase):
    """Points are halves where the test says so, and whole everywhere else."""

    def make_half(self):
        test = self.make_test()
        test.write({"step": "0.5"})
        work = self.make_work(self.class_5a | self.class_5b, test=test)
        work.action_start()
        return work

    def score(self, work, points):
        result = work.result_ids.sorted("id")[:1]
        result.attendance = "present"
        return self.env["vsoko.task.score"].create(
            {"result_id": result.id, "task_id": work.test_id.task_ids[3].id, "score": points}
        )

    def test_half_points_of_a_test_of_whole_points_are_refused(self):
        with self.assertRaisesRegex(ValidationError, "whole points"):
            self.score(self.work, 1.5)
        with self.assertRaises(ValidationError):
            self.score(self.make_half(), 1.25)

    def test_halves_are_kept_and_added_up(self):
        work = self.make_half()
        score = self.score(work, 1.5)
        self.env["vsoko.task.score"].create(
            {"result_id": score.result_id.id, "task_id": work.test_id.task_ids[4].id, "score": 2}
        )
        self.env.invalidate_all()
        self.assertEqual((score.score, score.result_id.score), (1.5, 3.5))
        # from 3 points on the mark is a 3
        self.assertEqual(score.result_id.mark, 3)

    def test_whole_points_are_whole_numbers(self):
        score = self.score(self.work, 2)
        self.env.invalidate_all()
        self.assertEqual(str(score.score), "2")
        self.assertEqual(str(self.work.test_id.max_score), "8")

    def test_the_score_sheet_takes_halves(self):
        work = self.make_half()
        row = work.get_score_sheet()["rows"][0]
        self.assertEqual(work.get_score_sheet()["tasks"][0]["step"], 0.5)
        told = row | {"attendance": "present", "scores": [0.5, None, 1, 1.5, 0]}
        saved = work.save_score_sheet([told])["saved"][0]
        self.assertEqual(saved["scores"], [0.5, None, 1, 1.5, 0])
        with self.assertRaises(ValidationError):
            work.save_score_sheet([saved | {"scores": [0.25, None, 1, 1, 0]}])

    def test_the_step_does_not_go_back_below_what_was_given(self):
        work = self.make_half()
        self.score(work, 1.5)
        with self.assertRaises(ValidationError):
            work.test_id.write({"step": "1"})
        with self.assertRaises(ValidationError):
            self.test.task_ids[0].write({"max_score": 1.5})

    def test_the_distribution_goes_in_steps(self):
        work = self.make_half()
        self.score(work, 1.5)
        bars = work.get_analysis_page()["distribution"]["bars"]
        self.assertEqual([bar["score"] for bar in bars[:4]], [0, 0.5, 1, 1.5])
        self.assertEqual([bar["count"] for bar in bars[:5]], [0, 0, 0, 1, 0])
