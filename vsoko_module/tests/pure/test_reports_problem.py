"""Intervals by hand (Wilson): 40 % of 100 people is 30.9…49.8, 95 % of 400 is 92.4…96.7, 50 % of
10 is 23.7…76.3."""

import unittest

from tools.figure import Figure
from tools.reports.openness import names_people
from tools.reports.problem.directions import directions_table
from tools.reports.problem.evidence import evidence_tables, judge
from tools.reports.problem.state import state_table
from tools.reports.problem.years import YearFigures, comparable, years_tables
from tools.reports.types import REPORT_TYPES
from tools.reports.year.sections import Listed
from tools.translation import plain

NAMES = {"school": "School", "level:noo": "Primary"}


def listed(code, target=None, unit="percent", **other):
    other = {"is_main": True, **other}
    return Listed(code, "k1", "o1", code.capitalize(), unit, 1, "more", target, **other)


def figure(code, value, n=100, cell="school", **other):
    return Figure(code, cell, value=value, n=n, people=n, **other)


QUALITY, SUCCESS = listed("quality", 60.0), listed("success", 90.0)
MEAN = listed("mean", 4.0, unit="mark")


def values(row):
    return [cell["value"] if isinstance(cell, dict) else cell for cell in row]


class TestState(unittest.TestCase):
    def table(self, figures):
        shared = {"o1": [QUALITY, SUCCESS], "o7": [listed("health")], "o9": []}
        names = {"o1": "Results", "o7": "Health", "o9": "Own"}
        return state_table(shared, names, figures, {"critical": "Critical"}, plain)

    def test_each_object_says_what_it_has(self):
        table = self.table({"quality": figure("quality", 40.0, status="critical")})
        self.assertEqual(
            values(table["rows"][0]), ["Results", "Quality", 100, None, 40.0, "60,0", "Critical"]
        )
        self.assertEqual(
            values(table["rows"][1]), ["Results", "Success", "—", None, None, "90,0", "—"]
        )
        self.assertEqual(
            table["sentences"],
            [
                "Results: of 2 indicators 0 in the optimal zone, 0 in the acceptable, 1 in the"
                " critical one; not judged 0, without data 1.",
                "Health: no data of any of 1 indicators; this is not zero.",
                "Own: the system has no indicators of this object.",
            ],
        )


class TestYears(unittest.TestCase):
    def year(self, title, value, unlike=(), **other):
        return YearFigures(title, {"quality": figure("quality", value, **other)}, frozenset(unlike))

    def test_three_years_in_one_line(self):
        years = [self.year("A", 60.0), self.year("B", 50.0), self.year("C", 40.0)]
        found = years_tables([QUALITY], years, plain)
        self.assertEqual(
            values(found["problem_years"]["rows"][0]),
            ["Quality", 60.0, 50.0, 40.0, -20.0, "it became worse"],
        )
        self.assertEqual(
            found["problem_years"]["sentences"],
            [
                "Years with figures: A, B, C.",
                "Quality: 60,0\u00a0% in A, 40,0\u00a0% in C, it became worse.",
            ],
        )
        self.assertEqual(found["problem_chart"]["series"][0]["values"], [60.0, 50.0, 40.0])

    def test_the_line_breaks_where_it_is_counted_otherwise(self):
        years = [
            self.year("A", 60.0, ["quality"]),
            self.year("B", 42.0),
            self.year("C", 40.0),
        ]
        self.assertEqual(comparable("quality", years), 1)
        found = years_tables([QUALITY], years, plain)
        row = found["problem_years"]["rows"][0]
        self.assertEqual(values(row)[4:], [-2.0, "no more than chance can do"])
        self.assertEqual([bool(cell.get("fill")) for cell in row[1:4]], [True, False, False])
        self.assertEqual(
            [line["values"] for line in found["problem_chart"]["series"]],
            [[60.0, None, None], [None, 42.0, 40.0]],
        )
        self.assertIn("Grey", found["problem_years"]["note"])

    def test_a_barrier_of_the_figure_breaks_it_too(self):
        years = [self.year("A", 60.0), self.year("B", 40.0, previous_barrier="definition")]
        self.assertEqual(comparable("quality", years), 1)
        row = years_tables([QUALITY], years, plain)["problem_years"]["rows"][0]
        self.assertEqual(values(row)[3:], ["—", "not compared"])

    def test_two_years_are_no_tendency_and_none_is_said(self):
        table = years_tables([QUALITY], [self.year("A", 60.0), self.year("B", 40.0)], plain)
        self.assertIn("three years", table["problem_years"]["sentences"][0])
        empty = years_tables([QUALITY], [YearFigures("A", {})], plain)
        self.assertNotIn("problem_chart", empty)
        # a year without figures after one with them would be drawn as an empty chart
        single = years_tables([QUALITY], [self.year("A", 60.0), YearFigures("B", {})], plain)
        self.assertEqual(len(single["problem_years"]["rows"]), 1)
        self.assertNotIn("problem_chart", single)
        self.assertEqual(
            empty["problem_years"]["sentences"],
            ["No year has figures yet: nothing can be said of a change."],
        )


