import datetime
import io
import unittest

import openpyxl
from python_calamine import CalamineWorkbook
from tools.writers.cells import DATE, INTEGER, NUMBER, PERCENT, Cell, Column
from tools.writers.sheet_names import legal_name
from tools.writers.xlsx import MAX_TEXT, XlsxWriter

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "{=1}", "http://x.test", "12", "&A")


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


class TestSafety(unittest.TestCase):
    def setUp(self):
        writer = XlsxWriter()
        columns = [Column(text, note=text) for text in HOSTILE]
        sheet = writer.sheet("=cmd|' /C calc'!A0")
        sheet.table(columns, [HOSTILE])
        self.content = writer.close()
        self.sheet = opened(self.content).worksheets[0]

    def test_texts_headings_and_comments_stay_text(self):
        for row in self.sheet.iter_rows():
            for cell in row:
                self.assertEqual(cell.data_type, "s", cell.value)
                self.assertIsNone(cell.hyperlink)
        notes = [cell.comment.text for cell in self.sheet[1]]
        self.assertEqual([note.replace("_x000D_", "\r") for note in notes], list(HOSTILE))

    def test_another_reader_sees_the_same_text(self):
        rows = CalamineWorkbook.from_filelike(io.BytesIO(self.content)).get_sheet_by_index(0)
        values = rows.to_python()[1]
        self.assertEqual(values[0], "=1+1")
        self.assertEqual(values[8], "12")
        self.assertTrue(all(isinstance(value, str) for value in values))

    def test_text_longer_than_a_cell_says_what_is_left_out(self):
        writer = XlsxWriter()
        writer.sheet("x").table([Column("a")], [["я" * (MAX_TEXT + 5)]])
        shown = opened(writer.close()).active["A2"].value
        kept = len(shown) - len(shown.lstrip("я"))
        self.assertLessEqual(len(shown), MAX_TEXT)
        self.assertIn(f"ещё {MAX_TEXT + 5 - kept} зн.", shown)

    def test_a_line_longer_than_a_cell_goes_on_in_the_next_row(self):
        writer = XlsxWriter()
        writer.sheet("x").text("я" * MAX_TEXT + "конец")
        page = opened(writer.close()).active
        self.assertEqual((page["A1"].value, page["A2"].value), ("я" * MAX_TEXT, "конец"))

    def test_numbers_that_no_cell_holds_stay_as_text(self):
        writer = XlsxWriter()
        writer.sheet("x").plain([[float("inf"), float("nan"), 4]])
        cells = [cell.value for cell in opened(writer.close()).active[1]]
        self.assertEqual(cells, ["inf", "nan", 4])


