import unittest

from tools.phone_versions import read_version, rests_on

ONE, OTHER = "00000000000000a1", "00000000000000b2"


class TestPhoneVersions(unittest.TestCase):
    def test_what_is_a_version(self):
        self.assertEqual(read_version(f"{ONE}-12"), (ONE, 12))
        for text in ("", "12", f"{ONE}-", f"{ONE}-1x", "a" * 64):
            self.assertIsNone(read_version(text), text)

    def test_a_page_covers_its_earlier_touches(self):
        self.assertTrue(rests_on(f"{ONE}-3", f"{ONE}-5", []))
        self.assertFalse(rests_on(f"{ONE}-5", f"{ONE}-3", []))
        self.assertFalse(rests_on(f"{ONE}-3", f"{OTHER}-5", []))

    def test_a_page_that_goes_on_from_another(self):
        self.assertTrue(rests_on(f"{ONE}-3", f"{OTHER}-6", [f"{ONE}-5"]))
        self.assertFalse(rests_on(f"{ONE}-7", f"{OTHER}-6", [f"{ONE}-5"]))

    def test_a_digest_is_known_or_not(self):
        self.assertTrue(rests_on("d" * 64, f"{ONE}-1", ["d" * 64]))
        self.assertFalse(rests_on("d" * 64, f"{ONE}-1", ["e" * 64]))
