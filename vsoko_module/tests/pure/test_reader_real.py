"""Files as they were really given out; they are not part of the project."""

import json
import unittest
from collections import Counter
from pathlib import Path

from tools.readers import read

REAL = Path(__file__).parents[4] / "shared" / "real"


@unittest.skipUnless((REAL / "expected.json").exists(), "no real files beside the project")
class TestRealFiles(unittest.TestCase):
    def test_results_of_vpr(self):
        expected = json.loads((REAL / "expected.json").read_text(encoding="utf-8"))
        for name, told in expected.items():
            extract = read((REAL / name).read_bytes(), name)
            present = [row for row in extract.rows if row.attendance == "present"]
            points = {row.code: sum(one or 0 for one in row.points) for row in present}
            found = Counter(problem.code for problem in extract.problems)
            with self.subTest(name):
                self.assertEqual(extract.layout, "vpr_collection_form")
                self.assertEqual(len(extract.rows), told["participants"])
                self.assertEqual(len(extract.details.tasks), len(told["tasks"]))
                self.assertEqual(points, told["totals"])
                self.assertEqual(
                    sum(one is None for row in present for one in row.points),
                    told["not_attempted"],
                )
                self.assertEqual(
                    sum(bool(row.journal_mark) for row in present), told["previous_marks"]
                )
                self.assertEqual(
                    found.pop("total_mismatch", 0), told["rows_whose_total_in_the_file_differs"]
                )
                self.assertLessEqual(found.keys(), {"guessed_maximum"})

    def test_descriptions_of_works(self):
        for path in sorted((REAL / "descriptions").glob("*.xlsx")):
            kind = path.stem.rpartition("_")[2]
            extract = read(path.read_bytes(), path.name)
            with self.subTest(path.name):
                if kind == "all":
                    self.assertEqual(extract.layout, "test_description")
                    self.assertEqual(extract.problems, ())
                else:
                    self.assertEqual(extract.layout, "codifier")
                    wanted = {"ks": "element", "kt": "skill"}[kind]
                    self.assertEqual({row.kind for row in extract.rows}, {wanted})

    def test_results_meet_their_description(self):
        results = read((REAL / "vpr_2020_math4.xlsx").read_bytes()).details.tasks
        described = read((REAL / "descriptions" / "math4_all.xlsx").read_bytes()).rows
        self.assertEqual(len(results), len(described))
        for task, row in zip(results, described, strict=True):
            self.assertLessEqual(task.maximum, row.maximum)
