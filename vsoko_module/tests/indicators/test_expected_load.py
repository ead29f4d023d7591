from odoo.tests import tagged

from ..intake.common import SAMPLES_B, ImportCase

DAYS = {"hours_1_september": "2025-09-01", "hours_end_of_year": "2026-05-26"}


@tagged("post_install", "-at_install")
class TestExpectedLoad(ImportCase):
    """Hours of each teacher, from the teaching load of the sample school."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.expected = cls.load_json("expected.json")["load"]
        cls.imports = cls.load_base()

    def test_hours_of_teachers_on_the_first_and_the_last_day(self):
        Teaching = self.env["vsoko.teaching"]
        for key, day in DAYS.items():
            lessons = Teaching.search(Teaching._get_active_domain(day))
            hours = {
                teacher.name: sum(own.mapped("hours_per_week"))
                for teacher, own in lessons.grouped("teacher_id").items()
            }
            told = {one["teacher"]: one[key] for one in self.expected if one[key]}
            self.assertEqual(hours, told, key)

    def test_the_load_is_in_no_trouble(self):
        self.assertEqual(self.messages(self.imports), [])
        self.assertEqual(set(self.imports.mapped("state")), {"loaded"})
        for record in self.imports:
            self.assertEqual(record.count_rows_loaded, record.count_rows, record.name)


@tagged("post_install", "-at_install")
class TestExpectedLoadOfOtherHabits(TestExpectedLoad):
    """The same of a school that writes a teacher once and several classes in one cell."""

    # without it Odoo runs no test that a class inherits
    allow_inherited_tests_method = True
    samples = SAMPLES_B
