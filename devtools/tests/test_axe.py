import base64
import hashlib
import io
import tarfile
import tempfile
import unittest
from pathlib import Path

from devtools import axe
from devtools.common import ADDON, Failure


class TestAxe(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.archive = Path(folder.name) / "package.tgz"
        self.target = Path(folder.name) / "cache" / "axe.min.js"
        with tarfile.open(self.archive, "w:gz") as package:
            for name, content in ((axe.SCRIPT, b"axe"), ("../outside.js", b"evil")):
                member = tarfile.TarInfo(name)
                member.size = len(content)
                package.addfile(member, io.BytesIO(content))

    def test_only_the_script_is_taken_out(self):
        digest = hashlib.sha512(self.archive.read_bytes()).digest()
        axe.unpack(self.archive, self.target, base64.b64encode(digest).decode())
        self.assertEqual(self.target.read_bytes(), b"axe")
        self.assertEqual(list(self.target.parent.iterdir()), [self.target])
        self.assertFalse((self.archive.parent / "outside.js").exists())

    def test_another_package_under_the_version_is_refused(self):
        with self.assertRaisesRegex(Failure, "checksum"):
            axe.unpack(self.archive, self.target)
        self.assertFalse(self.target.exists())

    def test_it_is_no_part_of_the_addon(self):
        self.assertFalse(axe.script().is_relative_to(ADDON))
        self.assertEqual(list(ADDON.rglob("axe*.js")), [])
