from odoo.fields import Command
from odoo.tests import tagged

from ...tools import staff
from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestStaffRegisterFigures(FiguresCase):
    """Four pedagogues; the first quarter ends on 26 October 2025.

    Orlova leads mathematics, Sedov Russian, Kotova mathematics, Lebedeva nothing. Three years up to
    the last day begin on 27 October 2022.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.orlova, cls.sedov, cls.kotova, cls.lebedeva = cls.teachers

    def enter(self, register, *lines):
        self.env[f"vsoko.staff.{register}"].create(
            [{"teacher_id": teacher.id, **vals} for teacher, vals in lines]
        )

    def shares(self, *codes, period=None):
        """Return what the indicators counted: «1/4 = 25.0»."""
        (period or self.q1).action_calculate()
        figures = [self.figure(code, period=period) for code in codes]
        return [f"{one.numerator:.0f}/{one.denominator:.0f} = {one.value}" for one in figures]

    def test_events_of_three_years_one_person_once(self):
        event = {"name": "Событие"}
        self.enter(
            "event",
            (self.orlova, event | {"kind": "contest", "date": "2024-05-10", "level": "school"}),
            (self.orlova, event | {"kind": "contest", "date": "2024-05-11", "level": "school"}),
            (self.orlova, event | {"kind": "technology", "date": "2022-10-27"}),
            (self.sedov, event | {"kind": "contest", "date": "2025-10-26", "level": "regional"}),
            (self.sedov, event | {"kind": "expert", "date": "2022-10-26"}),
            (self.kotova, event | {"kind": "innovation", "date": "2025-10-27"}),
            (self.kotova, event | {"kind": "jury", "date": "2023-01-01"}),
            (self.lebedeva, event | {"kind": "open_lesson", "date": "2025-09-01"}),
        )
        # contests: Orlova, Sedov; above the school: Sedov; methods: Orlova's technology, Lebedeva
        self.assertEqual(
            self.shares("staff_contests", "staff_contest_levels", "staff_methods"),
            ["2/4 = 50.0", "1/4 = 25.0", "2/4 = 50.0"],
        )
        # Sedov was an expert a day too early, Kotova's innovation comes a day too late
        self.assertEqual(
            self.shares("staff_experts", "staff_innovation", "staff_technologies"),
            ["1/4 = 25.0", "0/4 = 0.0", "1/4 = 25.0"],
        )

    def test_results_of_the_attestation(self):
        category = {"kind": "category", "category": "first"}
        self.enter(
            "attestation",
            # given before September 2023: to 31 August 2028
            (self.orlova, category | {"date": "2023-08-31"}),
            # ended on 25 October 2025, the day before the last one
            (self.sedov, {"kind": "fitness", "date": "2020-10-25"}),
            # not given yet
            (self.lebedeva, category | {"date": "2025-10-27"}),
        )
        self.kotova.category = "conformity"
        self.sedov.stated_category = "highest"
        self.assertEqual(
            self.shares("staff_attestation", "staff_category", "staff_category_first"),
            ["2/4 = 50.0", "1/4 = 25.0", "1/4 = 25.0"],
        )
        # in the second quarter Lebedeva has her category
        self.assertEqual(self.shares("staff_category", period=self.q2), ["2/4 = 50.0"])

    def test_readiness_is_training_of_three_years(self):
        course = {"topic": "Курс", "hours": 72}
        self.enter(
            "course",
            (self.orlova, course | {"date_end": "2022-10-27"}),
            (self.sedov, course | {"date_end": "2022-10-26"}),
            (self.lebedeva, course | {"date_end": "2025-09-20", "kind": "seminar"}),
        )
        self.kotova.course_date = "2024-01-01"
        # Orlova by the register, Kotova by the list; five calendar years have Sedov too
        self.assertEqual(
            self.shares("staff_readiness", "staff_courses"), ["2/4 = 50.0", "3/4 = 75.0"]
        )

    def test_the_diploma_matches_what_is_taught(self):
        diploma = {"level": "higher", "matches_subject_ids": [Command.set(self.math.ids)]}
        self.enter(
            "education",
            (self.orlova, diploma),
            (self.sedov, diploma),
            (self.lebedeva, diploma),
            (self.kotova, {"level": "spo_worker"}),
        )
        # Orlova teaches mathematics, Sedov Russian; Kotova's diploma says nothing, Lebedeva has no
        # lessons
        self.assertEqual(
            self.shares("staff_education_match", "staff_education", "staff_secondary"),
            ["1/2 = 50.0", "3/4 = 75.0", "1/4 = 25.0"],
        )

    def test_experience_of_a_day_is_that_of_the_tools(self):
        lines = {
            self.orlova: ("1995-10-26", []),
            self.sedov: ("1995-10-25", []),
            self.kotova: ("1995-10-20", [("2000-07-01", "2000-07-20")]),
            self.lebedeva: ("2020-02-29", [("2024-01-10", False)]),
        }
        for teacher, (begun, gaps) in lines.items():
            gap_ids = [Command.create({"date_from": a, "date_to": b}) for a, b in gaps]
            self.enter("experience", (teacher, {"date_from": begun, "gap_ids": gap_ids}))
        facts = self.env["vsoko.fact.staff"].search([("period_id", "=", self.q1.id)])
        found = {fact.teacher_id: fact.experience_years for fact in facts}
        for line in self.env["vsoko.staff.experience"].search([]):
            gaps = [(gap.date_from, gap.date_to) for gap in line.gap_ids]
            expected = staff.experience(line.date_from, gaps, self.q1.date_end)
            self.assertAlmostEqual(found[line.teacher_id], expected, 9, line.teacher_id.name)
        # exactly thirty years are not «more than 30», a day more is; Kotova has a gap of 19 days
        self.assertEqual(
            self.shares("staff_experience_over_30", "staff_experience_under_5"),
            ["1/4 = 25.0", "1/4 = 25.0"],
        )

    def test_age_on_the_last_day_of_the_calendar_year(self):
        period = self.env["vsoko.period"].create(
            {
                "year_id": self.year.id,
                "name": "2025",
                "kind": "half",
                "date_start": "2025-09-01",
                "date_end": "2025-12-31",
            }
        )
        # on 31 December 2025: 30 years, 29, 55, 54
        for teacher, born in zip(
            self.teachers, ("1995-12-31", "1996-01-01", "1970-12-31", "1971-01-01"), strict=True
        ):
            teacher.birthdate = born
        self.assertEqual(
            self.shares("staff_age_under_30", "staff_age_55", period=period),
            ["1/4 = 25.0", "1/4 = 25.0"],
        )

    def test_an_event_is_in_each_period_that_holds_its_day(self):
        self.enter(
            "event", (self.orlova, {"kind": "speech", "name": "Доклад", "date": "2025-10-26"})
        )
        rows = self.env["vsoko.fact.staff_event"].search([("teacher_id", "=", self.orlova.id)])
        self.assertEqual(rows.period_id, self.q1 | self.year_period)
        self.assertFalse(any(rows.mapped("is_checked")))
        self.env["vsoko.staff.event"].search([]).with_user(self.users["director"]).action_check()
        rows.invalidate_recordset()
        self.assertTrue(all(rows.mapped("is_checked")))
