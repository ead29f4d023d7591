import tempfile
import unittest
from pathlib import Path
from unittest.mock import patch

from devtools import release
from devtools.differences import differences


class TestReleaseBefore(unittest.TestCase):
    """Which of the kept schools the present program updates."""

    def before(self, number, *kept):
        with tempfile.TemporaryDirectory() as folder:
            for one in kept:
                Path(folder, f"{one}.sql.xz").touch()
            with patch.object(release, "FOLDER", Path(folder)):
                return release.before(number)

    def test_the_last_of_the_earlier_ones(self):
        kept = ("19.0.1.5.0", "19.0.1.10.0", "19.0.1.9.0", "19.0.2.0.0")
        self.assertEqual(self.before("19.0.1.11.0", *kept).number, "19.0.1.10.0")
        self.assertEqual(self.before("19.0.1.10.0", *kept).number, "19.0.1.9.0")

    def test_its_facts_lie_beside_it(self):
        found = self.before("19.0.1.6.0", "19.0.1.5.0")
        self.assertEqual(
            (found.dump.name, found.facts.name), ("19.0.1.5.0.sql.xz", "19.0.1.5.0.json")
        )

    def test_none_before_the_first(self):
        self.assertIsNone(self.before("19.0.1.5.0", "19.0.1.5.0"))
        self.assertIsNone(self.before("19.0.1.5.0"))


class TestKept(unittest.TestCase):
    """Each release takes megabytes, and an update asks the last one."""

    def test_the_last_release_takes_the_place_of_the_one_before(self):
        with tempfile.TemporaryDirectory() as folder:
            for one in ("19.0.1.5.0", "19.0.1.6.0"):
                for ending in ("sql.xz", "json"):
                    Path(folder, f"{one}.{ending}").touch()
            with patch.object(release, "FOLDER", Path(folder)):
                release.Release("19.0.1.6.0").replace_others()
            left = {path.name for path in Path(folder).iterdir()}
        self.assertEqual(left, {"19.0.1.6.0.sql.xz", "19.0.1.6.0.json"})


class TestDifferences(unittest.TestCase):
    def test_what_is_lost_or_another_is_told_with_its_place(self):
        was = {"reports": {"1": {"name": "А", "files": {"a.pdf": "00"}}}, "count": 3}
        now = {"reports": {"1": {"name": "Б", "files": {}}}, "count": 3}
        self.assertEqual(
            [*differences(was, now)],
            ["reports: 1: name was А and is Б", "reports: 1: files: a.pdf is lost"],
        )

    def test_what_is_new_is_no_difference(self):
        self.assertEqual([*differences({"a": {"b": 1}}, {"a": {"b": 1, "c": 2}, "d": 3})], [])

    def test_zero_empty_and_none_differ(self):
        self.assertEqual(len([*differences({"a": 0, "b": ""}, {"a": None, "b": None})]), 2)
