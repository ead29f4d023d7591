import unittest

from tools.arguments import is_storable


class TestStorable(unittest.TestCase):
    """PostgreSQL has no text with a zero letter, however deep it lies in what was sent."""

    def test_a_zero_letter_is_found_at_any_depth(self):
        self.assertTrue(is_storable({"name": "Орлова", "marks": [5, None, {"note": ""}]}))
        self.assertFalse(is_storable("\x00"))
        self.assertFalse(is_storable({"name": ["Орлова", {"note": "a\x00"}]}))
        self.assertFalse(is_storable({"a\x00": 1}), "the keys, too")

    def test_an_empty_value_may_be_stored(self):
        for value in ({}, [], "", None, 0, False):
            with self.subTest(value=value):
                self.assertTrue(is_storable(value))
