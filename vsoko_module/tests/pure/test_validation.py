import unittest

from tools.formula import Reference, parse
from tools.validation import Rule, Verdict, check


def verdict(text, operator, right, given, **options):
    rule = Rule(parse(text), operator, parse(right), **options)
    return check(rule, {Reference(code): value for code, value in given.items()})


class TestMissing(unittest.TestCase):
    """a + b ≤ c under three strategies: 5 + 0 is more than 4 and more than 0."""

    ROWS = [
        ({"a": 5, "b": None, "c": 4}, ["skipped", "failed", "failed"]),
        ({"a": None, "b": None, "c": None}, ["skipped", "skipped", "passed"]),
        ({"a": 5, "b": None, "c": None}, ["skipped", "failed", "failed"]),
    ]

    def test_each_strategy_has_its_own_result(self):
        for given, expected in self.ROWS:
            for missing, state in zip(("skip_any", "skip_all", "zero"), expected, strict=True):
                with self.subTest(given=given, missing=missing):
                    found = verdict("a + b", "≤", "c", given, missing=missing)
                    self.assertEqual(found.state, state)

    def test_an_absent_operand_is_missing_and_a_zero_is_not(self):
        self.assertEqual(verdict("a", "=", "b", {"a": 1}).state, "skipped")
        self.assertEqual(verdict("a", "=", "b", {"a": 0, "b": 0}), Verdict("passed", 0, 0))

    def test_what_has_no_value_is_not_judged(self):
        given = {"a": 1, "b": 0}
        for missing in ("skip_any", "skip_all", "zero"):
            self.assertEqual(verdict("a / b", "=", "1", given, missing=missing).state, "skipped")


class TestComparison(unittest.TestCase):
    def test_operators(self):
        given = {"a": 2, "b": 3}
        expected = {"=": False, "≠": True, "<": True, "≤": True, ">": False, "≥": False}
        for operator, holds in expected.items():
            with self.subTest(operator):
                state = "passed" if holds else "failed"
                self.assertEqual(verdict("a", operator, "b", given), Verdict(state, 2, 3))

    def test_equal_sides(self):
        given = {"a": 3, "b": 3}
        expected = {"=": True, "≠": False, "<": False, "≤": True, ">": False, "≥": True}
        for operator, holds in expected.items():
            with self.subTest(operator):
                found = verdict("a", operator, "b", given)
                self.assertEqual(found.state, "passed" if holds else "failed")

    def test_sums_are_those_of_decimals(self):
        given = {"a": 0.1, "b": 0.2, "c": 0.3}
        self.assertEqual(verdict("a + b", "=", "c", given).state, "passed")

    def test_absolute_tolerance(self):
        given = {"a": 99.9}
        self.assertEqual(verdict("a", "=", "100", given, tolerance=0.5).state, "passed")
        self.assertEqual(verdict("a", "=", "100", given).state, "failed")
        self.assertEqual(verdict("a", "≥", "100", given, tolerance=0.1).state, "passed")
        self.assertEqual(verdict("a", "≠", "100", given, tolerance=0.5).state, "failed")

    def test_tolerance_in_per_cents_of_the_right_side(self):
        percent = {"tolerance": 5, "is_percent": True}
        self.assertEqual(verdict("a", "≤", "b", {"a": 105, "b": 100}, **percent).state, "passed")
        self.assertEqual(verdict("a", "≤", "b", {"a": 106, "b": 100}, **percent).state, "failed")
        self.assertEqual(verdict("a", "=", "b", {"a": -105, "b": -100}, **percent).state, "passed")


class TestPairs(unittest.TestCase):
    def test_both_or_none(self):
        for given, state in (
            ({"a": 1, "b": 0}, "passed"),
            ({}, "passed"),
            ({"a": 0}, "failed"),
            ({"b": 1}, "failed"),
        ):
            for missing in ("skip_any", "skip_all", "zero"):
                found = verdict("a", "both_or_none", "b", given, missing=missing)
                self.assertEqual(found.state, state, (given, missing))

    def test_not_both(self):
        self.assertEqual(verdict("a", "not_both", "b", {"a": 0, "b": 0}), Verdict("failed", 0, 0))
        self.assertEqual(verdict("a", "not_both", "b", {"a": 1}), Verdict("passed", 1, None))
        self.assertEqual(verdict("a", "not_both", "b", {}).state, "passed")


if __name__ == "__main__":
    unittest.main()