class TestTypes(unittest.TestCase):
    def setUp(self):
        writer = XlsxWriter(missing="нет данных", footer="стр. &P из &N")
        writer.set_title("Итоги", "Школа")
        sheet = writer.sheet("Итоги")
        sheet.title("Итоги четверти")
        columns = [
            Column("Класс"),
            Column("Учеников", INTEGER),
            Column("Качество, %", PERCENT, 1),
            Column("Средний балл", NUMBER, 2),
            Column("Дата", DATE),
        ]
        sheet.table(
            columns,
            [
                ("5А", 25, 66.666, 4.125, datetime.date(2025, 10, 24)),
                (Cell("5Б", bold=True), Cell(0, fill="#F8D7DA"), None, float("nan"), None),
            ],
        )
        self.book = opened(writer.close())
        self.sheet = self.book.active

    def test_cells_are_typed(self):
        kinds = [cell.data_type for cell in self.sheet[3]]
        self.assertEqual(kinds, ["s", "n", "n", "n", "d"])
        self.assertEqual([cell.value for cell in self.sheet[3]][:4], ["5А", 25, 66.666, 4.125])
        self.assertEqual(self.sheet["E3"].value, datetime.datetime(2025, 10, 24))

    def test_formats_show_units_and_digits(self):
        formats = [cell.number_format for cell in self.sheet[3]]
        self.assertEqual(formats[1:], ["#,##0", '#,##0.0"%"', "#,##0.00", "dd.mm.yyyy"])

    def test_missing_is_said_and_zero_is_a_number(self):
        self.assertEqual(self.sheet["B4"].value, 0)
        self.assertEqual([cell.value for cell in self.sheet[4]][2:], ["нет данных"] * 3)

    def test_looks(self):
        self.assertTrue(self.sheet["A4"].font.bold)
        self.assertEqual(self.sheet["B4"].fill.fgColor.rgb, "FFF8D7DA")
        self.assertTrue(self.sheet["A2"].font.bold)

    def test_page_and_panes(self):
        self.assertEqual(self.sheet.freeze_panes, "B3")
        self.assertEqual(self.sheet.print_title_rows, "$2:$2")
        self.assertEqual(self.sheet.page_setup.orientation, "landscape")
        self.assertTrue(self.sheet.sheet_properties.pageSetUpPr.fitToPage)
        self.assertEqual(self.sheet.page_setup.fitToHeight, 0)
        self.assertEqual(self.sheet.oddFooter.center.text, "стр. &P из &N")
        self.assertEqual(self.book.properties.title, "Итоги")

    def test_width_follows_the_longest_text(self):
        writer = XlsxWriter()
        writer.sheet("a").table([Column("x"), Column("y")], [["я" * 30, "я" * 500]])
        sheet = opened(writer.close()).active
        self.assertAlmostEqual(sheet.column_dimensions["A"].width, 32, delta=1)
        self.assertAlmostEqual(sheet.column_dimensions["B"].width, 60, delta=1)

    def test_rows_of_long_texts_are_as_high_as_their_lines(self):
        writer = XlsxWriter()
        rows = [["слово " * 40], ["а\nб\nв"], ["коротко"], ["слово " * 5000]]
        writer.sheet("a").table([Column("Общая успеваемость класса")], rows)
        sheet = opened(writer.close()).active
        heights = [sheet.row_dimensions[row].height for row in range(1, 6)]
        # nine words fit into a line of 60 signs; Excel takes no row over 409 points
        self.assertEqual(heights, [None, 75, 45, None, 408.75])

    def test_heading_over_narrow_numbers_shows_all_its_words(self):
        writer = XlsxWriter()
        writer.sheet("a").table([Column("± к прошлому периоду", NUMBER)], [[1.5]])
        self.assertEqual(opened(writer.close()).active.row_dimensions[1].height, 45)


class TestBook(unittest.TestCase):
    def test_formats_are_made_once(self):
        writer = XlsxWriter()
        writer.sheet("a").table([Column("x", NUMBER)], [[1.5]] * 500)
        styles = opened(writer.close())._cell_styles
        self.assertLess(len(styles), 6)

    def test_row_of_another_length_is_refused(self):
        with self.assertRaises(ValueError):
            XlsxWriter().sheet("a").table([Column("x")], [[1, 2]])


class TestSheetNames(unittest.TestCase):
    def test_forbidden_signs_and_length(self):
        self.assertEqual(legal_name("5А [алгебра]: 1/2*?\\", ()), "5А алгебра 1 2")
        self.assertEqual(legal_name("'кавычки'", ()), "кавычки")
        self.assertEqual(legal_name("[]", ()), "1")
        self.assertEqual(len(legal_name("ж" * 40, ())), 31)

    def test_names_differ_without_regard_to_case(self):
        self.assertEqual(legal_name("Итог", ["итог"]), "Итог 2")
        self.assertEqual(legal_name("Итог", ["итог", "Итог 2"]), "Итог 3")
        long_name = "ж" * 31
        self.assertEqual(legal_name(long_name, [long_name]), "ж" * 29 + " 2")
        self.assertEqual(legal_name("History", ()), "History 2")
