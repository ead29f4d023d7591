"""The school beside the region and the country, by tasks, marks and points."""

import unittest
from dataclasses import replace

from tools.analysis import Aggregate, marks_beside, points_beside, tasks_beside
from tools.reports.assessment import make_note, make_page
from tools.translation import plain
from work_samples import values, work

# shares of the own tasks 1…5: 80, 60, 40, 40, 30 % of the points, ten pupils
OWN = (80, 60, 40, 40, 30)
COUNTRY = Aggregate(
    "Country", "All", 1000, None, key="country", tasks={"all": dict.fromkeys("12345", 55)}
)
REGION = Aggregate(
    "Region",
    "Area",
    100,
    None,
    key="region",
    tasks={
        "all": {"1": 49, "2": 83.5, "3": 68, "4": 69, "5": 10},
        "2": {"1": 20, "2": 10, "3": 5, "4": 0, "5": 1},
        "3": {"1": 90, "2": 80, "3": 40, "4": 30, "5": 20},
    },
    points={"0": 5, "2": 15, "10": 80},
)


def beside(*groups, **changes):
    return work(aggregates=groups, **changes)


class TestTasks(unittest.TestCase):
    def test_what_differs_by_more_than_chance(self):
        found = tasks_beside(beside(COUNTRY, REGION))
        self.assertEqual([group.key for group in found.groups], ["region", "country"])
        self.assertEqual((found.reference.key, found.n), ("region", 10))
        # Wilson's intervals of ten: 8 → 49.0–94.3, 6 → 31.3–83.2, 4 → 16.8–68.7, 3 → 10.8–60.3
        self.assertEqual(
            [line.change for line in found.lines], ["more", "less", None, "less", "more"]
        )
        self.assertEqual(tuple(round(line.own) for line in found.lines), OWN)
        self.assertEqual(found.lines[1].shares, (83.5, 55))

    def test_the_country_where_no_region_is_told(self):
        found = tasks_beside(beside(COUNTRY))
        self.assertEqual(found.reference.key, "country")
        self.assertEqual({line.change for line in found.lines}, {None})

    def test_a_task_that_others_lack_is_not_compared(self):
        told = replace(COUNTRY, tasks={"all": {"1": 0, "2": 55}})
        lines = tasks_beside(beside(told)).lines
        self.assertEqual([line.shares for line in lines], [(0,), (55,), (None,), (None,), (None,)])
        self.assertEqual([line.change for line in lines], ["more", None, None, None, None])

    def test_other_numbers_go_by_their_order_when_there_are_as_many(self):
        numbers = ("10", "9К1", "9К2", "11", "12")
        told = replace(COUNTRY, tasks={"all": {n: place for place, n in enumerate(numbers)}})
        lines = tasks_beside(beside(told, texts={"9К1": "Write"})).lines
        self.assertEqual([line.number for line in lines], ["1", "2", "3", "4", "5"])
        self.assertEqual([line.shares[0] for line in lines], [1, 2, 0, 3, 4])
        self.assertEqual([line.text for line in lines], ["Write", "", "", "", ""])
        fewer = replace(COUNTRY, tasks={"all": {"9": 1, "10": 2}})
        self.assertEqual({line.shares for line in tasks_beside(beside(fewer)).lines}, {(None,)})

    def test_without_own_results_the_returned_ones_of_the_school(self):
        school = Aggregate(
            "School", "Ours", 40, None, key="school", tasks={"all": {"2": 20, "10": 60}}
        )
        country = replace(COUNTRY, tasks={"all": {"10": 55, "2": 55}})
        found = tasks_beside(beside(school, country, pupils=(), tasks=()))
        self.assertEqual([(line.number, line.own) for line in found.lines], [("2", 20), ("10", 60)])
        self.assertEqual([line.change for line in found.lines], ["less", None])
        alone = tasks_beside(beside(country, pupils=(), tasks=()))
        self.assertEqual(({line.own for line in alone.lines}, alone.n), ({None}, 0))

    def test_nothing_without_shares_of_tasks(self):
        self.assertIsNone(tasks_beside(beside()))
        self.assertIsNone(tasks_beside(beside(replace(COUNTRY, tasks={}))))
        note, page = make_note(work(), plain), make_page(work(), plain)
        self.assertIsNone(page["beside"])
        self.assertFalse({"tasks_beside", "marks_beside", "points_beside"} & set(note))


class TestMarksAndPoints(unittest.TestCase):
    def test_groups_by_marks(self):
        reference, found = marks_beside(beside(COUNTRY, REGION))
        self.assertEqual(reference.key, "region")
        self.assertEqual({mark: n for mark, (n, _lines) in found.items()}, {2: 4, 3: 3, 4: 1, 5: 2})
        # two of the four pupils with «2» did the first task
        self.assertEqual(found[2][1][0], ("1", 50, 20))
        self.assertEqual([line[2] for line in found[4][1]], [None] * 5)
        self.assertIsNone(marks_beside(beside(COUNTRY)))

    def test_points_by_shares_of_participants(self):
        totals, lines = points_beside(beside(REGION))
        self.assertEqual(totals, ["0", "2", "10"])
        (own, shares), (group, others) = lines
        self.assertEqual((own, group.key, others), (None, "region", [5, 15, 80]))
        scores = [pupil.score for pupil in work().wrote]
        expected = [scores.count(0) * 10.0, scores.count(2) * 10.0, 0.0]
        self.assertEqual(shares, expected)
        self.assertIsNone(points_beside(beside(COUNTRY)))


class TestSaid(unittest.TestCase):
    def test_the_note_names_what_differs(self):
        note = make_note(beside(COUNTRY, REGION, texts={"1": "Count"}), plain)
        rows = values(note["tasks_beside"])
        self.assertEqual(rows[0][:2], ["1", "Count"])
        self.assertEqual(rows[1][1:], ["—", 60.0, 83.5, 55, "lower"])
        self.assertEqual(
            note["tasks_beside"]["sentences"],
            [
                "Lower than Area by more than chance: 2 (60,0\u00a0% against 83,5\u00a0%),"
                " 4 (40,0\u00a0% against 69,0\u00a0%).",
                "Higher than Area by more than chance: 1 (80,0\u00a0% against 49,0\u00a0%),"
                " 5 (30,0\u00a0% against 10,0\u00a0%).",
            ],
        )
        self.assertEqual(note["points_beside"]["labels"], ["0", "2", "10"])
        self.assertEqual([line["title"] for line in note["points_beside"]["series"]][1], "Area")

    def test_nothing_differs(self):
        page = make_page(beside(COUNTRY), plain)["beside"]
        self.assertEqual(
            page["sentences"], ["No task differs from All by more than chance (pupils: 10)."]
        )
        self.assertEqual({line["words"] for line in page["lines"]}, {"within chance"})
        self.assertFalse(page["has_texts"])
