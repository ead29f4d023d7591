import unittest
from pathlib import Path

from devtools import mutation
from devtools.coverage_map import CoverageMap


class TestSample(unittest.TestCase):
    def test_a_seed_gives_the_same_mutants_again(self):
        first, again = mutation.choose(20, 1), mutation.choose(20, 1)
        self.assertEqual(first, again)
        self.assertEqual(len(set(first)), 20)
        self.assertNotEqual(first, mutation.choose(20, 2))

    def test_an_invented_school_has_no_rules(self):
        paths = {chosen.path.as_posix() for chosen in mutation.choose(10**6, 1)}
        self.assertIn("tools/scopes.py", paths)
        self.assertIn("models/indicators/facts/vsoko_fact_mark.py", paths)
        self.assertFalse([path for path in paths if path.startswith("tools/demo")])
        self.assertEqual(mutation.choose(5, 1, "no such file"), [])

    def test_a_source_of_facts_is_tried_by_its_tables_first(self):
        near, rest = mutation.odoo_tags(Path("models/indicators/facts/vsoko_fact_mark.py"))
        self.assertIn("/vsoko_module:TestMarkCases", near)
        self.assertIn("/vsoko_module:TestApproval", rest)
        (only,) = mutation.odoo_tags(Path("models/indicators/vsoko_period.py"))
        self.assertIn("/vsoko_module:TestApproval", only)


class TestCoverageMap(unittest.TestCase):
    LINES = {"tools/a.py": {"1": [""], "5": ["", "t.A.test_x"], "9": ["t.A.test_y"]}}

    def test_a_line_names_its_tests_and_a_constant_those_of_the_file(self):
        found = CoverageMap(self.LINES)
        self.assertEqual(found.tests_of(Path("tools/a.py"), 5), ["t.A.test_x"])
        self.assertEqual(found.tests_of(Path("tools/a.py"), 1), ["t.A.test_x", "t.A.test_y"])
        self.assertEqual(found.tests_of(Path("tools/b.py"), 1), [])
