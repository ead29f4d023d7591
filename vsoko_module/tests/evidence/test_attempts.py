from datetime import date

from odoo.tests import tagged

from .common import AssessmentCase

FIRST, AGAIN = date(2026, 6, 3), date(2026, 6, 25)


@tagged("post_install", "-at_install")
class TestAttempts(AssessmentCase):
    """Of the attempts of a pupil at the exam of a subject in a year the last one counts."""

    def exam(self, day, kind="oge"):
        work = self.make_work(self.class_5a, kind, day)
        work.action_start()
        return work

    def result(self, work, **vals):
        student = self.class_5a.enrolment_ids[:1].student_id
        result = work.result_ids.filtered(lambda one: one.student_id == student)
        result.write(vals)
        return result

    def facts(self, work):
        return self.env["vsoko.fact.result"].search(
            [
                ("student_id", "=", self.class_5a.enrolment_ids[:1].student_id.id),
                ("procedure", "=", work.procedure),
                ("period_id.kind", "=", "year"),
            ]
        )

    def test_the_last_attempt_counts_and_the_first_stays(self):
        first = self.result(self.exam(FIRST), attendance="present", mark=2)
        again = self.result(self.exam(AGAIN), attendance="present", mark=3)
        self.assertEqual((first.attempt, again.attempt), (1, 2))
        self.assertEqual((first.is_valid, again.is_valid), (False, True))
        self.assertEqual(first.mark, 2)

    def test_an_attempt_without_a_result_takes_nothing_away(self):
        first = self.result(self.exam(FIRST), attendance="present", mark=3)
        again = self.result(self.exam(AGAIN), attendance="absent")
        self.assertEqual((first.is_valid, again.is_valid), (True, False))

    def test_the_order_is_that_of_the_days(self):
        again = self.result(self.exam(AGAIN), attendance="present", mark=3)
        work = self.exam(FIRST)
        first = self.result(work, attendance="present", mark=2)
        self.assertEqual((first.attempt, again.is_valid), (1, True))
        work.date = date(2026, 6, 28)
        self.assertEqual((first.attempt, first.is_valid, again.is_valid), (2, True, False))

    def test_a_deleted_attempt_gives_the_place_back(self):
        first = self.result(self.exam(FIRST), attendance="present", mark=2)
        again = self.result(self.exam(AGAIN), attendance="present", mark=3)
        again.unlink()
        self.assertEqual((first.attempt, first.is_valid), (1, True))

    def test_indicators_of_pupils_see_one_result(self):
        work = self.exam(FIRST)
        self.result(work, attendance="present", mark=2)
        self.result(self.exam(AGAIN), attendance="present", mark=3)
        self.assertEqual(self.facts(work).mapped("mark"), [3])

    def test_points_are_those_of_the_result_that_counts(self):
        first, again = self.exam(FIRST), self.exam(AGAIN)
        self.enter(first, ["00000"])
        self.enter(again, ["11123"])
        points = self.env["vsoko.fact.task_score"].search(
            [("procedure", "=", "oge"), ("period_id.kind", "=", "year")]
        )
        self.assertEqual(points.assessment_id, again)
        self.assertEqual(sorted(points.mapped("score")), [1, 1, 1, 2, 3])
        # the first attempt keeps its points
        self.assertEqual(len(first.result_ids.task_score_ids), 5)

    def test_works_of_the_school_are_no_attempts(self):
        first = self.result(self.exam(FIRST, "internal"), attendance="present", mark=2)
        again = self.result(self.exam(AGAIN, "internal"), attendance="present", mark=3)
        self.assertTrue(first.is_valid and again.is_valid)
        self.assertEqual((first.attempt, again.attempt), (1, 1))
