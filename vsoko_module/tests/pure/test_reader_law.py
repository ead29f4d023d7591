"""The law of the reader: each filled cell is read, left for a declared reason, or named."""

import random
import unittest
from datetime import date

from reader_samples import SAMPLES
from tools.readers import LAYOUTS, Refused, read_sheets, recognise
from tools.readers.accounting import REASONS
from tools.readers.names import clean
from tools.readers.sheet import Sheet
from tools.readers.unread import left_over, losses, name_unread

TODAY = date(2026, 6, 1)
HOSTILE = SAMPLES / "hostile"
SEED = 20260601
TABLES = (".xlsx", ".xls", ".csv")
STRANGE = "Странное значение"
# one of each kind of file; the rest of the samples are read undisturbed
DISTURBED = (
    "base/contingent.xlsx",
    "base/staff.xlsx",
    "base/load.xlsx",
    "svod/svod_9A_Q1.xlsx",
    "svod/svod_year_6A.xlsx",
    "svod/svod_2A_Q4.csv",
    "teacher/teacher_T008_Q2.xlsx",
    "tests/test_01_MATH_5A.xlsx",
    "vpr/vpr_RUS_4_codes.xlsx",
    "vpr/vpr_RUS_4_form.xlsx",
    "vpr/vpr_RUS_4_f1.xlsx",
    "vpr/vpr_RUS_4_marks.xlsx",
    "vpr/vpr_RUS_4_compare.xlsx",
    "exams/oge_rus.xlsx",
    "exams/ege_rus.xlsx",
    "cases/01_sheet_per_class/B2c_blocks_header.xlsx",
    "cases/03_merged_subject_heading/C2d_groups_two_row.xlsx",
    "cases/07_year_ledger_exam_final/L1_subject_quarters.xlsx",
)
TIMES = 6
CELLS = 8


def copied(sheets):
    """The same sheets with an account that is empty."""
    return [Sheet(one.name, [list(row) for row in one.rows], one.hidden) for one in sheets]


def extracted(sheets, layout=None):
    """``Extract`` of sheets as ``read`` makes it, None for a refused file."""
    shown = [sheet for sheet in sheets if not sheet.hidden]
    try:
        found = (layout or recognise(shown)).extract(shown, TODAY)
    except Refused:
        return None
    return found._replace(problems=name_unread(sheets, found.problems), losses=losses(sheets))


def unaccounted(sheets, problems):
    """Filled cells that are neither claimed nor in a problem of their column, row or sheet."""
    rows, columns, whole = set(), set(), set()
    for problem in problems:
        code, sheet = problem.code, problem.sheet
        if code in ("unread_sheet", "hidden_sheet"):
            whole.add(sheet)
        elif code in ("unread_row", "unread_rows"):
            first = problem.params["first"]
            rows |= {(sheet, row) for row in range(first, problem.params["last"] + 1)}
        elif code == "more_unread_rows":
            rows |= {(sheet, row) for row in range(problem.row, 100_000)}
        elif code.startswith("unread"):
            columns.add((sheet, problem.column))
            if code == "unread_cells":
                rows.add((sheet, problem.row))
    return [
        (sheet.name, row + 1, column + 1, sheet.rows[row][column])
        for sheet in sheets
        if sheet.name not in whole
        for row, places in left_over(sheet).items()
        for column in places
        if (sheet.name, row + 1) not in rows
        and (sheet.name, column + 1) not in columns
        # the heading of a column that has no data
        and row not in sheet.account.headings
    ]


class TestEveryCell(unittest.TestCase):
    def test_samples_and_cases(self):
        seen = 0
        for path in sorted(SAMPLES.rglob("*")):
            # hostile files are opened in a process of their own, with limits: see test_apart
            if path.suffix in TABLES and HOSTILE not in path.parents:
                try:
                    sheets = read_sheets(path.read_bytes())
                except Refused:
                    continue
                found = extracted(sheets)
                if found:
                    seen += 1
                    with self.subTest(path.name):
                        self.assertEqual(unaccounted(sheets, found.problems), [])
        self.assertGreater(seen, 100)

    def test_random_disturbances(self):
        chance = random.Random(SEED)
        for path in DISTURBED:
            sheets = read_sheets((SAMPLES / path).read_bytes())
            for _time in range(TIMES):
                changed = copied(sheets)
                what = chance.choice(DISTURBANCES)(chance, changed)
                found = extracted(changed)
                if found:
                    with self.subTest(path, what=what):
                        self.assertEqual(unaccounted(changed, found.problems), [])

    def test_the_files_themselves_need_no_remarks(self):
        for path in DISTURBED:
            sheets = read_sheets((SAMPLES / path).read_bytes())
            with self.subTest(path):
                self.assertEqual(extracted(sheets).losses, (frozenset(), 0))


