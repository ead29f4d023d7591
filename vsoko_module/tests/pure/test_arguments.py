import math
import unittest
from typing import Literal, NotRequired, TypedDict

from tools.arguments import LARGE_INTEGER, fits, is_id, is_storable


class Cell(TypedDict):
    student: int
    note: NotRequired[str]


class TestFits(unittest.TestCase):
    """What JavaScript sends is what the hint of a parameter declares, or it is refused."""

    def check(self, hint, right, wrong):
        for value in right:
            self.assertIs(fits(value, hint), True, (value, hint))
        for value in wrong:
            self.assertIs(fits(value, hint), False, (value, hint))

    def test_numbers_texts_and_bools_are_no_stand_ins(self):
        self.check(int, [0, -5, 2**31 - 1], ["5", 5.0, None, True, False, 2**31])
        self.check(float, [0.5, -1.0], [math.nan, math.inf, "0.5", True])
        self.check(str, ["", "5"], [5, None, False, "a\0"])
        self.check(bool, [True, False], [0, 1, "", None])

    def test_false_is_nothing_where_nothing_may_be_chosen(self):
        self.check(int | None, [7, None, False], [True, "7"])
        self.check(str | int, ["а", 7], [None, [], 0.5])

    def test_words_lists_and_rows(self):
        self.check(Literal["asc", "desc"], ["asc"], ["up", None, ["asc"]])
        self.check(list[int], [[], [1, 2], (3,)], [[1, "2"], [None], 1, {}])
        self.check(Cell, [{"student": 1}, {"student": 1, "note": "н"}], [{}, {"note": "н"}, [1]])
        self.check(Cell, [], [{"student": "1"}, {"student": 1, "note": 5}])


class TestNumbers(unittest.TestCase):
    def test_postgresql_stores_four_bytes(self):
        for value in (2**31 - 1, -(2**31) + 1, 0.5, True, [2**31 - 1]):
            self.assertTrue(is_storable(value), value)
        for value in (2**31, -(2**31), [0, 2**31], {"a": 2**31}, math.nan, -math.inf):
            self.assertFalse(is_storable(value), value)

    def test_the_number_of_a_record(self):
        for value in (1, 2**31 - 1):
            self.assertTrue(is_id(value), value)
        for value in (0, -1, 2**31, True, "1", 1.0, None):
            self.assertFalse(is_id(value), value)

    def test_the_number_of_a_row_of_a_view(self):
        # the account of the user 2048 in the school 1
        for value in (1, (2048 << 20) + 1, 2**63 - 1):
            self.assertTrue(is_id(value, LARGE_INTEGER), value)
        for value in (0, -1, 2**63, 10**20, True, "1", 1.0, None):
            self.assertFalse(is_id(value, LARGE_INTEGER), value)
