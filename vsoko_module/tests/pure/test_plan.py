import unittest
from collections import Counter
from datetime import date
from pathlib import Path

from tools.governance.bodies import SHIPPED
from tools.governance.plan.class_span import class_span
from tools.governance.plan.months import parse_months
from tools.governance.plan.school_weeks import SchoolWeeks, day_of_month
from tools.governance.plan.template import parse_grades, read_template, working_day

TEMPLATE = Path(__file__).parents[2] / "data/vsoko_plan_template.json"
# the autumn holidays of the first year are a week, those of the second ten days
THIS = SchoolWeeks(
    [(date(2025, 9, 1), date(2025, 10, 24)), (date(2025, 11, 3), date(2025, 12, 30)),
     (date(2026, 1, 12), date(2026, 5, 26))]
)  # fmt: skip
NEXT = SchoolWeeks(
    [(date(2026, 9, 1), date(2026, 10, 21)), (date(2026, 11, 2), date(2026, 12, 29)),
     (date(2027, 1, 11), date(2027, 5, 26))]
)  # fmt: skip


class TestSchoolWeeks(unittest.TestCase):
    """A plan is copied to the same week of lessons, not to the same day of the calendar."""

    def moved(self, day):
        return NEXT.day_at(THIS.place_of(day))

    def test_the_same_week_and_weekday(self):
        self.assertEqual(self.moved(date(2025, 9, 10)), date(2026, 9, 9))
        self.assertEqual(self.moved(date(2025, 11, 5)), date(2026, 11, 4))
        self.assertEqual(self.moved(date(2026, 1, 14)), date(2027, 1, 13))

    def test_a_day_of_lessons_stays_one(self):
        self.assertEqual(self.moved(date(2025, 9, 1)), date(2026, 9, 1))
        self.assertEqual(self.moved(date(2025, 10, 24)), date(2026, 10, 21))

    def test_holidays_stay_holidays(self):
        self.assertEqual(self.moved(date(2025, 10, 29)), date(2026, 10, 28))
        self.assertEqual(self.moved(date(2025, 8, 28)), date(2026, 8, 27))
        self.assertEqual(self.moved(date(2026, 6, 10)), date(2027, 6, 9))

    def test_a_shorter_year_has_its_last_week(self):
        short = SchoolWeeks([(date(2026, 9, 1), date(2026, 9, 11))])
        self.assertEqual(short.day_at(THIS.place_of(date(2025, 12, 3))), date(2026, 9, 9))

    def test_a_week_with_one_day_of_lessons_is_no_week(self):
        quarters = [(date(2026, 9, 1), date(2026, 10, 26)), (date(2026, 11, 5), date(2026, 12, 30))]
        weeks = SchoolWeeks(quarters)
        self.assertEqual(weeks.place_of(date(2026, 10, 23)).lesson_week, 7)
        self.assertEqual(weeks.place_of(date(2026, 10, 26))[:2], (7, 1))
        self.assertEqual(weeks.place_of(date(2026, 11, 5))[:2], (8, 0))

    def test_days_of_months(self):
        first = date(2025, 9, 1)
        self.assertEqual(day_of_month(first, 8, 28), date(2025, 8, 28))
        self.assertEqual(day_of_month(first, 2, 31), date(2026, 2, 28))
        self.assertEqual(day_of_month(first, 12, 5), date(2025, 12, 5))

    def test_months(self):
        self.assertEqual(parse_months("3, 9,12,9"), [9, 12, 3])
        self.assertEqual(parse_months(""), [])
        for text in ("13", "сентябрь", "0"):
            with self.subTest(text=text), self.assertRaises(ValueError):
                parse_months(text)


class TestTemplate(unittest.TestCase):
    """The shipped plan of a school year."""

    @classmethod
    def setUpClass(cls):
        cls.rows = read_template(TEMPLATE.read_text("utf-8"))

    def test_it_covers_the_year_and_all_objects(self):
        self.assertEqual({row["object"] for row in self.rows}, {f"o{n}" for n in range(1, 8)})
        self.assertGreaterEqual(len({row["month"] for row in self.rows}), 10)
        paragraphs = {row["paragraph"] for row in self.rows}
        self.assertLessEqual({f"4.4.{number}" for number in range(1, 7)}, paragraphs)

    def test_each_line_says_what_it_makes_and_who_answers(self):
        told = {"month", "day", "name", "purpose", "post", "method", "kind", "result", "makes"}
        for row in self.rows:
            with self.subTest(row=row["name"]):
                self.assertLessEqual(told, {*row, "purpose"})
                parse_grades(row.get("grades"))
                parse_months(row.get("months"))

    def test_councils_and_associations_have_sessions_with_their_paragraph(self):
        sessions = [row for row in self.rows if row["makes"] == "vsoko.meeting"]
        chapters = {"pedagogical": "3.3.", "governing": "3.4.", "methodical": "3.5."}
        chapters["association"] = "3.5."
        self.assertEqual({row["body"] for row in sessions}, set(chapters))
        for row in sessions:
            with self.subTest(row=row["name"]):
                self.assertTrue(row["paragraph"].startswith(chapters[row["body"]]))
                self.assertEqual(row["result"], "minutes")
        # as many as the bodies that a school begins with are to meet at least
        least = {body.kind: body.meetings_min for body in SHIPPED if body.meetings_min}
        self.assertEqual(Counter(row["body"] for row in sessions), {**least, "association": 4})

    def test_no_day_is_at_a_weekend(self):
        days = [working_day(date(2025, 9, 1), row["month"], row["day"]) for row in self.rows]
        self.assertFalse([day for day in days if day.weekday() > 4])

    def test_grades(self):
        self.assertEqual(parse_grades("2-4, 10"), {2, 3, 4, 10})
        self.assertEqual(parse_grades(None), set())


class TestClassSpan(unittest.TestCase):
    def test_whole_grades_are_numbers_and_others_names(self):
        chosen = [(2, "2А"), (2, "2Б"), (3, "3А"), (9, "9А"), (10, "10А")]
        sizes = {2: 2, 3: 1, 9: 2, 10: 1}
        self.assertEqual(class_span(chosen, sizes), "2–3, 10, 9А")
        self.assertEqual(class_span([], sizes), "")