def insert_column(chance, sheets):
    sheet = chance.choice(sheets)
    place = chance.randrange(1, 5)
    for row in sheet.rows:
        row.insert(place, STRANGE if any(clean(cell) for cell in row) else "")
    return f"a column {place + 1} in {sheet.name}"


def empty_heading(chance, sheets):
    sheet = chance.choice(sheets)
    rows = [row for row in sheet.rows[:12] if sum(isinstance(cell, str) for cell in row) > 2]
    if rows:
        row = chance.choice(rows)
        place = chance.randrange(len(row))
        row[place] = ""
    return f"a heading of {sheet.name}"


def add_sheet(chance, sheets):
    rows = [[STRANGE, 5, "слово"] for _row in range(chance.randrange(1, 4))]
    sheets.insert(
        chance.randrange(len(sheets) + 1), Sheet("Лишний", rows, chance.choice(("", "hidden")))
    )
    return "a sheet"


def replace_cell(chance, sheets):
    sheet = chance.choice(sheets)
    row = chance.choice([row for row in sheet.rows if row])
    place = chance.randrange(len(row))
    row[place] = chance.choice((STRANGE, 77, "#REF!", True, "", date(2020, 1, 1)))
    return f"a cell {place + 1} of {sheet.name}"


def add_row(chance, sheets):
    sheet = chance.choice(sheets)
    place = chance.randrange(len(sheet.rows) + 1)
    sheet.rows.insert(place, ["", STRANGE, "", 5, "слово", 7])
    return f"a row {place + 1} of {sheet.name}"


DISTURBANCES = (insert_column, empty_heading, add_sheet, replace_cell, add_row)


class TestReadMeansRead(unittest.TestCase):
    def test_another_text_in_a_cell_that_is_read_is_seen(self):
        """The stronger form: who claims a cell as read gives other facts or a problem for it."""
        chance = random.Random(SEED)
        for path in DISTURBED:
            sheets = read_sheets((SAMPLES / path).read_bytes())
            before = copied(sheets)
            first = extracted(before)
            read = [
                (place, row, column)
                for place, sheet in enumerate(before)
                for row, cells in enumerate(sheet.rows)
                for column, cell in enumerate(cells)
                if cell != "" and sheet.account.state(row, column) == "read"
            ]
            for place, row, column in chance.sample(read, min(CELLS, len(read))):
                changed = copied(sheets)
                changed[place].rows[row][column] = STRANGE
                layout = LAYOUTS[first.layout]
                found = extracted(changed, layout)
                with self.subTest(path, sheet=changed[place].name, row=row + 1, column=column + 1):
                    self.assertFalse(found and found[:5] == first[:5])


class TestReasons(unittest.TestCase):
    def test_only_declared_reasons(self):
        sheet = Sheet("А", [["№", "ФИО"]])
        with self.assertRaises(KeyError):
            sheet.leave(0, 0, "because")
        for reason in REASONS:
            sheet.leave(0, 1, reason)
        self.assertIn(sheet.account.state(0, 1), REASONS)
        self.assertEqual(left_over(sheet), {0: [0]})

    def test_a_column_is_one_problem_and_a_sheet_is_one(self):
        rows = [["ФИО", "Лишнее"], *([f"Орлов {'И' * n}", n] for n in range(1, 50))]
        sheet, other = Sheet("А", rows), Sheet("Б", [["слово"]] * 60, "hidden")
        sheet.leave_heading(0, 0)
        for row in range(1, 50):
            sheet.take(row, 0)
        problems = name_unread([sheet, other], ())
        self.assertEqual([one.code for one in problems], ["unread_column", "hidden_sheet"])
        self.assertEqual((problems[0].row, problems[0].column, problems[0].text), (1, 2, "Лишнее"))
        self.assertEqual(problems[0].params["count"], 49)
        self.assertEqual(problems[1].params, {"name": "Б", "count": 60})

    def test_many_runs_of_rows_are_few_problems(self):
        rows = [["слово"] if row % 2 else ["Орлов Иван"] for row in range(400)]
        sheet = Sheet("А", rows)
        for row in range(0, 400, 2):
            sheet.take(row, 0)
        problems = name_unread([sheet], ())
        self.assertEqual(len(problems), 21)
        self.assertEqual(problems[-1].params["count"], 180)


if __name__ == "__main__":
    unittest.main()
