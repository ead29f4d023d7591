import unittest

from tools.natural_order import natural_key


class TestNaturalOrder(unittest.TestCase):
    def test_numbers_are_compared_as_numbers(self):
        codes = ["2.10", "10", "2.9", "1", "2.1.2", "2"]
        self.assertEqual(sorted(codes, key=natural_key), ["1", "2", "2.1.2", "2.9", "2.10", "10"])

    def test_letters_and_numbers_stand_together(self):
        codes = sorted(["К10", "А2", "К2", "К"], key=natural_key)
        self.assertEqual(codes, ["А2", "К", "К2", "К10"])
        self.assertEqual(sorted(["1", None, ""], key=natural_key)[-1], "1")