class TestEvidence(unittest.TestCase):
    FIGURES = (
        figure("quality", 40.0),
        figure("success", 95.0, n=400),
        # so few people may be on either side of the target
        figure("quality", 50.0, n=10, cell="level:noo"),
        figure("mean", 2.0),
        figure("success", 10.0, cell="level:noo", grey_reason="incomplete"),
    )

    def judge(self, *figures, listed=(QUALITY, SUCCESS, MEAN), bands=None):
        return judge(figures or self.FIGURES, listed, NAMES, bands or {})

    def test_what_chance_can_do_stands_out_of_nothing(self):
        count, found = self.judge()
        self.assertEqual(count, 3)
        self.assertEqual(
            [(one.indicator.code, one.cell, one.is_good) for one in found],
            [("quality", "school", False), ("success", "school", True)],
        )
        tables = evidence_tables(count, found, plain)
        self.assertEqual(
            tables["problem_weak"]["rows"],
            [
                [
                    "School",
                    "Quality",
                    100,
                    "40,0\u00a0%",
                    "30,9\u00a0–\u00a049,8",
                    "60,0\u00a0%",
                    "worse than the target",
                ]
            ],
        )
        self.assertEqual(tables["problem_strong"]["rows"][0][4], "92,4\u00a0–\u00a096,7")

    def test_a_fall_is_weak_even_above_the_target(self):
        fallen = figure(
            "quality", 75.0, n=400, previous_value=90.0, previous_n=400, previous_people=400
        )
        (one,) = self.judge(fallen)[1]
        self.assertEqual(one.grounds, (("target", True), ("change", False)))
        self.assertFalse(one.is_good)
        barred = figure(
            "quality", 62.0, previous_value=90.0, previous_n=100, previous_barrier="definition"
        )
        self.assertEqual(self.judge(barred)[1], [])

    def test_a_zone_speaks_when_the_whole_interval_is_in_it(self):
        bands = {"success": [(0, "critical"), (90, "acceptable"), (98, "optimal")]}
        success = listed("success", 100.0)

        def grounds(value, people):
            found = self.judge(figure("success", value, people), listed=[success], bands=bands)[1]
            return [one.grounds for one in found]

        # 75 % of 100 is 65.7…82.5; 88 % of 100 reaches 93.0; 99.9 % of 1000 is 99.4…100.0;
        # 99 % of 400 begins with 97.5 and is no proof of missing 100 %
        self.assertEqual(grounds(75.0, 100), [(("zone", False),)])
        self.assertEqual(grounds(88.0, 100), [])
        self.assertEqual(grounds(99.9, 1000), [(("zone", True),)])
        self.assertEqual(grounds(99.0, 400), [])
        count, found = self.judge(figure("success", 75.0, 100), listed=[success], bands=bands)
        (sentence,) = directions_table(count, found, set(), plain)["sentences"]
        self.assertIn("leave the critical zone", sentence)

    def test_nothing_to_judge_is_said(self):
        sentences = evidence_tables(0, [], plain)["problem_strong"]["sentences"]
        self.assertIn("says nothing of quality", sentences[0])
        self.assertEqual(sentences[1], "Strong figures beyond chance: none.")

    def test_directions_are_of_weak_figures_nobody_works_on(self):
        count, found = self.judge()
        table = directions_table(count, found, set(), plain)
        self.assertEqual(
            table["sentences"],
            [
                "Proposed direction: “Quality” (School), now 40,0\u00a0%, people: 100; find out the"
                " causes and come to the target of 60,0\u00a0%."
            ],
        )
        self.assertEqual(table["rows"][0][-1], "none yet")
        table = directions_table(count, found, {("quality", "school")}, plain)
        self.assertEqual(table["sentences"], ["Weak figures that are worked on already: 1."])
        self.assertEqual(table["rows"][0][-1], "is worked on")

    def test_without_weak_figures_nothing_is_proposed(self):
        for count, word in ((0, "could be judged"), (3, "more than chance")):
            table = directions_table(count, [], set(), plain)
            self.assertEqual(table["rows"], [])
            self.assertIn(word, table["sentences"][0])


class TestDeclaration(unittest.TestCase):
    def test_what_tells_of_people_is_closed(self):
        closed = [
            section.code
            for section in REPORT_TYPES["problem_analysis"].sections
            if names_people({"blocks": [{"name": block.name} for block in section.blocks]})
        ]
        self.assertEqual(closed, ["factors", "actions", "training"])
