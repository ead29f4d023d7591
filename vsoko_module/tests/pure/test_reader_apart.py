import io
import unittest
from datetime import date, time

from reader_samples import SAMPLES
from test_reader_hostile import spreadsheet_ods, workbook
from tools.readers import Refused
from tools.readers.apart import read_sheets_apart
from tools.readers.sniff import read_sheets
from xlsxwriter import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def strings_book(letters, cells):
    """A workbook of many cells that all show one long text, which is stored once."""
    rows = "".join(
        f'<row r="{row}">' + '<c t="s"><v>0</v></c>' * 100 + "</row>"
        for row in range(1, cells // 100 + 1)
    )
    shared = f'<sst xmlns="{MAIN}"><si><t>{"я" * letters}</t></si></sst>'
    return workbook(rows, **{"xl/sharedStrings.xml": shared})


def typed_book():
    target = io.BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Лист")
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        clock = book.add_format({"num_format": "hh:mm"})
        sheet.write_row(0, 0, ["Ёлкин", 4, 4.5, True])
        sheet.write_datetime(1, 0, date(2026, 1, 31), day)
        sheet.write_datetime(1, 1, time(8, 30), clock)
        book.add_worksheet("Черновик").hide()
    return target.getvalue()


class TestReaderApart(unittest.TestCase):
    def test_the_same_cells_come_back(self):
        names = ("base/contingent.xlsx", "svod/svod_2A_Y.xls", "svod/svod_2A_Q4.csv")
        contents = [(SAMPLES / name).read_bytes() for name in names]
        for content in (*contents, typed_book()):
            here, apart = read_sheets(content), read_sheets_apart(content)
            self.assertEqual([one.rows for one in here], [one.rows for one in apart])
            self.assertEqual(
                [(one.name, one.hidden) for one in here],
                [(one.name, one.hidden) for one in apart],
            )

    def test_refusals_keep_their_words(self):
        for content, code in ((b"", "empty_file"), (b"%PDF-1.7", "pdf")):
            with self.assertRaises(Refused) as found:
                read_sheets_apart(content)
            self.assertEqual(found.exception.code, code)
            self.assertTrue(found.exception.message())

    def test_files_that_take_all_memory_are_refused_in_words(self):
        text = 'office:value-type="string"'
        repeated = (
            '<table:table-row table:number-rows-repeated="90000">'
            f'<table:table-cell table:number-columns-repeated="40" {text}>'
            f"<text:p>{'я' * 2000}</text:p></table:table-cell></table:table-row>"
        )
        spaces = (
            f"<table:table-row><table:table-cell {text}><text:p>"
            '<text:s text:c="1000000000"/></text:p></table:table-cell></table:table-row>'
        )
        for name, content in (
            ("repeated rows", spreadsheet_ods(repeated)),
            ("a run of spaces", spreadsheet_ods(spaces)),
            ("one long text", strings_book(30_000, 99_900)),
        ):
            with self.subTest(name), self.assertRaises(Refused) as found:
                read_sheets_apart(content)
            self.assertIn(found.exception.code, ("too_heavy", "zip_ratio", "sheet_too_big"))

    def test_a_workbook_of_very_many_sheets_is_refused(self):
        target = io.BytesIO()
        with Workbook(target, {"in_memory": True}) as book:
            for _number in range(51):
                book.add_worksheet()
        with self.assertRaises(Refused) as found:
            read_sheets_apart(target.getvalue())
        self.assertEqual(found.exception.code, "too_many_sheets")

    def test_a_damaged_old_workbook_ends_its_own_process_only(self):
        whole = bytearray((SAMPLES / "svod/svod_2A_Y.xls").read_bytes())
        for place in range(600, 4600, 400):
            damaged = (
                bytes(whole[:place]) + bytes([whole[place] ^ 0xFF]) + bytes(whole[place + 1 :])
            )
            with self.subTest(place=place):
                try:
                    self.assertTrue(read_sheets_apart(damaged))
                except Refused as refused:
                    self.assertTrue(refused.message())
