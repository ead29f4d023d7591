import io
import unittest
from datetime import date

import openpyxl
from tools.readers import Refused, read
from tools.writers.assessment_sheet import assessment_sheet

TODAY = date(2026, 6, 1)
TASKS = [("1", 1), ("4К1", 3), ("ИК2", 12)]
ROWS = [
    ("5А", "Белов Олег Ильич", "1", "present", [1, None, 12]),
    ("5А", "Ёлкина Анна", "", "absent", [None] * 3),
    ("5Б", "Зимин Лев", "", "exempt", [None] * 3),
    ("5Б", "=Лунин Егор", "", None, [None] * 3),
]


def sheet(change=None, rows=ROWS):
    """The bytes of a sheet, as the program gives it or changed by a person."""
    content = assessment_sheet(
        57, "Входная работа", "Математика", date(2026, 9, 15), TASKS, 2, rows
    )
    if not change:
        return content
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book.worksheets[0])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def problems(change):
    return [(p.code, p.row, p.column) for p in read(sheet(change), today=TODAY).problems]


class TestAssessmentSheet(unittest.TestCase):
    def test_it_comes_back_as_it_was(self):
        extract = read(sheet(), today=TODAY)
        work = extract.details
        self.assertEqual((extract.layout, extract.problems), ("assessment_sheet", ()))
        self.assertEqual(
            (work.number, work.subject, work.day), (57, "Математика", date(2026, 9, 15))
        )
        self.assertEqual([(task.number, task.maximum) for task in work.tasks], TASKS)
        self.assertEqual(
            [(row.name, str(row.class_name), row.attendance, row.points) for row in extract.rows],
            [
                ("Белов Олег Ильич", "5А", "present", (1, None, 12)),
                ("Ёлкина Анна", "5А", "absent", ()),
                ("Зимин Лев", "5Б", "exempt", ()),
            ],
        )

    def test_only_points_and_variants_may_be_typed(self):
        page = openpyxl.load_workbook(io.BytesIO(sheet())).worksheets[0]
        self.assertTrue(page.protection.sheet)
        self.assertEqual([cell.value for cell in page[8]][4:7], ["1 (1б)", "4К1 (3б)", "ИК2 (12б)"])
        locked = [cell.protection.locked for cell in page[9]]
        self.assertEqual(locked, [True, True, True, False, False, False, False, True])
        self.assertTrue(all(cell.protection.locked for cell in page[8]))
        rules = {str(rule.sqref): rule.formula1 for rule in page.data_validations.dataValidation}
        self.assertEqual(rules["F9:F12"].strip('"'), "0,1,2,3,н,осв,-")
        self.assertEqual(rules["D9:D12"].strip('"'), "1,2")

    def test_halves_are_chosen_from_a_list(self):
        tasks = [("1", 1), ("2", 2.5), ("3", 1)]
        rows = [("5А", "Белов Олег Ильич", "1", "present", [0.5, 2.5, None])]
        content = assessment_sheet(1, "Работа", "Химия", date(2026, 9, 15), tasks, 1, rows, 0.5)
        page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
        lists = {}
        for rule in page.data_validations.dataValidation:
            if rule.formula1.startswith("$"):
                (cells,) = page[rule.formula1.replace("$", "")]
                lists[str(rule.sqref)] = [cell.value for cell in cells]
                self.assertTrue(page.row_dimensions[cells[0].row].hidden)
                self.assertIn("с шагом 0,5", rule.error)
        first = [0, 0.5, 1, "н", "осв", "-"]
        self.assertEqual(next(iter(lists.values())), first)
        self.assertIn([0, 0.5, 1, 1.5, 2, 2.5, "н", "осв", "-"], lists.values())
        self.assertEqual(len(lists), 3, "every task has a list")
        extract = read(content, today=TODAY)
        self.assertEqual(extract.problems, ())
        self.assertEqual([row.points for row in extract.rows], [(0.5, 2.5, None)])
        self.assertEqual([(task.number, task.maximum) for task in extract.details.tasks], tasks)

    def test_the_total_is_the_only_formula(self):
        page = openpyxl.load_workbook(io.BytesIO(sheet())).worksheets[0]
        formulas = {cell.coordinate for row in page for cell in row if cell.data_type == "f"}
        self.assertEqual(formulas, {"H9", "H10", "H11", "H12"})
        self.assertEqual((page["H9"].value, page["C12"].value), ("=SUM(E9:G9)", "=Лунин Егор"))
        cached = openpyxl.load_workbook(io.BytesIO(sheet()), data_only=True).worksheets[0]
        self.assertEqual(cached["H9"].value, 13)

    def test_empty_and_zero_stay_apart(self):
        def change(page):
            page["E12"], page["F12"] = 0, "-"
            page["C12"] = "Лунин Егор"

        row = read(sheet(change), today=TODAY).rows[-1]
        self.assertEqual((row.attendance, row.points), ("present", (0, None, None)))

    def test_out_of_range_names_the_cell(self):
        def change(page):
            page["F9"], page["G10"] = 4, "1,5"

        found = problems(change)
        self.assertEqual(found, [("bad_points", 9, 6), ("points_and_absence", 10, 5)])

    def test_an_extra_column_and_a_pupil_twice(self):
        def change(page):
            page["I8"], page["I9"], page["I11"] = "Примечание", "болел", "опоздал"
            page["C10"] = "Белов Олег Ильич"

        found = problems(change)
        self.assertEqual(found, [("same_name", 9, 3), ("same_name", 10, 3), ("unread_cell", 11, 9)])

    def test_without_names_or_tasks_it_is_refused(self):
        def no_names(page):
            page["C8"] = "Кто"

        def no_tasks(page):
            for place in "EFG":
                page[f"{place}8"] = "Задание"

        for change in (no_names, no_tasks):
            with self.subTest(change.__name__), self.assertRaises(Refused) as caught:
                read(sheet(change), today=TODAY)
            self.assertEqual(caught.exception.code, "layout_mismatch")


if __name__ == "__main__":
    unittest.main()
