import tempfile
import unittest
from pathlib import Path
from unittest import mock

from devtools import selection

SOURCE = """
class TestYear(TransactionCase):
    def test_overlap(self): ...
    def test_state(self): ...
    def helper(self): ...

class Common:
    def prepare(self): ...
"""


class TestTags(unittest.TestCase):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        tests = Path(folder.name)
        for room, name in (("school", "test_calendar.py"), ("pure", "test_year.py")):
            (tests / room).mkdir()
            (tests / room / name).write_text(SOURCE)
        patched = mock.patch.object(selection, "TESTS", tests)
        self.addCleanup(patched.stop)
        patched.start()

    def test_word_in_the_path_or_the_class_takes_the_class(self):
        for word in ("school", "CALENDAR", "testyear"):
            self.assertEqual(selection.tags(word), ["/vsoko_module:TestYear"])

    def test_word_in_a_method_takes_the_method(self):
        self.assertEqual(selection.tags("overlap"), ["/vsoko_module:TestYear.test_overlap"])
        self.assertEqual(selection.tags("Year.test_st"), ["/vsoko_module:TestYear.test_state"])

    def test_unknown_word(self):
        self.assertEqual(selection.tags("no such thing"), [])

    def test_helpers_are_no_tests(self):
        self.assertEqual(selection.tags("prepare"), [])
