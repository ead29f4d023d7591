import json
import unittest
from dataclasses import replace
from datetime import date

from tools.analysis import Aggregate, Level
from tools.reports.assessment import make_note, make_page
from tools.translation import plain
from work_samples import values, work

LEVELS = (Level(0, "Низкий", "critical"), Level(50, "Базовый"), Level(85, "Высокий", "optimal"))
SCALE = ((0, 2), (3, 3, "Б", 2), (5, 4, "Б", 2), (7, 5, "Б", 2))


def twenty(mark=5, score=5):
    """Twenty pupils with the same mark and points."""
    like = replace(work().pupils[0], mark=mark, score=score, points=(1, 1, 1, 2, score - 5))
    return tuple(replace(like, key=key) for key in range(20))


class TestPage(unittest.TestCase):
    """The page and the note of a work are two looks at the same figures."""

    def both(self, **changes):
        made = work(**changes)
        return make_page(made, plain), make_note(made, plain)

    def test_tasks(self):
        page, note = self.both()
        names = ("number", "full", "partial", "zero", "empty", "percent")
        shown = [[item[name] for name in names] for item in page["items"]]
        frozen = [[row[0], *row[5:10]] for row in values(note["tasks"])]
        self.assertEqual(shown, frozen)
        self.assertEqual(
            [item["reading"] for item in page["items"]], [row[10] for row in values(note["tasks"])]
        )
        self.assertEqual(shown[3], ["4", 2, 4, 4, 0, 40.0])

    def test_classes(self):
        page, note = self.both()
        lines = page["classes"]["lines"]
        names = ("name", "teacher", "n", "success", "quality", "percent")
        shown = [[line[name] for name in names] for line in lines]
        frozen = values(note["classes"])[:2]
        self.assertEqual(shown, [[*row[:2], row[3], *row[8:10], row[13]] for row in frozen])
        columns = [column["code"] for column in page["classes"]["columns"]]
        self.assertEqual(columns, ["1.2", "1.10", "2.10"])
        # 1.2 in 5А: 11 of 12 points
        self.assertAlmostEqual(lines[0]["shares"][0]["percent"], 11 / 12 * 100)
        self.assertEqual(lines[0]["shares"][0]["reading"], "sufficient")

    def test_elements_groups_and_levels(self):
        page, note = self.both(levels=LEVELS)
        parts = {part["key"]: part["lines"] for part in page["parts"]}
        content = [[line["name"], line["tasks"], line["percent"]] for line in parts["content"]]
        self.assertEqual(content, [row[:3] for row in values(note["content"])])
        shares = list(zip(*(line["shares"] for line in page["groups"]["lines"]), strict=True))
        self.assertEqual(shares, [tuple(row[1:-1]) for row in values(note["groups"])])
        everybody = page["levels"]["lines"][-1]
        self.assertEqual(everybody["counts"], [row[2] for row in values(note["levels"])])
        self.assertEqual(page["levels"]["lines"][0]["counts"], [2, 2, 2])

    def test_journal(self):
        page, note = self.both()
        found, total = page["objectivity"], values(note["objectivity"])[-1]
        names = ("pairs", "lowered", "lowered_percent", "same", "same_percent", "raised")
        self.assertEqual([found[name] for name in names], total[1:7])
        self.assertEqual((found["far_apart"], found["needs_study"]), (0, True))

    def test_a_mark_without_its_part_is_the_mark_of_the_points_alone(self):
        page, note = self.both(bands=SCALE)
        marks = [bar["mark"] for bar in page["distribution"]["bars"]]
        self.assertEqual(marks, [2, 2, 2, 3, 3, 4, 4, 5, 5])
        self.assertEqual([bar["count"] for bar in page["distribution"]["bars"]][:4], [1, 2, 1, 2])
        scale = dict(values(note["passport"]))["Scale of marks"]
        self.assertTrue(scale.startswith("«2» — 0–2; «3» — 3–4 (Б: from 2); «4» — 5–6"), scale)

    def test_a_peak_is_one_on_the_page_and_in_the_note(self):
        page, note = self.both(pupils=twenty(), bands=((0, 2), (5, 4)))
        self.assertEqual(page["distribution"]["peaks"], [5])
        self.assertIn("5 points): 20 results", note["distribution"]["sentences"][2])
        page, note = self.both(pupils=twenty()[:19], bands=((0, 2), (5, 4)))
        self.assertEqual(page["distribution"]["peaks"], [])
        self.assertEqual(len(note["distribution"]["sentences"]), 2)

    def test_one_is_a_failing_mark_in_both(self):
        page, note = self.both(pupils=(*twenty(mark=1)[:5], *twenty(mark=4)[5:]))
        self.assertEqual([line["count"] for line in page["marks"]["counts"]], [5, 0, 15, 0])
        self.assertEqual(values(note["classes"])[0][4:8], [0, 15, 0, 5])
        self.assertEqual((page["marks"]["total"], page["marks"]["success"]), (20, 75.0))

    def test_own_results_stand_last_beside_those_that_were_returned(self):
        region = Aggregate("Регион", "ЯНАО", 100, (5, 30, 45, 20), (10, 80, 10), 12.5, "выборка")
        page, note = self.both(aggregates=(region,))
        first, own = page["participants"]
        self.assertEqual((first["marks"], first["average"]), ([5, 30, 45, 20], 12.5))
        self.assertEqual((own["marks"], own["participants"]), ([40, 30, 10, 20], 10))
        self.assertEqual(own["comparison"], [100 * 4 / 9, 100 * 4 / 9, 100 / 9])
        self.assertEqual(values(note["aggregates"])[-1][1:], [10, 40, 30, 10, 20])

    def test_nobody_wrote(self):
        page, _note = self.both(pupils=(), tasks=(), maximum=0, day=date(2025, 10, 1))
        self.assertEqual((page["n"], page["few"], page["distribution"]), (0, True, None))
        self.assertEqual(
            (page["participants"], page["parts"], page["levels"]["lines"]), ([], [], [])
        )
        self.assertIsNone(page["marks"]["success"])

    def test_the_page_is_plain_data(self):
        page, _note = self.both(levels=LEVELS)
        self.assertEqual(json.loads(json.dumps(page)), page)
