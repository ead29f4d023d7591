"""Errors of formulas and formulas without a result are named and are no empty cells."""

import io
import unittest
from datetime import date

import openpyxl
import xlwt
from reader_samples import read_sample
from tools.readers import read, read_sheets
from tools.readers.broken_cells import is_broken, show_errors

TODAY = date(2026, 6, 1)
PUPILS = [
    ["№", "ФИО", "Дата рождения", "Пол", "Класс", "Примечание"],
    [1, "Орлов Иван Ильич", date(2014, 3, 4), "м", "5Б", ""],
    [2, "Белова Анна Львовна", date(2014, 7, 9), "ж", "5Б", ""],
]


def workbook(rows, **cells):
    """Bytes of a workbook; ``cells`` are written over the rows, "#…" as an error."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for place, value in cells.items():
        book.active[place] = value
        if isinstance(value, str) and value.startswith("#"):
            book.active[place].data_type = "e"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def told(extract):
    return [(one.code, one.row, one.column) for one in extract.problems]


class TestErrorCells(unittest.TestCase):
    def test_marks(self):
        extract = read_sample("cases/18_error_cells/H10_errors.xlsx")
        self.assertEqual(
            sorted(told(extract), key=lambda one: one[1:]),
            [("error_cell", 7, 3), ("error_cell", 8, 3), ("bad_mark", 9, 3),
             ("row_without_name", 10, 2)],
        )  # fmt: skip
        self.assertEqual(
            {one.text for one in extract.problems}, {"#N/A", "#DIV/0!", "ИСТИНА", "#REF!"}
        )
        self.assertEqual(len(extract.rows), 5)

    def test_one_bad_cell_does_not_lose_the_row(self):
        extract = read(workbook(PUPILS, D2="#N/A", F3="=VLOOKUP(1,A1:B2,2)"), today=TODAY)
        self.assertEqual([row.row for row in extract.rows], [2, 3])
        self.assertEqual(told(extract), [("error_cell", 2, 4), ("uncounted_formula", 3, 6)])
        self.assertEqual((extract.rows[0].gender, extract.rows[1].note), (None, ""))

    def test_many_of_one_column_are_one_problem(self):
        rows = [PUPILS[0], *([n, f"Орлов {'И' * n}", None, "м", "5Б", ""] for n in range(1, 9))]
        extract = read(workbook(rows, **{f"C{n}": "#REF!" for n in range(2, 10)}), today=TODAY)
        found = [one for one in extract.problems if one.code == "error_cells"]
        self.assertEqual([(one.row, one.column, one.params["count"]) for one in found], [(2, 3, 8)])

    def test_a_formula_with_an_empty_result_is_an_empty_cell(self):
        xml = b'<c r="A1" t="str"><f>IF(B1,1,"")</f><v></v></c>'
        self.assertEqual(show_errors("xl/worksheets/sheet1.xml", xml), xml)

    def test_formulas_with_results_stay_as_they_are(self):
        xml = b'<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" s="1"/><c r="C1"><v>3</v></c>'
        self.assertEqual(show_errors("xl/worksheets/sheet1.xml", xml), xml)

    def test_shared_formulas_and_prefixes(self):
        xml = b'<x:c r="A1" t="n"><x:f t="shared" si="0"/><x:v/></x:c>'
        self.assertEqual(
            show_errors("xl/worksheets/sheet1.xml", xml),
            b'<x:c r="A1" t="str"><x:f t="shared" si="0"/><x:v>#FORMULA!</x:v></x:c>',
        )

    def test_texts_of_errors_in_other_files(self):
        for text in ("#N/A", "#ССЫЛКА!", "#ДЕЛ/0!", "Err:502"):
            with self.subTest(text):
                self.assertTrue(is_broken(text))
        for text in ("", "# п/п", "№", "Ошибка", "Емельянов", 5):
            with self.subTest(text):
                self.assertFalse(is_broken(text))

    def test_an_error_of_an_opendocument_sheet_is_its_text(self):
        xml = (
            b'<table:table-cell office:value-type="string" office:string-value=""'
            b' calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>'
        )
        self.assertNotIn(b"string-value", show_errors("content.xml", xml))

    def test_errors_of_an_old_binary_workbook(self):
        book = xlwt.Workbook()
        for name in ("Первый", "Второй"):
            page = book.add_sheet(name)
            for row in range(60):  # a stream of usual size
                page.write(row, 0, f"Орлов {'И' * (row + 1)}")
            page.row(1).set_cell_error(2, 0x2A)
        page.row(3).set_cell_error(1, 0x17)
        page.row(3).set_cell_boolean(2, True)
        target = io.BytesIO()
        book.save(target)
        first, second = read_sheets(target.getvalue())
        self.assertEqual((first.rows[1][2], second.rows[1][2]), ("#N/A", "#N/A"))
        self.assertEqual((first.rows[3][2], second.rows[3][1:]), ("", ["#REF!", True]))

    def test_the_sheet_shows_the_error(self):
        sheet = read_sheets(workbook(PUPILS, F2="#REF!"))[0]
        self.assertEqual(sheet.rows[1][5], "#REF!")


if __name__ == "__main__":
    unittest.main()
