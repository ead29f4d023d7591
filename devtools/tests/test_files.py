import tempfile
import unittest
from pathlib import Path

from devtools import files


class TestXml(unittest.TestCase):
    def test_good_file(self):
        self.assertEqual(files.xml_findings(b"<odoo><record id='a' model='m'/></odoo>"), [])

    def test_not_well_formed(self):
        [text] = files.xml_findings(b"<odoo><record></odoo>")
        self.assertIn("mismatched tag", text)

    def test_same_id_twice(self):
        content = (
            b"<odoo><record id='a' model='m'/><template id='a'/><record id='b' model='m'/></odoo>"
        )
        self.assertEqual(files.xml_findings(content), ["the id a is used 2 times"])

    def test_text_that_is_not_escaped(self):
        content = b"<templates><t t-name='a'><p t-raw='props.text'/></t></templates>"
        self.assertEqual(files.xml_findings(content), ["t-raw shows a text without escaping it"])


class TestCsv(unittest.TestCase):
    def test_good_file(self):
        self.assertEqual(files.csv_findings('id,name\na,"x, y"\nb,z\n'), [])

    def test_missing_column(self):
        [text] = files.csv_findings("id,name\na\n")
        self.assertEqual(text, "line 2: 1 columns, the header has 2")

    def test_same_id_twice(self):
        self.assertEqual(files.csv_findings("id\na\na\n"), ["the id a is used 2 times"])

    def test_empty_file(self):
        self.assertEqual(files.csv_findings(""), ["the file is empty"])


class TestManifest(unittest.TestCase):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addon = Path(folder.name) / "addon"
        (self.addon / "views").mkdir(parents=True)
        (self.addon / "views" / "a.xml").write_text("<odoo/>")

    def _findings(self, manifest):
        (self.addon / "__manifest__.py").write_text(repr(manifest))
        return list(files.findings(self.addon))

    def test_good_manifest(self):
        self.assertEqual(self._findings({"data": ["views/a.xml"]}), [])

    def test_forgotten_file(self):
        self.assertEqual(self._findings({}), ["addon/__manifest__.py: views/a.xml is not loaded"])

    def test_file_that_does_not_exist(self):
        found = self._findings({"data": ["views/a.xml"], "demo": ["demo/b.xml"]})
        self.assertEqual(found, ["addon/__manifest__.py: demo/b.xml does not exist"])
