import io

from docx import Document

from odoo.tests import tagged

from ..common import prints
from ..evidence.rubric_case import RubricCase


@tagged("post_install", "-at_install")
class TestVisitCard(RubricCase):
    """The printed card says what the sheet says."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sheet = cls.make_sheet(2, 1, "na", recommendations="Дать ученикам ставить цель")
        answers = {**cls.sheet.answers, cls.keys[0]: {"points": 2, "note": "все спорят"}}
        cls.sheet.write({"answers": answers, "notes": "3′ Цель\n14′ Пары"})

    def cells(self):
        _name, content = self.sheet._get_card("docx")
        word = Document(io.BytesIO(content))
        cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
        return cells, "\n".join(paragraph.text for paragraph in word.paragraphs)

    def test_what_is_in_the_document(self):
        cells, text = self.cells()
        self.assertIn("5А", cells)
        self.assertIn("да. все спорят", cells)
        # «не применимо» and a blank are no points
        place = cells.index("Критерий 3")
        self.assertEqual(cells[place + 1], "—")
        self.assertIn("Дать ученикам ставить цель", text)
        self.assertIn("14′ Пары", text)

    @prints
    def test_the_page_is_printed(self):
        name, content = self.sheet._get_card("pdf")
        self.assertTrue(name.endswith(".pdf"))
        self.assertEqual(content[:4], b"%PDF")
