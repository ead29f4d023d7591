"""Packages that Excel opens although their parts are named otherwise, and files in files."""

import io
import unittest
import zipfile

from test_reader_hostile import refusal, workbook
from tools.readers.sniff import read_sheets

CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>ФИО</t></is></c></row>'
ROWS = [["ФИО"]]


def renamed(content, names, texts=()):
    """The archive with other names of its parts and other texts in them."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            text = source.read(name).decode()
            for old, new in texts:
                text = text.replace(old, new)
            archive.writestr(names.get(name, name), text)
    return target.getvalue()


def archive(**files):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return target.getvalue()


class TestNamesOfParts(unittest.TestCase):
    def test_another_name_of_the_workbook(self):
        book = renamed(
            workbook(CELL),
            {
                "xl/workbook.xml": "xl/Book2.xml",
                "xl/_rels/workbook.xml.rels": "xl/_rels/Book2.xml.rels",
            },
            [("xl/workbook.xml", "/xl/Book2.xml")],
        )
        self.assertEqual(read_sheets(book)[0].rows, ROWS)

    def test_another_folder_and_case_of_a_sheet(self):
        book = renamed(
            workbook(CELL),
            {"xl/worksheets/sheet1.xml": "Data\\ONE.xml"},
            [("worksheets/sheet1.xml", "../data/one.XML")],
        )
        self.assertEqual(read_sheets(book)[0].rows, ROWS)

    def test_what_is_refused_under_the_usual_name_is_refused_under_another(self):
        far = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
        entity = '<!DOCTYPE a [<!ENTITY b "c">]><row/>'
        for sheet, code in ((far, "sheet_too_big"), (entity, "xml_declarations")):
            book = renamed(
                workbook(sheet),
                {"xl/worksheets/sheet1.xml": "xl/s.xml"},
                [("worksheets/sheet1.xml", "s.xml")],
            )
            with self.subTest(code):
                self.assertEqual(refusal(book), code)

    def test_a_part_outside_the_package_is_not_followed(self):
        book = renamed(workbook(CELL), {}, [("worksheets/sheet1.xml", "file:///etc/passwd")])
        self.assertIn(refusal(book), ("broken_workbook", "no_cells"))


class TestFilesInFiles(unittest.TestCase):
    def test_the_one_table_of_an_archive(self):
        book = archive(**{"Ведомость/9А.xlsx": workbook(CELL), "Ведомость/readme.txt": "x"})
        self.assertEqual(read_sheets(book)[0].rows, ROWS)

    def test_several_tables_are_named(self):
        self.assertEqual(refusal(archive(**{"a.xlsx": b"1", "b.xls": b"2"})), "several_files")

    def test_an_archive_in_an_archive_and_a_document_are_no_tables(self):
        inner = archive(**{"a.xlsx": workbook(CELL)})
        self.assertEqual(refusal(archive(**{"b.xlsx": inner})), "not_workbook")
        letter = {"[Content_Types].xml": "<Types/>", "word/embeddings/a.xlsx": workbook(CELL)}
        self.assertEqual(refusal(archive(**letter)), "not_workbook")

    def test_a_bomb_in_an_archive(self):
        self.assertEqual(refusal(archive(**{"a.csv": b"1;" * 5_000_000})), "zip_ratio")

    def test_a_web_archive(self):
        page = (
            'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
            'Content-Type: text/html; charset="windows-1251"\r\n'
            "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
            "<html><table><tr><td>=D4=C8=CE</td></tr></table></html>\r\n--x--\r\n"
        )
        self.assertEqual(read_sheets(page.encode())[0].rows, ROWS)
        self.assertEqual(refusal(page.replace("table", "p").encode()), "broken_html")


class TestApostrophes(unittest.TestCase):
    def test_the_mark_of_a_text_is_no_part_of_it(self):
        sheet = read_sheets("№;ФИО;Класс\n1;'Юн О'Хара;'5Б'".encode())[0]
        self.assertEqual(sheet.rows[1], ["1", "Юн О'Хара", "5Б"])
