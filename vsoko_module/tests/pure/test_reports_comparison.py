"""Intervals by hand (Newcombe): 40 % and 60 % of 400 people are apart, of 10 are not."""

import unittest

from tools.figure import Figure
from tools.reports.comparison import ComparedSide, comparison
from tools.reports.year.sections import Listed
from tools.translation import plain


def listed(code, unit="percent"):
    return Listed(code, "k1", "o1", code.capitalize(), unit, 1, "more")


QUALITY, MEAN = listed("quality"), listed("mean", "mark")


def figure(code, value, n=400, **other):
    return Figure(code, "school", value=value, n=n, people=n, **other)


def paper(first, second, unlike=()):
    rows = [((one.code, None), one.name, one) for one in (QUALITY, MEAN)]
    sides = [
        ComparedSide(title, {(one.code, None): one for one in figures}, frozenset(found))
        for title, figures, found in (("5А", first, ()), ("5Б", second, unlike))
    ]
    return comparison("Школа", "Сравнение", [], [("Results", rows)], *sides, plain)


def rows(made):
    table = made.frozen.given("0")
    return [
        [cell["value"] if isinstance(cell, dict) else cell for cell in row] for row in table["rows"]
    ]


class TestComparison(unittest.TestCase):
    def test_a_difference_beyond_chance(self):
        row = rows(paper([figure("quality", 40.0)], [figure("quality", 60.0)]))[0]
        self.assertEqual(row, ["Quality", 40.0, 400, 60.0, 400, 20.0, "the second is better"])

    def test_the_difference_is_that_of_the_numbers_shown(self):
        # 69.7 and 68.2 stand there: 1.5, though the rest makes it 1.43
        row = rows(paper([figure("quality", 69.655)], [figure("quality", 68.225)]))[0]
        self.assertEqual(row[5], -1.5)

    def test_a_value_knows_the_figure_that_it_opens(self):
        sides = [figure("quality", 40.0, id=7)], [figure("quality", None, id=8)]
        row = paper(*sides).frozen.given("0")["rows"][0]
        self.assertEqual([row[1]["figure"], row[3]["figure"]], [7, 8])
        self.assertNotIsInstance(row[0], dict)

    def test_ten_people_on_either_side_tell_of_chance(self):
        small = [figure("quality", 40.0, n=10)], [figure("quality", 60.0, n=10)]
        self.assertEqual(rows(paper(*small))[0][-1], "no more than chance can do")

    def test_what_is_no_share_is_compared_by_number(self):
        row = rows(paper([figure("mean", 4.5)], [figure("mean", 4.0)]))[0]
        self.assertEqual(row[-2:], [-0.5, "compared by number alone"])

    def test_what_one_side_does_not_know(self):
        row = rows(paper([figure("quality", 40.0)], []))[0]
        self.assertEqual(row[3:], [None, "—", "—", "not compared: no data"])

    def test_what_is_counted_otherwise_has_no_difference(self):
        sides = [figure("quality", 40.0)], [figure("quality", 60.0)]
        row = rows(paper(*sides, unlike=["quality"]))[0]
        self.assertEqual(row[-2:], ["—", "counted otherwise, not compared"])

    def test_paper_says_what_chance_does_to_so_many(self):
        sides = [figure("quality", 40.0)], [figure("quality", 60.0)]
        self.assertIn("compared: 1. By chance alone about 1", paper(*sides).lines[0])
        self.assertEqual(paper([], []).parts, [])
        self.assertEqual(paper([], []).lines, [])
