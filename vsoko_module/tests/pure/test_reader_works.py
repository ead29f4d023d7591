import unittest

from reader_samples import SAMPLES, load_json, manifest, read_sample
from tools.measures import (
    Band,
    analyse,
    counts_by_total,
    mark_of,
    percent_by_mark,
    percent_of_tasks,
)
from tools.readers import Refused
from tools.readers.layouts import LAYOUTS
from tools.readers.sniff import read_sheets

KINDS = (
    "class_test",
    "vpr_codes",
    "vpr_collection_form",
    "vpr_individual_results",
    "vpr_journal_comparison",
    "vpr_mark_statistics",
    "oge_protocol",
    "ege_protocol",
)
FIGURES = {
    "mean": "mean",
    "median": "median",
    "sd_sample": "deviation",
    "pct": "percent",
    "cv_pct": "variation",
    "alpha": "alpha",
    "sem": "sem",
    "ferguson": "ferguson",
}
ITEM_FIGURES = ("n", "full", "partial", "zero", "empty")
ITEM_SHARES = {
    "difficulty": "difficulty",
    "discrimination": "discrimination_tie_mean",
    "discrimination_most": "discrimination_high",
    "item_total": "item_total",
    "item_rest": "item_rest",
}


def works():
    expected = load_json("expected.json")
    return {work["id"]: work for block in ("tests", "vpr", "exams") for work in expected[block]}


class TestLayouts(unittest.TestCase):
    def test_every_sample_is_recognised(self):
        for entry in manifest(*KINDS):
            with self.subTest(entry["path"]):
                extract = read_sample(entry["path"])
                self.assertEqual(extract.layout, entry["kind"])
                self.assertFalse([p for p in extract.problems if p.severity == "error"])
                self.assertEqual(len(extract.rows), entry.get("rows", len(extract.rows)))

    def test_a_layout_that_knows_its_file_says_one_and_of_another_nothing(self):
        paths = {entry["kind"]: entry["path"] for entry in manifest(*KINDS)}
        for kind in ("class_test", "vpr_collection_form"):
            for other, path in paths.items():
                with self.subTest(kind, of=other):
                    sheets = read_sheets((SAMPLES / path).read_bytes())
                    self.assertEqual(LAYOUTS[kind].recognise(sheets), int(kind == other))

    def test_facts_about_the_work(self):
        extract = read_sample("tests/test_01_MATH_5A.xlsx")
        work = extract.details
        self.assertEqual((work.procedure, work.subject), ("initial", "Математика"))
        self.assertEqual(f"{work.day:%d.%m.%Y}", "17.09.2025")
        self.assertEqual(work.scale, ((0, 2), (4, 3), (6, 4), (8, 5)))
        self.assertEqual(str(extract.titles.class_name), "5А")
        self.assertEqual(work.tasks[1].content, ("3.2", "Проценты"))
        self.assertEqual(work.tasks[7][1:3], (2, "high"))

    def test_facts_about_an_exam(self):
        work = read_sample("exams/ege_rus.xlsx").details
        self.assertEqual((work.procedure, work.subject, work.minimum), ("ege", "Русский язык", 24))
        self.assertEqual(f"{work.day:%d.%m.%Y}", "04.06.2026")

    def test_groups_of_participants(self):
        rows = read_sample("vpr/vpr_RUS_4_marks.xlsx").rows
        self.assertEqual(
            [row.level for row in rows], ["country", "region", "municipality", "school"]
        )
        self.assertEqual(rows[0].figures["share_2"], 4.6)
        compare = read_sample("vpr/vpr_RUS_4_compare.xlsx").rows[3]
        self.assertEqual(compare.figures, {"lowered": 50, "confirmed": 22.22, "raised": 27.78})


