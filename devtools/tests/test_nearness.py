import unittest
from pathlib import Path
from tempfile import TemporaryDirectory

from devtools import nearness

FILES = {
    "tools/__init__.py": "",
    "tools/measures/__init__.py": "from .scale import mark_of\n",
    "tools/measures/scale.py": "import math\n",
    "tools/notes.py": "from .measures import mark_of\n",
    "tests/pure/samples.py": "from tools.notes import note\n",
    "tests/pure/test_away.py": "import unittest\n",
    "tests/pure/test_notes.py": "import samples\n",
    "tests/pure/test_scale.py": "from tools.measures import scale\n",
    "tests/pure/test_marks.py": "from tools.measures import mark_of\n",
}


class TestNearness(unittest.TestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addon = Path(folder.name)
        for name, text in FILES.items():
            (self.addon / name).parent.mkdir(parents=True, exist_ok=True)
            (self.addon / name).write_text(text)

    def test_those_that_import_a_module_come_first_and_none_is_left(self):
        found = nearness.pure_tests(Path("tools/measures/scale.py"), self.addon)
        self.assertEqual(found, ["test_scale", "test_marks", "test_notes", "test_away"])
        found = nearness.pure_tests(Path("tools/notes.py"), self.addon)
        self.assertEqual(found[0], "test_notes")
        self.assertEqual(len(found), 4)

    def test_a_package_is_reached_by_its_own_name(self):
        found = nearness.pure_tests(Path("tools/measures/__init__.py"), self.addon)
        self.assertEqual(found[:2], ["test_marks", "test_scale"])
        self.assertEqual(found[-1], "test_away")

    def test_a_source_of_facts_is_tried_by_its_tables_first(self):
        near, rest = nearness.odoo_tags(Path("models/indicators/facts/vsoko_fact_mark.py"))
        self.assertIn("/vsoko_module:TestMarkCases", near)
        self.assertIn("/vsoko_module:TestApproval", rest)
        self.assertFalse(set(near) & set(rest))

    def test_a_model_is_tried_by_tests_of_its_name_first(self):
        path = Path("models/indicators/vsoko_period_completeness.py")
        near, rest = nearness.odoo_tags(path)
        self.assertIn("/vsoko_module:TestCompleteness", near)
        self.assertIn("/vsoko_module:TestApproval", rest)
        (only,) = nearness.odoo_tags(Path("models/indicators/vsoko_cell_mixin.py"))
        self.assertIn("/vsoko_module:TestApproval", only)
