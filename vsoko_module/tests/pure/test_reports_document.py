import io
import unittest

from docx import Document
from docx.enum.section import WD_ORIENT
from report_samples import paper
from tools.reports.document import document
from tools.reports.flat import flat_csv


class TestDocument(unittest.TestCase):
    def setUp(self):
        self.content = paper("Раздел\x0b", [("Выводы", "Первая\nВторая\x00")])
        content = document(self.content, str)
        self.paper = Document(io.BytesIO(content))

    def test_texts_are_paragraphs_without_what_xml_cannot_hold(self):
        texts = [paragraph.text for paragraph in self.paper.paragraphs]
        self.assertEqual(texts[:2], ["Итоги", "Школа № 1"])
        self.assertIn("1. Раздел", texts)
        self.assertIn("Вторая", texts)

    def test_tables_show_what_people_read_elsewhere(self):
        table = self.paper.tables[0]
        row = [cell.text.replace("\xa0", " ") for cell in table.rows[1].cells]
        self.assertEqual(row[:4], ["Качество знаний", "60,0 %", "100", "55,0 %"])
        self.assertIn("tblHeader", table.rows[0]._tr.xml)

    def test_wide_sections_turn_the_page_and_back(self):
        shapes = [page.orientation for page in self.paper.sections]
        self.assertIn(WD_ORIENT.LANDSCAPE, shapes)
        self.assertEqual(shapes[-1], WD_ORIENT.PORTRAIT)
        wide = next(p for p in self.paper.sections if p.orientation == WD_ORIENT.LANDSCAPE)
        self.assertGreater(wide.page_width, wide.page_height)

    def test_csv_is_neutral_and_has_a_line_for_each_cell(self):
        lines = flat_csv(self.content, str).decode("utf-8-sig").splitlines()
        self.assertEqual(lines[0], "Section;Table;Row;Column;Value")
        self.assertTrue(any(";'=5Б;" in line for line in lines))
        self.assertTrue(any(line.endswith(";Качество знаний;Value;60,0") for line in lines))
