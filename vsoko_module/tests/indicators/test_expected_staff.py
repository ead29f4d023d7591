from datetime import date

from odoo.tests import tagged

from ..intake.common import SAMPLES_B, ImportCase, load_json

# our code → key of the figures that were computed from the staff list outside the program
SHARES = {
    "staff_education": "higher",
    "staff_higher_pedagogic": "higher_pedagogic",
    "staff_secondary": "secondary",
    "staff_secondary_pedagogic": "secondary_pedagogic",
    "staff_category": "category",
    "staff_category_highest": "category_highest",
    "staff_category_first": "category_first",
    "staff_experience_under_5": "experience_under_5",
    "staff_experience_over_30": "experience_over_30",
    "staff_age_under_30": "age_under_30",
    "staff_age_55": "age_55_and_more",
    "staff_courses": "trained_2021_2025",
    "staff_trained_fgos": "trained_fgos",
}


@tagged("post_install", "-at_install")
class TestExpectedStaff(ImportCase):
    """The figures of staff on 31 December, from the staff list of the sample school."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.expected = load_json("expected.json", cls.samples)["staff"]
        cls.load_base()
        cls.period = cls.env["vsoko.period"].create(
            {
                "year_id": cls.year.id,
                "name": "2025",
                "kind": "trimester",
                "date_start": date(2025, 1, 1),
                "date_end": date(2025, 12, 31),
            }
        )
        cls.period.action_calculate()

    def figure(self, code):
        return self.env["vsoko.indicator.value"].search(
            [
                ("period_id", "=", self.period.id),
                ("indicator_id.code", "=", code),
                ("scope", "=", "school"),
            ]
        )

    def test_shares_of_the_pedagogic_staff(self):
        for code, key in SHARES.items():
            figure, expected = self.figure(code), self.expected[key]
            self.assertEqual(figure.numerator, expected["count"], code)
            self.assertEqual(figure.denominator, self.expected["pedagogic"], code)
            self.assertAlmostEqual(figure.value, expected["pct"], 5, code)

    def test_numbers_of_people(self):
        self.assertEqual(self.figure("staff_pedagogic").value, self.expected["pedagogic"])
        self.assertEqual(self.figure("staff_all").value, self.expected["all"])


@tagged("post_install", "-at_install")
class TestExpectedStaffOfOtherHabits(TestExpectedStaff):
    """The same of a school with other words for education and category."""

    # without it Odoo runs no test that a class inherits
    allow_inherited_tests_method = True
    samples = SAMPLES_B
