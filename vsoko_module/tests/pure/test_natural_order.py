import unittest

from tools.natural_order import natural_key


class TestNaturalOrder(unittest.TestCase):
    def test_numbers_are_compared_as_numbers(self):
        codes = ["2.10", "10", "2.9", "1", "2.1.2", "2"]
        self.assertEqual(sorted(codes, key=natural_key), ["1", "2", "2.1.2", "2.9", "2.10", "10"])

    def test_letters_of_a_codifier_come_after_its_numbers(self):
        codes = ["П.1", "2.а", "2.1.3", "2.1", "1.10", "1.9"]
        expected = ["1.9", "1.10", "2.1", "2.1.3", "2.а", "П.1"]
        self.assertEqual(sorted(codes, key=natural_key), expected)

    def test_letters_and_numbers_stand_together(self):
        codes = sorted(["К10", "А2", "К2", "К"], key=natural_key)
        self.assertEqual(codes, ["А2", "К", "К2", "К10"])
        self.assertEqual(sorted(["1", None, ""], key=natural_key)[-1], "1")
