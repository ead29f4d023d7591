import io
import unittest
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import openpyxl
from docx import Document
from docx.enum.section import WD_ORIENT
from picture_samples import picture as drawn
from report_samples import paper
from tools.reports.document import document
from tools.reports.enclosures import PNG
from tools.reports.flat import flat_csv
from tools.reports.numbering import Numbering
from tools.reports.paper import Picture
from tools.reports.word_picture import HIGHEST
from tools.translation import plain


class TestDocument(unittest.TestCase):
    def setUp(self):
        self.content = paper("Раздел\x0b", [("Выводы", "Первая\nВторая\x00")])
        content = document(self.content, plain)
        self.word = Document(io.BytesIO(content))

    def test_texts_are_paragraphs_without_what_xml_cannot_hold(self):
        texts = [paragraph.text for paragraph in self.word.paragraphs]
        self.assertEqual(texts[:2], ["Итоги", "1 четверть"])
        self.assertIn("1. Раздел", texts)
        self.assertIn("Вторая", texts)

    def test_tables_show_what_people_read_elsewhere(self):
        table = self.word.tables[1]
        row = [cell.text.replace("\xa0", " ") for cell in table.rows[1].cells]
        self.assertEqual(row[:4], ["Качество знаний", "◆ 60,0 %", "100", "55,0 %"])
        self.assertIn("tblHeader", table.rows[0]._tr.xml)

    def test_wide_sections_turn_the_page_and_back(self):
        shapes = [page.orientation for page in self.word.sections]
        self.assertIn(WD_ORIENT.LANDSCAPE, shapes)
        self.assertEqual(shapes[-1], WD_ORIENT.PORTRAIT)
        wide = next(p for p in self.word.sections if p.orientation == WD_ORIENT.LANDSCAPE)
        self.assertGreater(wide.page_width, wide.page_height)

    def test_heads_of_a_wide_table_are_turned(self):
        matrix = next(table for table in self.word.tables if "btLr" in table.rows[0]._tr.xml)
        self.assertEqual(
            [cell.text for cell in matrix.rows[0].cells], ["Class", "Алгебра", "Физика"]
        )
        self.assertNotIn("btLr", matrix.rows[1]._tr.xml)

    def test_pages_are_numbered_and_a_draft_says_so(self):
        first = self.word.sections[0]
        footer = first.footer.paragraphs[0]._p.xml
        self.assertIn('w:instr="PAGE"', footer)
        self.assertIn('w:instr="NUMPAGES"', footer)
        self.assertIn("Draft, not approved", first.header.paragraphs[0].text)

    def test_csv_is_neutral_and_has_a_line_for_each_cell(self):
        lines = flat_csv(self.content, plain).decode("utf-8-sig").splitlines()
        self.assertEqual(lines[0], "Section;Table;Row;Column;Value")
        self.assertTrue(any(";'=5Б;" in line for line in lines))
        self.assertTrue(any(line.endswith(";Качество знаний;Value;60,0") for line in lines))


class TestDocumentForm(unittest.TestCase):
    def written(self, **form):
        content = paper()
        return Document(
            io.BytesIO(document(replace(content, form=replace(content.form, **form)), plain))
        )

    def test_place_for_the_approval_of_a_draft(self):
        school_name, approval = self.written().tables[0].rows[0].cells
        self.assertEqual(school_name.text, "Школа № 1")
        self.assertEqual(approval.text.splitlines()[:2], ["APPROVED", "Director"])
        self.assertIn("20___", approval.text)

    def test_approved_report_names_who_and_when(self):
        written = self.written(approval=("Смирнова И. И.", "01.11.2025"), is_draft=False)
        text = written.tables[0].rows[0].cells[1].text
        self.assertIn("Смирнова И. И.", text)
        self.assertIn("01.11.2025", text)
        self.assertEqual(written.sections[0].header.paragraphs[0].text, "")

    def test_form_without_approval(self):
        self.assertEqual(self.written(approval=None).tables[0].rows[0].cells[1].text, "")

    def test_each_signature_has_post_and_name(self):
        grid = self.written().tables[-1]
        rows = [[cell.text for cell in row.cells] for row in grid.rows]
        self.assertEqual([(row[0], row[2]) for row in rows], paper().form.signers)
        self.assertTrue(all(set(row[1]) == {"_"} for row in rows))

    def test_names_of_signatures_have_room_and_stay_on_one_page(self):
        grid = self.written().tables[-1]
        # 173 mm of the page: 38 % for the name
        self.assertAlmostEqual(grid.columns[2].width.mm, 65.7, delta=0.5)
        self.assertTrue(all("w:cantSplit" in row._tr.xml for row in grid.rows))

    def test_first_page_lies_as_its_section(self):
        content = paper()
        wide = [part for part in content.parts if part.frozen["wide"]]
        written = Document(io.BytesIO(document(replace(content, parts=wide[:1]), plain)))
        self.assertEqual(len(written.sections), 1)
        self.assertEqual(written.sections[0].orientation, WD_ORIENT.LANDSCAPE)


