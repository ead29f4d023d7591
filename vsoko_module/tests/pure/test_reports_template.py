import io
import unittest
import zipfile
from dataclasses import replace

from docx import Document
from docx.shared import Mm
from report_samples import paper
from tools.readers import limits
from tools.readers.refusals import REFUSALS, Refused
from tools.reports.document import document
from tools.reports.word_template import SHIPPED, STYLES, check
from tools.translation import plain

SHIPPED_BYTES = SHIPPED.read_bytes()


def saved(word):
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def with_parts(**parts):
    """The shipped template with other or further parts."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(SHIPPED_BYTES)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in dict.fromkeys([*source.namelist(), *parts]):
            target.writestr(name, parts[name] if name in parts else source.read(name))
    return buffer.getvalue()


class TestLetterhead(unittest.TestCase):
    def setUp(self):
        self.template = Document(io.BytesIO(SHIPPED_BYTES))
        page = self.template.sections[0]
        page.left_margin = Mm(30)
        page.different_first_page_header_footer = True
        page.first_page_header.paragraphs[0].text = "МБОУ «Лицей»"
        self.template.styles["Normal"].font.name = "PT Astra Serif"
        # as Word saves it: an empty document has a paragraph
        self.template.add_paragraph()

    def written(self, **form):
        content = replace(paper(), form=replace(paper().form, **form))
        return Document(io.BytesIO(document(content, plain, saved(self.template))))

    def test_page_and_styles_are_those_of_the_school(self):
        word = self.written(is_draft=False)
        first = word.sections[0]
        self.assertAlmostEqual(first.left_margin.mm, 30, delta=0.1)
        self.assertEqual(word.styles["Normal"].font.name, "PT Astra Serif")
        self.assertEqual(first.first_page_header.paragraphs[0].text, "МБОУ «Лицей»")
        self.assertEqual(word.paragraphs[0].text, "Итоги")

    def test_a_draft_says_so_above_the_letterhead(self):
        header = self.written(is_draft=True).sections[0].first_page_header
        self.assertEqual(
            [line.text for line in header.paragraphs], ["Draft, not approved", "МБОУ «Лицей»"]
        )

    def test_the_letterhead_is_on_the_first_page_alone(self):
        shown = [page.different_first_page_header_footer for page in self.written().sections]
        self.assertGreater(len(shown), 1)
        self.assertEqual(shown, [True] + [False] * (len(shown) - 1))

    def test_what_is_written_is_in_the_styles(self):
        used = {line.style.name for line in self.written().paragraphs}
        self.assertLessEqual(used - {"Normal"}, set(STYLES))
        self.assertIn("Heading 1", used)


class TestUpload(unittest.TestCase):
    def refused(self, content, code):
        with self.assertRaises(Refused) as caught:
            check(content)
        self.assertEqual(caught.exception.code, code)
        self.assertIn(code, REFUSALS)
        return caught.exception

    def test_the_shipped_template_passes(self):
        self.assertIsNone(check(SHIPPED_BYTES))

    def test_missing_styles_are_named(self):
        word = Document(io.BytesIO(SHIPPED_BYTES))
        style = word.styles["Приказ"].element
        style.getparent().remove(style)
        refused = self.refused(saved(word), "template_styles")
        self.assertEqual(refused.params, {"names": "«Приказ»"})
        self.refused(saved(Document()), "template_styles")

    def test_what_is_no_word_document(self):
        for content in (b"", b"%PDF-1.7", SHIPPED_BYTES[:9000], with_parts(**{"../a": b""})):
            with self.subTest(content[:8]):
                self.refused(content, "template_not_docx")
        self.refused(bytes(limits.TEMPLATE_BYTES + 1), "template_too_big")

    def test_bombs_and_entities(self):
        self.refused(
            with_parts(**{"word/media/a.png": bytes(5 * limits.MEGABYTE)}), "template_not_docx"
        )
        entities = b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'
        self.refused(with_parts(**{"word/settings.xml": entities}), "template_not_docx")
        self.refused(with_parts(**{"word/document.xml": b"<a>"}), "template_not_docx")

    def test_a_part_that_is_there_twice(self):
        buffer = io.BytesIO(SHIPPED_BYTES)
        with self.assertWarns(UserWarning), zipfile.ZipFile(buffer, "a") as archive:
            archive.writestr("word/document.xml", b"<other/>")
        self.refused(buffer.getvalue(), "template_not_docx")

    def test_macros_and_what_is_outside(self):
        self.refused(with_parts(**{"word/vbaProject.bin": b"x"}), "template_active")
        self.refused(with_parts(**{"word/embeddings/a.xlsx": b"x"}), "template_active")
        link = b'<Relationship Id="r" Type="http://x/%s" Target="http://x/" TargetMode="External"/>'
        rels = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
        outside = rels % (link % b"attachedTemplate")
        self.refused(with_parts(**{"word/_rels/settings.xml.rels": outside}), "template_links")
        site = rels % (link % b"hyperlink")
        self.assertIsNone(check(with_parts(**{"word/_rels/header9.xml.rels": site})))
