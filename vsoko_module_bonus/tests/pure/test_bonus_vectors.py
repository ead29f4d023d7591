import unittest
from datetime import date
from fractions import Fraction

from tools.distribution import ALL_CAPPED, NO_FUND, NO_POINTS, Participant, distribute
from tools.kopecks import kopecks, roubles
from tools.penalty import (
    BELOW_ZERO,
    NO_ORDER,
    NO_PAY,
    OTHER_PERIOD,
    TOO_MUCH,
    largest_cut,
    objection,
)
from tools.weights import Given, points_apart, weight

QUARTER = (date(2025, 9, 1), date(2025, 11, 1))


def people(*weights, points=None):
    """People 0, 1, 2… with these weights, and with points as heavy unless others are given."""
    given = points or weights
    return [
        Participant(key, Fraction(point), Fraction(one))
        for key, (one, point) in enumerate(zip(weights, given, strict=True))
    ]


def paid(found):
    return [found.amounts[key] for key in sorted(found.amounts)]


class TestBonusVectors(unittest.TestCase):
    def test_simple_funds(self):
        for fund, points, amounts in (
            (300_000_00, (40, 30, 25, 5), (120_000_00, 90_000_00, 75_000_00, 15_000_00)),
            (100_000_00, (33, 33, 34), (33_000_00, 33_000_00, 34_000_00)),
            (100_000_00, (3, 3, 3), (33_333_34, 33_333_33, 33_333_33)),
            (100_000_00, (1,) * 7, (14_285_72,) * 3 + (14_285_71,) * 4),
        ):
            with self.subTest(points=points):
                self.assertEqual(paid(distribute(fund, people(*points))), list(amounts))

    def test_half_a_rate_and_a_cap(self):
        points = (40, 30, 25, 5)
        rates = (Fraction(1), Fraction(1), Fraction(1, 2), Fraction(1))
        weights = [
            weight(Fraction(0), Fraction(one), 1, 1, rate)
            for one, rate in zip(points, rates, strict=True)
        ]
        found = distribute(100_000_00, people(*weights, points=points))
        self.assertEqual(found.weights, Fraction(175, 2))
        self.assertEqual(found.price, Fraction(100_000_00 * 2, 175), "1 142.857… roubles")
        self.assertEqual(paid(found), [45_714_29, 34_285_71, 14_285_71, 5_714_29])
        capped = distribute(100_000_00, people(*weights, points=points), cap=40_000_00)
        self.assertEqual(paid(capped), [40_000_00, 37_894_74, 15_789_47, 6_315_79])
        self.assertEqual(capped.capped, {0})

    def test_days_at_work(self):
        days, points = (62, 31, 50), (20, 20, 31)
        weights = [
            weight(Fraction(0), Fraction(one), day, 62)
            for one, day in zip(points, days, strict=True)
        ]
        self.assertEqual(weights, [20, 10, 25])
        found = distribute(50_000_00, people(*weights, points=points))
        self.assertEqual(paid(found), [18_181_82, 9_090_91, 22_727_27])

    def test_a_reserve_stays_back(self):
        found = distribute(300_000_00, people(150, 100), percent=Fraction(10))
        self.assertEqual(found.price, 1_080_00)
        self.assertEqual(found.reserve, 30_000_00)
        self.assertEqual(paid(found), [162_000_00, 108_000_00])
        odd = distribute(1_01, people(1), percent=Fraction(1, 2))
        self.assertEqual((odd.reserve, paid(odd)), (0, [101]), "a reserve is rounded down")

    def test_the_cap_of_some_brings_others_to_it(self):
        # 100 a point: 600, 300, 100; of what the first gives back the second would have 450, so it
        # comes to the cap as well and the rest is left for the third
        found = distribute(1_000, people(6, 3, 1), cap=400)
        self.assertEqual(paid(found), [400, 400, 200])
        self.assertEqual(found.capped, {0, 1})
        self.assertEqual(found.price, 200)

    def test_all_at_the_cap_leaves_a_remainder(self):
        found = distribute(100_000_00, people(1, 2, 3), cap=10_000_00)
        self.assertEqual(paid(found), [10_000_00] * 3)
        self.assertEqual((found.undistributed, found.reason), (70_000_00, ALL_CAPPED))
        exact = distribute(30_000_00, people(1, 1, 1), cap=10_000_00)
        self.assertEqual((exact.undistributed, exact.reason), (0, ""))

    def test_without_a_fund_or_points_nothing_is_paid(self):
        for fund, weights, reason in (
            (0, (1, 2), NO_FUND),
            (100, (0, 0), NO_POINTS),
            (100, (), NO_POINTS),
        ):
            with self.subTest(reason=reason, weights=weights):
                found = distribute(fund, people(*weights))
                self.assertEqual(found.reason, reason)
                self.assertIsNone(found.price)
                self.assertEqual(sum(found.amounts.values()), 0)
                self.assertEqual(found.undistributed, fund)

    def test_who_has_less_than_the_minimum_weighs_nothing(self):
        found = distribute(1_000, people(10, 9, 1), minimum=Fraction(9))
        self.assertEqual(found.weights, 19)
        self.assertEqual(paid(found), [526, 474, 0])

    def test_a_tie_is_decided_by_points_then_by_the_personnel_number(self):
        one = Fraction(1)
        ordered = [
            Participant("a", one, one, "007"),
            Participant("b", one, one, "003"),
            Participant("c", 2 * one, one, "009"),
        ]
        self.assertEqual(distribute(100, ordered).amounts, {"a": 33, "b": 33, "c": 34})
        self.assertEqual(distribute(101, ordered).amounts, {"a": 33, "b": 34, "c": 34})

    def test_wrong_funds_are_refused(self):
        for fund, percent in ((-1, 0), (1, -1), (1, 101)):
            with self.subTest(fund=fund, percent=percent), self.assertRaises(ValueError):
                distribute(fund, people(1), percent=Fraction(percent))

    def test_kopecks_are_whole(self):
        self.assertEqual(kopecks(14285.72), 1428572)
        self.assertEqual(kopecks(0.29), 29)
        self.assertEqual(roubles(1428572), 14285.72)
        with self.assertRaises(ValueError):
            kopecks(0.005)


