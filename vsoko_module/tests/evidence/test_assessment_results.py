from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import VECTOR, AssessmentCase


@tagged("post_install", "-at_install")
class TestResults(AssessmentCase):
    def test_starting_makes_a_row_for_each_pupil_of_that_day(self):
        self.assertEqual(len(self.work.result_ids), 10)
        self.assertEqual(self.work.result_ids.student_id, self.students - self.pupils_9a())
        self.assertEqual(self.work.pending_count, 10)
        self.assertFalse(any(self.work.result_ids.mapped("score")))
        newcomer = self.enrol(self.class_5a, 1)
        self.work.action_start()
        self.assertIn(newcomer, self.work.result_ids.student_id)
        self.assertEqual(len(self.work.result_ids), 11)

    def pupils_9a(self):
        return self.pupils_of(self.class_9a)

    def test_the_period_and_the_teacher_come_from_the_day(self):
        self.assertEqual(self.work.period_id, self.q1)
        by_class = self.work.result_ids.grouped("class_id")
        self.assertEqual(by_class[self.class_5a].teacher_id, self.teachers[0])
        self.assertEqual(by_class[self.class_5b].teacher_id, self.teachers[2])

    def test_points_and_marks_follow_the_tasks(self):
        results = self.enter(self.work, VECTOR)
        self.assertEqual(results.mapped("score"), [8, 7, 6, 4, 3, 3, 2, 1, 1, 0])
        self.assertEqual(results.mapped("mark"), [5, 5, 4, 3, 3, 3, 2, 2, 2, 2])
        self.work.test_id.band_ids.filtered(lambda band: band.mark == 5).min_score = 8
        self.assertEqual(results.mapped("mark")[:2], [5, 4])

    def test_a_task_not_reached_is_kept_apart_from_zero(self):
        result = self.enter(self.work, ["1-0--"])[0]
        self.assertEqual(result.score, 1)
        scores = result.task_score_ids.sorted(lambda score: score.task_id.sequence)
        self.assertEqual([score.score for score in scores], [1, False, 0, False, False])
        self.assertIs(scores[1].score, False)
        self.assertIs(type(scores[2].score), int)
        empty = self.env["vsoko.task.score"].search(
            [("result_id", "=", result.id), ("score", "=", False)]
        )
        self.assertEqual(len(empty), 3)

    def test_an_absent_pupil_has_no_points(self):
        result = self.enter(self.work, VECTOR)[0]
        result.attendance = "absent"
        self.assertIs(result.score, False)
        self.assertIs(result.mark, False)
        result.attendance = "present"
        self.assertEqual((result.score, result.mark), (8, 5))

    def test_a_mark_that_came_with_the_result_stays(self):
        result = self.enter(self.work, VECTOR)[9]
        result.mark = 3
        result.task_score_ids[0].score = 1
        self.assertEqual((result.score, result.mark), (1, 3))
        result.mark = False
        self.assertEqual(result.mark, 2)

    @mute_logger("odoo.sql_db")
    def test_points_out_of_range_are_refused(self):
        result = self.enter(self.work, VECTOR)[0]
        for wrong, error in ((2, ValidationError), (0.5, ValidationError), (-1, IntegrityError)):
            with self.subTest(wrong), self.assertRaises(error), self.env.cr.savepoint():
                result.task_score_ids[0].score = wrong
        with self.assertRaises(ValidationError):
            self.test.task_ids[4].max_score = 2

    def test_points_for_a_task_of_another_test_are_refused(self):
        other = self.make_test()
        with self.assertRaises(ValidationError):
            self.env["vsoko.task.score"].create(
                {"result_id": self.work.result_ids[0].id, "task_id": other.task_ids[0].id}
            )

    def test_a_condition_of_the_scale_lowers_the_mark(self):
        self.test.task_ids[4].part = "геометрия"
        self.test.band_ids.filtered(lambda band: band.mark > 2).write(
            {"part": "геометрия", "part_score": 2}
        )
        results = self.enter(self.work, ["11123", "11121", "11120"])
        self.assertEqual(results[:3].mapped("mark"), [5, 2, 2])

    def test_a_teacher_enters_the_own_lessons_only(self):
        by_class = self.work.result_ids.grouped("class_id")
        teacher = self.users["teacher"]
        mine = by_class[self.class_5a][0].with_user(teacher)
        mine.write({"attendance": "absent"})
        self.assertEqual(mine.attendance, "absent")
        with self.assertRaises(AccessError):
            by_class[self.class_5b][0].with_user(teacher).write({"attendance": "absent"})
        seen = self.env["vsoko.result"].with_user(teacher).search([])
        self.assertEqual(seen.class_id, self.class_5a)
        head = self.env["vsoko.result"].with_user(self.users["association_head"]).search([])
        self.assertEqual(len(head), 10)
        with self.assertRaises(AccessError):
            head[0].write({"attendance": "absent"})
