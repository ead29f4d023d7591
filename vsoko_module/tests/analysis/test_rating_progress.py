from datetime import date

from odoo.exceptions import ValidationError
from odoo.fields import Command
from odoo.tests import tagged

from ..evidence.common import AssessmentCase


@tagged("post_install", "-at_install")
class TestRatingProgress(AssessmentCase):
    """What the same pupils have added from the initial to the final work.

    All of 5А and 5Б begin with 0 of 8 points, a «2». At the end 5А (six pupils) has 3 of 8, 5Б
    (four) has 5 of 8. Of 5А no other five pupils are expected from; of 5Б 37.5 % are.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.write("initial", date(2025, 9, 15), {cls.class_5a: "00000", cls.class_5b: "00000"})
        cls.final = cls.write(
            "final", date(2026, 5, 12), {cls.class_5a: "11100", cls.class_5b: "11111"}
        )
        # there are figures of the year, so that its classes and teachers are known
        cls.add_marks({(pupil, cls.math): 4 for pupil in cls.students}, cls.year_period)
        cls.year_period.action_calculate()

    @classmethod
    def write(cls, kind, day, rows):
        work = cls.make_work(cls.class_5a | cls.class_5b, kind, day)
        work.action_start()
        results = work.result_ids.sorted("id")
        cls.enter(work, [rows[result.class_id] for result in results])
        return work

    def rate(self, unit):
        rating = self.env["vsoko.rating"].create(
            {
                "name": "Прогресс",
                "unit": unit,
                "period_id": self.year_period.id,
                "min_n": 1,
                "component_ids": [
                    Command.create({"mode": "progress", "lo": -50, "hi": 50, "origin": "Школа"})
                ],
            }
        )
        rating.action_compute()
        return rating

    def test_results_above_the_expected_ones_of_others(self):
        lines = self.rate("class").line_ids
        line = lines.filtered(lambda one: one.class_id == self.class_5b)
        self.assertAlmostEqual(line.part_ids.value, 62.5 - 37.5)
        self.assertAlmostEqual(line.index, 75)
        self.assertEqual(line.n, 4)
        other = lines.filtered(lambda one: one.class_id == self.class_5a)
        self.assertEqual((other.index, other.reason), (False, "no_data"))

    def test_a_teacher_is_rated_by_progress_alone(self):
        lines = self.rate("teacher").line_ids
        line = lines.filtered(lambda one: one.teacher_id == self.teachers[2])
        self.assertAlmostEqual(line.index, 75)

    def test_who_missed_the_final_work_changes_nothing(self):
        result = self.final.result_ids.filtered(lambda one: one.class_id == self.class_5b)[0]
        result.task_score_ids.unlink()
        result.attendance = "absent"
        line = self.rate("class").line_ids.filtered(lambda one: one.class_id == self.class_5b)
        self.assertAlmostEqual(line.index, 75)
        self.assertEqual(line.n, 3)

    def test_progress_is_of_classes_and_teachers(self):
        for unit in ("subject", "level"):
            with self.subTest(unit), self.assertRaises(ValidationError):
                self.rate(unit)
