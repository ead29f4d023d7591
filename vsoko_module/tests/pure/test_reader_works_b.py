"""Works, VPR and exams of a second school, whose files have other habits."""

import json
import unittest
from datetime import date
from pathlib import Path

from tools.measures import analyse
from tools.readers import read

SAMPLES = Path(__file__).parents[1] / "samples_b"
KINDS = ("class_test", "vpr_collection_form", "vpr_individual_results", "oge_protocol")
KINDS += ("ege_protocol",)
# answers divided by spaces tell no greatest points: the best of nine pupils are taken
UNTOLD = "EGE-SOC"


def load_json(name):
    return json.loads((SAMPLES / name).read_text(encoding="utf-8"))


class TestWorksOfTheSecondSchool(unittest.TestCase):
    def test_figures_of_works_and_tasks(self):
        expected = load_json("expected.json")
        works = {one["id"]: one for block in ("tests", "vpr", "exams") for one in expected[block]}
        for entry in load_json("manifest.json"):
            if entry["kind"] not in KINDS:
                continue
            content = (SAMPLES / entry["path"]).read_bytes()
            extract = read(content, entry["path"], today=date(2026, 7, 1))
            told = works[entry["work"]]
            tasks = extract.details.tasks
            rows = [row.points for row in extract.rows if row.attendance == "present"]
            figures = analyse(rows, [task.maximum for task in tasks])
            with self.subTest(entry["path"]):
                self.assertEqual(extract.layout, entry["kind"])
                self.assertEqual(figures.n, told["work"]["n"])
                self.assertAlmostEqual(figures.mean, told["work"]["mean"], delta=1e-4)
                if entry["work"] == UNTOLD:
                    self.assertTrue(any(task.guessed for task in tasks))
                    continue
                self.assertEqual(figures.maximum, told["max"])
                for item, one in zip(figures.items, told["items"], strict=True):
                    self.assertEqual((item.points, item.full), (one["sum"], one["full"]))
                    self.assertAlmostEqual(
                        item.discrimination, one["discrimination_tie_mean"], delta=1e-4
                    )