class TestFigures(unittest.TestCase):
    """The samples' own files give the figures that were computed from the data behind them."""

    def check(self, expected, rows, maxima):
        work = analyse(rows, maxima)
        self.assertEqual(work.n, expected["work"]["n"])
        for name, ours in FIGURES.items():
            if name in expected["work"]:
                self.close(getattr(work, ours), expected["work"][name], name)
        for item, told in zip(work.items, expected["items"], strict=True):
            for name in ITEM_FIGURES:
                self.assertEqual(getattr(item, name), told[name], told["task"])
            for ours, name in ITEM_SHARES.items():
                self.close(getattr(item, ours), told[name], f"{told['task']} {name}")

    def close(self, value, told, name):
        if told is None:
            self.assertIsNone(value, name)
        else:
            self.assertAlmostEqual(value, told, delta=1e-4, msg=name)

    def test_works_of_classes_exams_and_vpr(self):
        expected = works()
        kinds = ("class_test", "vpr_individual_results", "oge_protocol", "ege_protocol")
        for entry in manifest(*kinds):
            extract = read_sample(entry["path"])
            told = expected[entry["work"]]
            maxima = [task.maximum for task in extract.details.tasks]
            rows = [row.points for row in extract.rows if row.attendance == "present"]
            with self.subTest(entry["path"]):
                if "protocol" not in entry["kind"]:  # a protocol has answers without numbers
                    numbers = [task.number for task in extract.details.tasks]
                    self.assertEqual(numbers, [item["task"] for item in told["items"]])
                self.check(told, rows, maxima)
                for level, text in (("basic", "Б"), ("advanced", "П"), ("high", "В")):
                    if text in told.get("by_level", {}) and extract.details.tasks[0].level:
                        tasks = [p for p, t in enumerate(extract.details.tasks) if t.level == level]
                        found = percent_of_tasks(rows, maxima, tasks)
                        self.assertAlmostEqual(found, told["by_level"][text], delta=1e-4)

    def test_elements_and_skills(self):
        expected = works()
        for entry in manifest("class_test"):
            if "plan_sheet" in entry["quirks"]:
                extract = read_sample(entry["path"])
                tasks = extract.details.tasks
                rows = [row.points for row in extract.rows if row.attendance == "present"]
                for field, block in (("content", "by_kes"), ("skill", "by_kpu")):
                    for code, told in expected[entry["work"]][block].items():
                        places = [p for p, t in enumerate(tasks) if getattr(t, field)[0] == code]
                        found = percent_of_tasks(rows, [t.maximum for t in tasks], places)
                        with self.subTest(entry["path"], code=code):
                            self.assertAlmostEqual(found, told, delta=1e-4)

    def test_the_form_and_the_returned_results_agree(self):
        expected = works()
        for entry in manifest("vpr_collection_form"):
            extract = read_sample(entry["path"])
            told = expected[entry["work"]]
            present = [row for row in extract.rows if row.attendance == "present"]
            with self.subTest(entry["path"]):
                self.assertEqual(len(extract.rows), told["listed"])
                rows = [row.points for row in present]
                self.check(told, rows, [task.maximum for task in extract.details.tasks])

    def test_marks_distribution_and_groups_of_vpr(self):
        expected = works()
        for entry in manifest("vpr_individual_results"):
            extract = read_sample(entry["path"])
            told = expected[entry["work"]]
            bands = [Band(low, mark) for low, _high, mark in told["scale"]]
            totals = [sum(score or 0 for score in row.points) for row in extract.rows]
            marks = [mark_of(total, bands) for total in totals]
            with self.subTest(entry["path"]):
                self.assertEqual(marks, [row.mark for row in extract.rows])
                counts = counts_by_total(totals, told["max"])
                self.assertEqual(counts, list(told["primary_distribution"].values()))
                groups = percent_by_mark(
                    [row.points for row in extract.rows],
                    [task.maximum for task in extract.details.tasks],
                    marks,
                )
                for mark, group in told["by_mark_group"].items():
                    if group["n"]:
                        self.assertEqual(groups[int(mark)][0], group["n"])
                        for ours, share in zip(groups[int(mark)][1], group["pct"], strict=True):
                            self.assertAlmostEqual(ours, share, delta=1e-4)


class TestAwkward(unittest.TestCase):
    def test_bad_points_are_reported_row_by_row(self):
        extract = read_sample("broken/test_bad_points.xlsx")
        codes = [(problem.row, problem.code) for problem in extract.problems]
        self.assertEqual(
            codes,
            [
                (4, "bad_points"),
                (5, "bad_points"),
                (6, "bad_points"),
                (7, "points_of_absent"),
                (8, "total_mismatch"),
                (9, "did_not_write"),
            ],
        )
        self.assertEqual([row.row for row in extract.rows], [7, 8, 9, 10])
        self.assertEqual(
            [row.attendance for row in extract.rows], ["absent", "present", "absent", "present"]
        )
        # halves are points where the test says so: whether it does is known to the program alone
        self.assertIn(0.5, extract.rows[-1].points)

    def test_without_the_sheet_of_facts_the_workbook_is_refused(self):
        with self.assertRaises(Refused) as caught:
            read_sample("broken/test_no_info_sheet.xlsx")
        self.assertEqual(caught.exception.code, "no_work_sheet")

    def test_one_code_in_two_rows(self):
        extract = read_sample("broken/vpr_same_code.xlsx")
        codes = [(problem.row, problem.code) for problem in extract.problems]
        self.assertEqual(codes, [(2, "repeated_code"), (3, "repeated_code"), (5, "bad_points")])
        self.assertEqual(
            [(row.code, row.attendance) for row in extract.rows], [("40003", "absent")]
        )
