import tempfile
import unittest
from pathlib import Path
from unittest import mock

from devtools import odoo_source
from devtools.common import Failure

RELEASE = "version_info = ({}, 0, 0, FINAL, 0, '')\n"


class TestDescribe(unittest.TestCase):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name)
        patched = mock.patch.object(odoo_source, "cache_dir", lambda: self.path / "cache")
        self.addCleanup(patched.stop)
        patched.start()

    def _make(self, script, python_path, series=19):
        for name in (script, f"{python_path}/odoo/release.py"):
            file = self.path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(RELEASE.format(series))

    def test_source_checkout(self):
        self._make("odoo-bin", ".")
        found = odoo_source.describe(self.path)
        self.assertEqual(found.script, self.path / "odoo-bin")
        self.assertEqual(found.python_path, self.path)
        self.assertIn(self.path / "addons", found.addons)

    def test_unpacked_package(self):
        self._make("usr/bin/odoo", "usr/lib/python3/dist-packages")
        found = odoo_source.describe(self.path)
        self.assertEqual(found.python_path, self.path / "usr/lib/python3/dist-packages")

    def test_installed_package_is_taken_without_its_neighbours(self):
        self._make("bin/odoo", "lib/python3/dist-packages")
        (self.path / "lib/python3/dist-packages/apt").mkdir()
        found = odoo_source.describe(self.path)
        self.assertEqual([path.name for path in found.python_path.iterdir()], ["odoo"])
        self.assertTrue((found.python_path / "odoo" / "release.py").is_file())

    def test_other_series_is_refused(self):
        self._make("odoo-bin", ".", series=18)
        with self.assertRaisesRegex(Failure, r"is 18\.0; 19\.0 is needed"):
            odoo_source.describe(self.path)

    def test_folder_without_odoo_is_refused(self):
        with self.assertRaisesRegex(Failure, "No Odoo in"):
            odoo_source.describe(self.path)


class TestMirror(unittest.TestCase):
    def _mirror(self, *lines):
        with mock.patch.object(odoo_source, "call", lambda *_words, **_options: "\n".join(lines)):
            return odoo_source._mirror()

    def test_archive_that_apt_uses(self):
        found = self._mirror(
            "http://host.invalid/debian-security|Debian|stable-security|main",
            "http://host.invalid/other|Other|stable|main",
            "http://host.invalid/debian|Debian|stable|main",
        )
        self.assertEqual(found, "http://host.invalid/debian")

    def test_machine_of_another_distribution(self):
        with self.assertRaisesRegex(Failure, "no Debian archive"):
            self._mirror("http://host.invalid/ubuntu|Ubuntu|noble|main")
