import io
import unittest
import zipfile

from docx import Document
from tools.readers.refusals import Refused
from tools.words import SEARCHED_LETTERS, limited, words_of
from weasyprint import HTML


def packed(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


class TestWords(unittest.TestCase):
    """The text of a file that people attach."""

    def test_docx(self):
        word, buffer = Document(), io.BytesIO()
        paragraph = word.add_paragraph("Поло")
        paragraph.add_run("жение").bold = True
        word.add_table(1, 1).cell(0, 0).text = "ячейка"
        word.sections[0].header.paragraphs[0].text = "колонтитул"
        word.save(buffer)
        self.assertEqual(
            sorted(words_of(buffer.getvalue()).split()), ["Положение", "колонтитул", "ячейка"]
        )

    def test_odt(self):
        text = (
            '<office:document-content xmlns:office="o" xmlns:text="t"><office:body>'
            "<text:h>Устав</text:h><text:p>шко<text:span>лы</text:span></text:p>"
            "</office:body></office:document-content>"
        )
        parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": text}
        self.assertEqual(words_of(packed(parts)), "Устав школы")

    def test_pdf(self):
        content = HTML(string="<p>Порядок приёма</p>").write_pdf()
        self.assertEqual(words_of(content), "Порядок приёма")

    def test_what_has_no_text(self):
        for content in (b"", b"\x89PNG", packed({"a.txt": "b"})):
            self.assertEqual(words_of(content), "")

    def test_damaged_and_dangerous(self):
        bomb = packed({"word/document.xml": b" " * 50_000_000})
        entity = packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})
        broken = packed({"word/document.xml": "<a>"})
        for content in (bomb, entity, broken, b"PK\3\4 nothing", b"%PDF-1.4 nothing"):
            with self.assertRaises(Refused):
                words_of(content)

    def test_a_very_long_text_keeps_its_words(self):
        text = "слово " * SEARCHED_LETTERS + "последнее"
        self.assertEqual(limited(text), "слово последнее")
        self.assertEqual(limited("раз два раз"), "раз два раз")