class TestBonusWeights(unittest.TestCase):
    def test_points_that_grow_with_the_load_are_not_lessened_by_the_rate(self):
        half = Fraction(1, 2)
        self.assertEqual(weight(Fraction(6), Fraction(10), 62, 62, half), 11)
        self.assertEqual(weight(Fraction(6), Fraction(10), 31, 62, half), Fraction(11, 2))
        self.assertEqual(weight(Fraction(-3), Fraction(2), 62, 62), 0, "nobody is below zero")

    def test_parts_add_up_to_the_points_within_caps(self):
        given = [
            Given(Fraction(6), "a", Fraction(10), grows=True),
            Given(Fraction(14), "a", Fraction(10)),
            Given(Fraction(3), "b", None, grows=True),
            Given(Fraction(-1), "c", Fraction(0)),
            Given(None, "b", None),
        ]
        # of 20 points of the group 10 are left: 3 and 7
        self.assertEqual(points_apart(given), (6, 6))
        self.assertEqual(points_apart([Given(None)]), (None, None))
        self.assertEqual(points_apart([Given(Fraction(0))]), (0, 0), "a zero is known")


class TestPenalty(unittest.TestCase):
    def refusal(self, cut, bonus=15_000_00, pay=60_000_00, day=QUARTER[0], order="№ 12"):
        return objection(cut, bonus, pay, day, QUARTER, order)

    def test_the_largest_cut(self):
        self.assertEqual(largest_cut(15_000_00, 60_000_00), 12_000_00)
        self.assertEqual(largest_cut(5_000_00, 60_000_00), 5_000_00, "not below zero")
        self.assertEqual(largest_cut(15_000_00, 99), 19, "a part of a kopeck is not taken")

    def test_what_the_law_allows(self):
        self.assertIsNone(self.refusal(12_000_00))
        self.assertIsNone(self.refusal(12_000_00, day=QUARTER[1]))
        self.assertIsNone(self.refusal(0, order="", day=None, pay=0), "no cut needs no order")

    def test_what_the_law_forbids(self):
        after = date(2025, 11, 2)
        for reason, found in (
            (TOO_MUCH, self.refusal(12_000_01)),
            (TOO_MUCH, self.refusal(6_000_00, bonus=5_999_99)),
            (OTHER_PERIOD, self.refusal(1, day=after)),
            (OTHER_PERIOD, self.refusal(1, day=date(2025, 8, 31))),
            (OTHER_PERIOD, self.refusal(1, day=None)),
            (NO_ORDER, self.refusal(1, order="  ")),
            (NO_PAY, self.refusal(1, pay=None)),
            (BELOW_ZERO, self.refusal(-1)),
        ):
            with self.subTest(reason=reason):
                self.assertEqual(found, reason)
