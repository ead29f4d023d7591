"""Intervals by hand (Wilson): 40 % of 400 people is 35.3…44.9, 60 % of 400 is 55.1…64.7: apart."""

import unittest

from tools.figure import Figure
from tools.reports.council.objects import changes, objects_table, said_of
from tools.reports.council.reasons import Seen, tell_reason, worst
from tools.reports.problem.years import YearFigures
from tools.reports.year.sections import Listed
from tools.reports.year.tables import Moment
from tools.translation import plain

ZONES = {"critical": "Critical", "acceptable": "Acceptable", "optimal": "Optimal"}


def listed(code, is_main=True):
    return Listed(code, "k1", "o1", code.capitalize(), "percent", 1, "more", is_main=is_main)


def figure(code, value, status=None, **other):
    return Figure(code, "school", value=value, n=400, people=400, status=status, **other)


class TestReason(unittest.TestCase):
    """Why an object has its colour."""

    def tell(self, *seen):
        return tell_reason(seen, plain)

    def test_the_worst_zone_counts_and_is_named_with_its_figures(self):
        seen = (
            Seen("Success", "95,0 %", "optimal"),
            Seen("Quality", "40,0 %", "critical"),
            Seen("Exams", ""),
        )
        self.assertEqual(worst(seen), "critical")
        self.assertEqual(self.tell(*seen), "Quality 40,0 %. Without data: 1 of 3.")

    def test_what_is_not_known_has_no_colour(self):
        self.assertIsNone(worst([Seen("Quality", "", "critical")]))
        self.assertEqual(
            self.tell(Seen("A", ""), Seen("B", "")), "No data of any of 2 main indicators."
        )
        self.assertEqual(self.tell(), "No main indicator is named for this object.")

    def test_what_is_not_judged_is_named(self):
        self.assertEqual(self.tell(Seen("Arrived", "12", "grey")), "Not judged: Arrived.")

    def test_of_many_the_rest_is_counted(self):
        five = [Seen(name, "1", "critical") for name in "ABCDE"]
        self.assertEqual(self.tell(*five), "A 1, B 1, C 1 (+2).")


class TestObjects(unittest.TestCase):
    """The table of objects, its years and what has changed."""

    def table(self, *years, figures=None):
        shared = {"o1": [listed("quality"), listed("inner", is_main=False)], "o7": []}
        moment = Moment("2025", figures or {}, "2024")
        taken = [YearFigures(str(2020 + place), own) for place, own in enumerate(years)]
        names = {"o1": "Results", "o7": "Health"}
        return objects_table(shared, names, moment, taken, ZONES, plain)["rows"]

    def test_zone_reason_and_years(self):
        before, now = figure("quality", 40.0), figure("quality", 60.0, "critical")
        rows = self.table({"quality": before}, {"quality": now}, figures={"quality": now})
        self.assertEqual(rows[0][1]["value"], "■\u00a0Critical")
        self.assertEqual(rows[0][2], "Quality 60,0\u00a0%.")
        self.assertEqual(rows[0][3], "It became better: Quality.")

    def test_an_object_is_said_in_two_sentences(self):
        now = figure("quality", 60.0, "critical")
        years = [YearFigures("2025", {"quality": now})]
        told = said_of([listed("quality")], Moment("2025", {"quality": now}), years, plain)
        self.assertEqual(told, ["Quality 60,0\u00a0%.", "Too few years to compare."])

    def test_chance_is_no_change_and_one_year_no_tendency(self):
        now = figure("quality", 41.0, "critical")
        rows = self.table({"quality": figure("quality", 40.0)}, {"quality": now})
        self.assertEqual(rows[0][3], "No more than chance can do.")
        self.assertEqual(self.table({"quality": now})[0][3], "Too few years to compare.")

    def test_hidden_figure_is_told_by_nothing(self):
        hidden = figure("quality", 40.0, "critical").hide()
        rows = self.table({"quality": hidden}, {"quality": hidden}, figures={"quality": hidden})
        self.assertEqual(rows[0][1], "—")
        self.assertNotIn("40", str(rows[0]))
        self.assertNotIn("critical", str(rows[0]).lower())

    def test_changes_are_those_beyond_chance(self):
        shared = {"o1": [listed("quality"), listed("success")]}
        same = {"previous_n": 400, "previous_people": 400}
        figures = {
            "quality": figure("quality", 40.0, previous_value=60.0, delta=-20.0, **same),
            "success": figure("success", 90.0, previous_value=89.0, delta=1.0, **same),
        }
        told = changes(shared, Moment("2025", figures, "2024"), plain)
        self.assertEqual(told, ["Quality: 40,0\u00a0% (2024: 60,0\u00a0%, it became worse)."])
        self.assertEqual(
            changes(shared, Moment("2025", {}), plain),
            ["There is no earlier period to compare with."],
        )
