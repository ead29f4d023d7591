import unittest

from form_samples import changed, form_with, parts_of
from tools.forms.workbook import FormWorkbook
from tools.readers import Refused, limits

SHEET = "xl/worksheets/sheet1.xml"


class TestHostileForms(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.content = form_with({"A1": "{{quality}}"})

    def refuses(self, content, code):
        with self.assertRaises(Refused) as caught:
            FormWorkbook(content).marked()
        self.assertEqual(caught.exception.code, code)
        self.assertNotIn("%(", caught.exception.message())

    def test_other_kinds_of_files(self):
        self.refuses(b"", "form_not_xlsx")
        self.refuses(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "form_not_xlsx")
        self.refuses(b"PK\x03\x04 no archive at all", "broken_workbook")
        self.refuses(changed(self.content, {"xl/workbook.xml": None}), "not_workbook")
        self.refuses(b"PK\x03\x04" + bytes(limits.FILE_BYTES), "too_big")

    def test_macros_and_embedded_objects(self):
        for name in (
            "xl/vbaProject.bin",
            "xl/macrosheets/sheet1.xml",
            "xl/activeX/activeX1.bin",
            "xl/embeddings/oleObject1.bin",
            "xl/ctrlProps/ctrlProp1.xml",
        ):
            with self.subTest(name):
                self.refuses(changed(self.content, {name: b"<x/>"}), "form_active")
        types = parts_of(self.content)["[Content_Types].xml"].replace(
            b"spreadsheetml.sheet.main+xml", b"sheet.macroEnabled.main+xml"
        )
        self.refuses(changed(self.content, {"[Content_Types].xml": types}), "form_active")

    def test_links_to_other_files(self):
        for name in ("xl/externalLinks/externalLink1.xml", "xl/connections.xml"):
            with self.subTest(name):
                self.refuses(changed(self.content, {name: b"<x/>"}), "form_links")

    def test_entities_and_encodings(self):
        bomb = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
        for name in (SHEET, "xl/charts/chart1.xml", "docProps/core.xml"):
            with self.subTest(name):
                self.refuses(changed(self.content, {name: bomb}), "xml_declarations")
        wide = b'<?xml version="1.0" encoding="UTF-16"?><x/>'
        self.refuses(changed(self.content, {SHEET: wide}), "xml_encoding")

    def test_bombs_and_paths(self):
        self.refuses(
            changed(self.content, {"xl/media/a.bin": bytes(20 * limits.MEGABYTE)}), "zip_ratio"
        )
        self.refuses(changed(self.content, {"../a.xml": b"<x/>"}), "zip_path")

    def test_broken_sheets(self):
        self.refuses(changed(self.content, {SHEET: b"<worksheet>"}), "broken_workbook")
        self.refuses(changed(self.content, {SHEET: b"<worksheet/>"}), "broken_workbook")
        sheet = parts_of(self.content)[SHEET]
        odd = sheet.replace(b'r="1"', b'r="first"').replace(b't="s"', b't="s" s="x"')
        (found,) = FormWorkbook(changed(self.content, {SHEET: odd})).marked()
        self.assertEqual(found.cell, "A1")

    def test_too_many_marks(self):
        many = {f"A{row}": "{{quality}}" * 10 for row in range(1, limits.FORM_MARKS // 10 + 2)}
        self.refuses(form_with(many), "form_marks")
