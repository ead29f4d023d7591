import datetime
import io
import unittest

from form_samples import PIXEL, changed, form_with, municipal_form, parts_of, saved
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from tools.forms.marks import FormNumber
from tools.forms.sheet import join_address, split_address
from tools.forms.workbook import FormWorkbook
from tools.readers.refusals import Refused

PAGE = "Форма 1"


def loaded(content):
    return load_workbook(io.BytesIO(content))


class TestReading(unittest.TestCase):
    def test_marked_cells_in_order(self):
        found = FormWorkbook(municipal_form()).marked()
        self.assertEqual([one.cell for one in found], ["A1", "B3", "C3", "D3", "B4", "B5", "B7"])
        self.assertEqual({one.sheet for one in found}, {PAGE})
        self.assertEqual([mark.heading for mark in found[0].marks], ["school", "period", "year"])
        self.assertEqual(found[4].marks[0].class_name, "5А")

    def test_a_mark_cut_by_formatting_is_one_text(self):
        book = Workbook()
        book.active["A1"] = CellRichText(
            TextBlock(InlineFont(b=True), "{{qual"), TextBlock(InlineFont(i=True), "ity}}")
        )
        (found,) = FormWorkbook(saved(book)).marked()
        self.assertEqual(found.marks[0].code, "quality")

    def test_cells_that_do_not_say_where_they_stand(self):
        content = form_with({"A1": "{{quality}}"})
        sheet = parts_of(content)["xl/worksheets/sheet1.xml"]
        bare = sheet.replace(b' r="A1"', b"").replace(b' r="1"', b"")
        self.assertNotEqual(bare, sheet)
        (found,) = FormWorkbook(changed(content, {"xl/worksheets/sheet1.xml": bare})).marked()
        self.assertEqual(found.cell, "A1")

    def test_results_of_formulas_are_no_marks(self):
        self.assertEqual(FormWorkbook(form_with({"A1": '="{{quality}}"'})).marked(), [])

    def test_places_that_must_not_be_filled(self):
        form = FormWorkbook(municipal_form())
        wrong = {
            ("Лист 9", "A1"): "unknown_sheet",
            (PAGE, "5B"): "wrong_cell",
            (PAGE, "XFE1"): "wrong_cell",
            (PAGE, "B6"): "formula",
            (PAGE, "C1"): "covered",
            ("Справочник", "B1"): "table_heading",
        }
        for place, code in wrong.items():
            with self.subTest(place):
                self.assertEqual(form.problem(*place).code, code)
        for place in ((PAGE, "A1"), (PAGE, "B3"), ("Справочник", "B2"), (PAGE, "Z99")):
            with self.subTest(place):
                self.assertIsNone(form.problem(*place))


class TestSheets(unittest.TestCase):
    def test_a_sheet_of_a_chart_has_no_cells_to_fill(self):
        book = Workbook()
        book.active.title = "Лист"
        book.create_chartsheet("Диаграмма")
        book.create_sheet("Итог")
        form = FormWorkbook(saved(book))
        self.assertEqual(form.sheets, ["Лист", "Итог"])
        self.assertEqual(form.problem("Диаграмма", "A1").code, "unknown_sheet")

    def test_a_sheet_whose_part_is_missing_is_not_there(self):
        content = changed(municipal_form(), {"xl/worksheets/sheet2.xml": None})
        self.assertEqual(FormWorkbook(content).sheets, [PAGE])
        with self.assertRaises(Refused) as caught:
            FormWorkbook(changed(content, {"xl/worksheets/sheet1.xml": None}))
        self.assertEqual(caught.exception.code, "broken_workbook")

    def test_fifty_sheets_are_the_most(self):
        book = Workbook()
        for number in range(2, 51):
            book.create_sheet(f"Лист {number}")
        self.assertEqual(len(FormWorkbook(saved(book)).sheets), 50)
        book.create_sheet("Лист 51")
        with self.assertRaises(Refused) as caught:
            FormWorkbook(saved(book))
        self.assertEqual(caught.exception.params["limit"], 50)


class TestAddresses(unittest.TestCase):
    def test_letters_and_numbers(self):
        places = {"A1": (1, 1), "Z9": (9, 26), "AA10": (10, 27), "BA1": (1, 53), "AAA1": (1, 703)}
        for address, place in places.items():
            with self.subTest(address):
                self.assertEqual(split_address(address), place)
                self.assertEqual(join_address(*place), address)

    def test_the_last_cell_of_a_sheet(self):
        self.assertEqual(split_address("XFD1048576"), (1048576, 16384))
        for address in ("XFE1", "A1048577", "A0", "A01", "1A", "a1", "A1 ", ""):
            with self.subTest(address):
                self.assertIsNone(split_address(address))


