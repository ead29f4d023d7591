import base64
import io

from docx import Document

from odoo.exceptions import ValidationError
from odoo.tests import tagged

from ...tools.reports.word_template import SHIPPED
from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestWordTemplate(ReportCase):
    """Reports are written in the Word template of the school."""

    def use(self, word):
        buffer = io.BytesIO()
        word.save(buffer)
        self.env.company.vsoko_word_template = base64.b64encode(buffer.getvalue())

    def letterhead(self):
        report = self.report.with_user(self.users["administration"])
        word = Document(io.BytesIO(report._get_file("docx")[1]))
        return [line.text for line in word.sections[0].header.paragraphs]

    def test_the_letterhead_of_the_school(self):
        word = Document(SHIPPED)
        word.sections[0].header.paragraphs[0].add_run("МБОУ «Лицей»")
        self.use(word)
        self.assertEqual(self.letterhead()[-1], "МБОУ «Лицей»")

    def test_without_a_template_the_shipped_one(self):
        self.assertFalse(self.env.company._get_word_template())
        self.assertEqual(len(self.letterhead()), 1)

    def test_a_document_without_the_styles_is_refused_by_their_names(self):
        with self.assertRaisesRegex(ValidationError, "«Приказ»"):
            self.use(Document())

    def test_what_is_no_document_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "no Word document"):
            self.env.company.vsoko_word_template = base64.b64encode(b"%PDF-1.7")