class TestDocumentCharts(unittest.TestCase):
    """Charts of Word keep their numbers: in the drawing and in the workbook behind it."""

    def setUp(self):
        self.files = zipfile.ZipFile(io.BytesIO(document(paper(), plain)))
        self.names = self.files.namelist()

    def chart(self, first_label):
        """(XML, rows of the workbook) of the chart whose first label is this."""
        for name in self.names:
            if name.startswith("word/charts/chart"):
                book = name.replace("charts/", "embeddings/").replace(".xml", ".xlsx")
                sheet = openpyxl.load_workbook(io.BytesIO(self.files.read(book))).active
                rows = list(sheet.iter_rows(values_only=True))
                if rows[1][0] == first_label:
                    return self.files.read(name).decode(), rows
        return None

    def test_numbers_are_those_of_the_figures(self):
        xml, rows = self.chart("5А")
        self.assertEqual(rows[0], (None, "Успеваемость", "Качество знаний"))
        self.assertEqual(rows[1:], [("5А", 100, 80), ("=5Б", None, 40)])
        points = ElementTree.fromstring(xml).iterfind(".//{*}val//{*}pt/{*}v")
        self.assertEqual([point.text for point in points], ["100", "80", "40"])

    def test_each_chart_is_linked_with_its_workbook(self):
        charts = [name for name in self.names if name.startswith("word/charts/chart")]
        self.assertGreater(len(charts), 1)
        for name in charts:
            links = self.files.read(f"word/charts/_rels/{name.rpartition('/')[2]}.rels").decode()
            self.assertIn("embeddings/chart", links)
            self.assertIn("externalData", self.files.read(name).decode())

    def test_no_picture_and_nothing_outside(self):
        self.assertFalse([name for name in self.names if name.endswith((".png", ".svg", ".emf"))])
        links = [self.files.read(name) for name in self.names if name.endswith(".rels")]
        self.assertFalse([link for link in links if b"External" in link])


class TestNumbering(unittest.TestCase):
    """Numbers of what stands in a document, one after another."""

    def test_tables_and_figures_count_what_is_there(self):
        named = Numbering(True, plain)
        self.assertEqual(named.name_table("A"), "Table 1. A")
        self.assertEqual(named.name_table("Nothing", is_empty=True), "Nothing")
        self.assertEqual(named.name_table(""), "Table 2")
        self.assertEqual(named.name_chart("B"), "Figure 1. B")
        self.assertEqual(named.name_picture("C"), "Figure 2. C")
        self.assertEqual(named.name_chart("D"), "Figure 3. D")

    def test_without_numbers_pictures_have_theirs_all_the_same(self):
        named = Numbering(False, plain)
        self.assertEqual([named.name_table("A"), named.name_chart("B")], ["A", "B"])
        self.assertEqual(named.name_picture("C"), "Figure 1. C")
        self.assertEqual(named.name_appendices(["D", "E"]), ["Appendix 1. D", "Appendix 2. E"])

    def test_blocks_are_named_as_they_are_shown(self):
        blocks = [
            {"title": "A", "chart": None, "rows": []},
            {"title": "B", "chart": None, "rows": [[]]},
            {"title": "C", "chart": "data:", "rows": None},
        ]
        titles = [block["title"] for block in Numbering(True, plain).name_blocks(blocks)]
        self.assertEqual(titles, ["A", "Table 1. B", "Figure 1. C"])
        shown = Numbering(True, plain).show_pictures([Picture("D", "Что", PNG + b"x")])
        self.assertEqual((shown[0]["title"], shown[0]["alt"]), ("Figure 1. D", "Что"))
        self.assertTrue(shown[0]["source"].startswith("data:image/png;base64,"))


class TestPicturesInWord(unittest.TestCase):
    """Pictures of people in a document: as wide as the page, with words for who does not see."""

    def test_a_picture_and_its_title(self):
        made = paper("Раздел", [])
        picture = Picture("Открытие", "Дети у станков", drawn(size=(2000, 500)))
        part = made.parts[0]._replace(pictures=(picture,), appendices=("План",))
        word = Document(io.BytesIO(document(replace(made, parts=[part]), plain)))
        lines = [line.text for line in word.paragraphs]
        self.assertIn("Figure 1. Открытие", lines)
        self.assertIn("Appendix 1. План", lines)
        (shape,) = (
            one for one in word.inline_shapes if one._inline.docPr.get("descr") == "Дети у станков"
        )
        page = word.sections[-1]
        room = page.page_width - page.left_margin - page.right_margin
        self.assertLessEqual(shape.width, room)
        self.assertAlmostEqual(shape.width / shape.height, 4, places=2)

    def test_a_high_picture_leaves_room_for_text(self):
        made = paper("Раздел", [])
        part = made.parts[0]._replace(pictures=(Picture("A", "B", drawn(size=(500, 2000))),))
        word = Document(io.BytesIO(document(replace(made, parts=[part]), plain)))
        (shape,) = (one for one in word.inline_shapes if one._inline.docPr.get("descr") == "B")
        self.assertLessEqual(shape.height, HIGHEST)