class TestFilling(unittest.TestCase):
    def test_numbers_are_typed_and_rounded(self):
        form = FormWorkbook(municipal_form())
        page = loaded(
            form.fill(
                {
                    (PAGE, "B3"): FormNumber(66.6667, 1, True),
                    (PAGE, "B4"): FormNumber(62.25, 1, True),
                    (PAGE, "C3"): FormNumber(8.0),
                    (PAGE, "D3"): FormNumber(-0.5, 2),
                }
            )
        )[PAGE]
        # the first cell shows per cents of a share, the second only adds the sign
        self.assertEqual([page["B3"].value, page["B4"].value], [0.667, 62.3])
        self.assertEqual([page["C3"].value, page["D3"].value], [8, -0.5])
        self.assertEqual(page["B3"].number_format, "0.0%")

    def test_texts_stay_texts(self):
        texts = ["=1+1", "+7", "@SUM(A1)", "-x", "a\x00\x0bb", " два  пробела ", "{{quality}}"]
        form = FormWorkbook(form_with({}))
        page = loaded(
            form.fill({("Лист", f"A{row}"): text for row, text in enumerate(texts, start=1)})
        )["Лист"]
        cells = [page[f"A{row}"] for row in range(1, len(texts) + 1)]
        self.assertEqual({cell.data_type for cell in cells}, {"s"})
        self.assertEqual([cell.value for cell in cells[:4]], texts[:4])
        self.assertEqual([cell.value for cell in cells[4:]], ["ab", *texts[5:]])

    def test_dates_follow_the_format_of_the_cell(self):
        form = FormWorkbook(municipal_form())
        day = datetime.date(2025, 12, 30)
        page = loaded(form.fill({(PAGE, "B5"): day, (PAGE, "C5"): day}))[PAGE]
        self.assertEqual(page["B5"].value, datetime.datetime(2025, 12, 30))
        self.assertEqual(page["C5"].value, "30.12.2025")

    def test_none_empties_the_cell_and_keeps_its_look(self):
        page = loaded(FormWorkbook(municipal_form()).fill({(PAGE, "B3"): None}))[PAGE]
        self.assertIsNone(page["B3"].value)
        self.assertEqual(page["B3"].number_format, "0.0%")

    def test_cells_that_were_not_there_come_in_order(self):
        form = FormWorkbook(form_with({"B2": "b", "D2": "d", "A9": "last"}))
        places = ("C2", "A2", "E2", "A5", "A1", "AA5", "B5")
        content = form.fill({("Лист", place): place for place in places})
        page = loaded(content)["Лист"]
        self.assertEqual([page[place].value for place in places], list(places))
        sheet = parts_of(content)["xl/worksheets/sheet1.xml"].decode()
        order = [sheet.index(f'<c r="{place}"') for place in ("A1", "A2", "B2", "C2", "D2", "E2")]
        order += [sheet.index(f'<c r="{place}"') for place in ("A5", "B5", "AA5", "A9")]
        self.assertEqual(order, sorted(order))

    def test_nothing_else_of_the_form_changes(self):
        before = changed(municipal_form(), {"xl/media/image1.png": PIXEL, "custom/any.bin": b"x"})
        after = FormWorkbook(before).fill(
            {(PAGE, "B3"): FormNumber(50, 1), (PAGE, "A1"): "Школа № 1"}
        )
        old, new = parts_of(before), parts_of(after)
        self.assertEqual(list(old), list(new))
        touched = {name for name in old if old[name] != new[name]}
        self.assertLessEqual(
            touched,
            {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"},
        )
        page, was = loaded(after)[PAGE], loaded(before)[PAGE]
        self.assertEqual(page.merged_cells.ranges, was.merged_cells.ranges)
        self.assertEqual(page.column_dimensions["A"].width, 41)
        self.assertEqual(page.print_title_rows, was.print_title_rows)
        self.assertEqual(page.page_setup.orientation, "landscape")
        self.assertEqual(page.freeze_panes, "B3")
        self.assertEqual(len(page._charts), 1)
        self.assertEqual(len(page.data_validations.dataValidation), 1)
        self.assertEqual(len(page.conditional_formatting), 1)
        self.assertTrue(page["A1"].font.bold)

    def test_formulas_stay_and_their_old_results_go(self):
        content = municipal_form()
        sheet = parts_of(content)["xl/worksheets/sheet1.xml"]
        counted = sheet.replace(b"</f><v></v>", b"</f><v>777</v>").replace(
            b"</f><v/>", b"</f><v>777</v>"
        )
        self.assertIn(b"777", counted)
        content = changed(content, {"xl/worksheets/sheet1.xml": counted})
        filled = FormWorkbook(content).fill({(PAGE, "C3"): FormNumber(3)})
        self.assertEqual(loaded(filled)[PAGE]["B6"].value, "=SUM(C3:C5)")
        self.assertEqual(loaded(filled)["Справочник"]["A2"].value, "='Форма 1'!B3")
        self.assertNotIn(b"777", parts_of(filled)["xl/worksheets/sheet1.xml"])
        self.assertTrue(loaded(filled).calculation.fullCalcOnLoad)

    def test_parts_say_as_excel_does_that_they_need_no_other(self):
        filled = FormWorkbook(municipal_form()).fill({(PAGE, "B3"): FormNumber(50, 1)})
        heading = parts_of(filled)["xl/worksheets/sheet1.xml"].partition(b"?>")[0]
        self.assertIn(b"standalone='yes'", heading)
        self.assertIn(b"encoding='UTF-8'", heading)

    def test_the_same_values_give_the_same_bytes(self):
        content = municipal_form()
        values = {(PAGE, "B3"): FormNumber(50, 1)}
        self.assertEqual(FormWorkbook(content).fill(values), FormWorkbook(content).fill(values))
