import unittest
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree
from tools.readers.refusals import Refused
from tools.readers.xml_part import parse_closed, parse_part


class TestClosedXml(unittest.TestCase):
    """A file that asks for another one on the machine gets nothing of it."""

    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.other = Path(folder.name) / "other"

    def text_of(self, declarations):
        return parse_part(f"<!DOCTYPE r {declarations}><r>&it;</r>".encode()).text

    def test_the_text_of_another_file_is_not_read(self):
        self.other.write_text("told")
        self.assertIsNone(self.text_of(f'[<!ENTITY it SYSTEM "{self.other.as_uri()}">]'))

    def test_declarations_in_another_file_are_not_read(self):
        self.other.write_text('<!ENTITY it "told"><!ATTLIST r kind CDATA "told">')
        content = f'<!DOCTYPE r SYSTEM "{self.other.as_uri()}"><r>&it;</r>'.encode()
        root = parse_part(content)
        self.assertEqual(root.xpath("string()"), "")
        self.assertEqual(root.attrib, {})

    def test_what_a_file_declares_itself_is_not_put_into_its_text(self):
        self.assertIsNone(self.text_of('[<!ENTITY it "told">]'))

    def test_a_tree_as_deep_as_nobody_writes_is_refused(self):
        self.assertRaises(Refused, parse_part, b"<a>" * 300 + b"</a>" * 300)

    def test_what_is_no_xml(self):
        for content in (b"", b"<a>", b"a", b"<a/><b/>"):
            with self.subTest(content):
                with self.assertRaises(Refused) as caught:
                    parse_part(content)
                self.assertEqual(caught.exception.code, "broken_workbook")
                self.assertRaises(etree.XMLSyntaxError, parse_closed, content)
