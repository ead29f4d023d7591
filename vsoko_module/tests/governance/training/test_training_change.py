from datetime import date, timedelta

from odoo.tests import tagged
from odoo.tests.common import freeze_time

from ...evidence.common import AssessmentCase

RIGHT, WRONG = "11123", "00000"


@tagged("post_install", "-at_install")
class TestTrainingChange(AssessmentCase):
    """Mathematics of 5А (16 pupils) and 5Б (14) by different teachers; all tasks of the works
    check one element of content."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time("2025-12-20"))
        cls.year.state = "current"
        cls.Need = cls.env["vsoko.training.need"]
        cls.own, cls.other = cls.teachers[0], cls.teachers[2]
        cls.enrol(cls.class_5a, 10)
        cls.enrol(cls.class_5b, 10)
        cls.element = cls.env["vsoko.content.element"].create(
            {"code": "1.1", "name": "Сравнение", "subject_id": cls.math.id}
        )
        cls.test.task_ids.content_ids = cls.element

    def write(self, day, *wrong, right_ones=0):
        """A closed work in which all are right but the classes named, of them the first few."""
        work = self.make_work(self.class_5a | self.class_5b, day=day)
        work.action_start()
        rows, left = [], right_ones
        for result in work.result_ids.sorted("id"):
            is_wrong = result.class_id in wrong
            if is_wrong and left:
                is_wrong, left = False, left - 1
            rows.append(WRONG if is_wrong else RIGHT)
        self.enter(work, rows)
        work.action_close()

    def find(self):
        self.Need._refresh(self.year)
        return self.Need.search([("kind", "=", "element"), ("date_to", "=", False)])

    def test_an_element_below_the_parallel_is_found_in_works(self):
        self.write(date(2025, 10, 15), self.class_5a)
        self.assertFalse(self.find())
        self.write(date(2025, 11, 5), self.class_5a)
        need = self.find()
        self.assertEqual((need.teacher_id, need.content_id), (self.own, self.element))
        self.assertEqual((need.subject_id, need.grade, need.theme), (self.math, 5, "1.1 Сравнение"))
        self.assertEqual((need.value, need.people), (0.0, 16))
        self.assertEqual((need.compared, need.others, need.occasions), (100.0, 14, 2))

    def test_a_difference_that_chance_makes_is_no_direction(self):
        """13 of 16 against 14 of 14: 81 and 100 %; by Newcombe from −43.0 to +6.0 points."""
        for day in (date(2025, 10, 15), date(2025, 11, 5)):
            self.write(day, self.class_5a, right_ones=13)
        self.assertFalse(self.find())

    def test_external_diagnostics_tell_nothing_of_a_teacher(self):
        self.env.ref("vsoko_module.assessment_type_internal").rating_allowed = False
        for day in (date(2025, 10, 15), date(2025, 11, 5)):
            self.write(day, self.class_5a)
        self.assertFalse(self.find())

    def test_after_the_course_the_figure_says_what_has_changed(self):
        """Two works at nought, then eight right ones: 80 % of the points, all 16 have it."""
        for day in (date(2025, 10, 15), date(2025, 11, 5)):
            self.write(day, self.class_5a)
        need = self.find().with_context(lang="en_US")
        self.assertFalse(need.change_text)
        for place in range(8):
            self.write(date(2025, 11, 10) + timedelta(days=place))
        self.assertFalse(self.find())
        self.assertEqual((need.date_to, need.value, need.first_value), (date(2025, 12, 20), 100, 0))
        self.assertIn("0 % of 16 pupils", need.change_text)
        self.assertIn("100 % of 16", need.change_text)
        self.assertIn("better than chance", need.change_text)

    def test_a_small_change_is_told_as_chance(self):
        """Nobody, then 2 of 16: 12.5 %, and by Newcombe from −8.9 to +36.0 points."""
        for day in (date(2025, 10, 15), date(2025, 11, 5)):
            self.write(day, self.class_5a)
        need = self.find().with_context(lang="en_US")
        for place in range(8):
            self.write(date(2025, 11, 10) + timedelta(days=place), self.class_5a, right_ones=2)
        self.assertEqual(self.find(), need)
        self.assertEqual((need.value, need.first_value, need.date_to), (12.5, 0, False))
        self.assertIn("also changes by itself", need.change_text)
