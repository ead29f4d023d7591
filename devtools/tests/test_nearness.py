import unittest
from pathlib import Path
from tempfile import TemporaryDirectory

from devtools import nearness
from devtools.common import ADDON

FILES = {
    "tools/__init__.py": "",
    "tools/measures/__init__.py": "from .scale import mark_of\n",
    "tools/measures/scale.py": "import math\n",
    "tools/layouts/__init__.py": "import importlib\n",
    "tools/layouts/ledger.py": "",
    "tools/notes.py": "from .measures import mark_of\n",
    "tests/pure/samples.py": "from tools.notes import note\n",
    "tests/pure/test_all.py": "from tools import layouts\n",
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

    def near(self, path):
        return nearness.pure_tests(Path(path), self.addon)

    def test_those_that_import_a_module_are_asked_the_nearest_first(self):
        self.assertEqual(
            self.near("tools/measures/scale.py"), ["test_scale", "test_marks", "test_notes"]
        )
        self.assertEqual(self.near("tools/notes.py"), ["test_notes"])
        self.assertNotIn("test_away", self.near("tools/__init__.py"))

    def test_a_package_is_reached_by_its_own_name(self):
        found = self.near("tools/measures/__init__.py")
        self.assertEqual(found, ["test_marks", "test_scale", "test_notes"])

    def test_a_package_may_find_its_modules_by_itself(self):
        self.assertEqual(self.near("tools/layouts/ledger.py"), ["test_all"])
        (self.addon / "tools/layouts/__init__.py").write_text("LAYOUTS = ()\n")
        self.assertEqual(self.near("tools/layouts/ledger.py"), [])

    def test_no_module_of_pure_rules_is_out_of_reach_of_pure_tests(self):
        importers = nearness._importers(ADDON)
        modules = [
            nearness._dotted(path.relative_to(ADDON))
            for path in sorted((ADDON / "tools").rglob("*.py"))
            if path.stem != "__init__" and path.parent.name != "demo"
        ]
        reached = {
            module
            for module in modules
            if any(name.startswith("test_") for name in nearness._steps_to(module, importers))
        }
        self.assertGreater(len(reached), 250)
        self.assertEqual([module for module in modules if module not in reached], [])

    def test_a_model_has_the_words_of_its_name_and_a_source_those_of_its_tables(self):
        path = Path("models/indicators/vsoko_period_completeness.py")
        self.assertEqual(nearness.words(path), ["period", "completenes"])
        path = Path("models/indicators/facts/vsoko_fact_mark.py")
        self.assertEqual(nearness.words(path), ["fact_cases", "fact_borders"])
        path = Path("models/indicators/engine/storing.py")
        self.assertEqual(nearness.words(path), ["storing"])
