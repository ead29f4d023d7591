import io
import re

import openpyxl
from pypdf import PdfReader

from odoo.tests import tagged

from ..common import prints
from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestReportPdf(ReportCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.section("summary").conclusions = "<b>Вывод</b> & <script>alert(1)</script>"
        with prints:
            cls.reader = PdfReader(io.BytesIO(cls.report._make_file("pdf")))
        cls.pages = [" ".join(page.extract_text().split()) for page in cls.reader.pages]
        cls.text = " ".join(cls.pages)

    def test_pages_are_numbered(self):
        total = len(self.pages)
        self.assertGreater(total, 2)
        for number, page in enumerate(self.pages, start=1):
            self.assertIn(f"стр. {number} из {total}", page)

    def test_fonts_are_embedded(self):
        fonts = [
            font.get_object()
            for page in self.reader.pages
            for font in page["/Resources"]["/Font"].values()
        ]
        self.assertTrue(fonts)
        for font in fonts:
            descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            self.assertTrue({"/FontFile2", "/FontFile3"} & descriptor.keys())

    def test_charts_are_vectors(self):
        self.assertFalse([image for page in self.reader.pages for image in page.images])
        drawn = [page.get_contents().get_data().count(b" re") for page in self.reader.pages]
        self.assertGreater(sum(drawn), 20)

    def test_texts_and_figures(self):
        self.assertIn("УТВЕРЖДАЮ", self.text)
        self.assertIn("Проект, не утверждён", self.pages[-1])
        self.assertIn("75,0 %", self.text)
        self.assertIn("нет данных", self.text.lower())
        self.assertIn("<b>Вывод</b> & <script>alert(1)</script>", self.text)

    def test_wide_sections_are_printed_across(self):
        shapes = {page.mediabox.width > page.mediabox.height for page in self.reader.pages}
        self.assertEqual(shapes, {True, False})


@tagged("post_install", "-at_install")
class TestReportLongPdf(ReportCase):
    @prints
    def test_heads_of_tables_are_repeated(self):
        subjects = self.env["vsoko.subject"].create(
            [{"name": f"Предмет {n}", "code": f"long_{n}"} for n in range(60)]
        )
        pupil = self.pupils_of(self.class_5a)[0]
        self.add_marks({(pupil, subject): 4 for subject in subjects}, self.q1)
        self.q1.action_calculate()
        self.report.action_refresh()
        hidden = self.report.section_ids - self.section("subjects")
        hidden.is_shown = False
        pages = PdfReader(io.BytesIO(self.report._make_file("pdf"))).pages
        tables = [
            page.extract_text() for page in pages if re.search(r"Предмет \d+", page.extract_text())
        ]
        # a page with the axis of a chart is no table
        with_figures = [
            text for text in tables if text.count("100,0") > 5 and "25\n50\n75" not in text
        ]
        self.assertGreater(len(with_figures), 1)
        for text in with_figures:
            self.assertIn("СОУ", text)


@tagged("post_install", "-at_install")
class TestReportXlsx(ReportCase):
    def book(self):
        content = self.report._make_file("xlsx")
        return openpyxl.load_workbook(io.BytesIO(content))

    def test_figures_are_those_that_were_frozen(self):
        sheet = self.book()["Результаты по классам"]
        heading = [cell.value for cell in sheet[2]]
        quality = heading.index("Качество знаний")
        figures = self.report.figures["figures"]
        rows = {row[0]: row[quality] for row in sheet.iter_rows(min_row=3, values_only=True)}
        for school_class in self.classes:
            frozen = figures[f"class:{school_class.id}"]["quality"]["value"]
            self.assertAlmostEqual(rows[school_class.name], frozen)

    def test_names_that_look_like_formulas_stay_text(self):
        self.math.name = "=HYPERLINK(1)"
        self.class_5a.letter = "=А"
        self.section("summary").conclusions = "=1+1"
        self.report.action_refresh()
        kinds, texts = set(), set()
        for sheet in self.book():
            for cell in (cell for row in sheet for cell in row):
                kinds.add(cell.data_type)
                texts.add(cell.value)
        self.assertLessEqual(kinds, {"s", "n"})
        self.assertIn("=1+1", texts)
        self.assertIn("=HYPERLINK(1)", texts)

    def test_section_that_is_off_is_not_in_the_file(self):
        self.section("teachers").is_shown = False
        names = self.book().sheetnames
        self.assertIn("Результаты по классам", names)
        self.assertNotIn("Результаты по урокам учителей", names)

    def test_names_of_files_are_for_people(self):
        name = self.report._get_file_name("pdf")
        self.assertRegex(name, r"^ВСОКО_[\w.-]+_1-четверть_2025-2026_проект\.pdf$")
        self.report.name = "../../etc/passwd"
        self.assertNotIn("/", self.report._get_file_name("pdf"))
