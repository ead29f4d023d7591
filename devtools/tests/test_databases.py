import tempfile
import unittest
from pathlib import Path
from unittest import mock

from devtools import databases


class TestQuoting(unittest.TestCase):
    def test_names_and_texts_cannot_break_out(self):
        self.assertEqual(databases.quoted('a"; DROP'), '"a""; DROP"')
        self.assertEqual(databases.literal("a'; DROP"), "'a''; DROP'")


class TestFingerprint(unittest.TestCase):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addon = Path(folder.name)
        for name in ("models/year.py", "tests/test_year.py"):
            (self.addon / name).parent.mkdir()
            (self.addon / name).write_text("first")
        patched = mock.patch.object(databases, "ADDON", self.addon)
        self.addCleanup(patched.stop)
        patched.start()

    def _changes(self, name, everything=False):
        before = databases.fingerprint(everything)
        (self.addon / name).write_text("second")
        return databases.fingerprint(everything) != before

    def test_changed_model_asks_for_an_update(self):
        self.assertTrue(self._changes("models/year.py"))

    def test_changed_test_does_not(self):
        self.assertFalse(self._changes("tests/test_year.py"))

    def test_server_restarts_after_any_change(self):
        self.assertTrue(self._changes("tests/test_year.py", everything=True))

    def test_compiled_files_do_not_matter(self):
        before = databases.fingerprint(everything=True)
        (self.addon / "models" / "year.pyc").write_bytes(b"x")
        self.assertEqual(databases.fingerprint(everything=True), before)
