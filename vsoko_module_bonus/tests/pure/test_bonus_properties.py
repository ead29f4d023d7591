"""What holds for whatever fund and whatever people."""

import itertools
import unittest
from fractions import Fraction
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tools.distribution import Participant, distribute

FUNDS = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=10_000,
    suppress_health_check=list(HealthCheck),
)
SOME = settings(FUNDS, max_examples=300)
KOPECKS = st.integers(0, 10**10)
RANDOMS = st.integers(0, 2**32).map(Random)
SIZES = st.integers(1, 12) | st.integers(1, 500)
PERCENT = st.sampled_from((0, 0, 5, 10, Fraction(33, 2), 100))


def crowd(random, size, days=62):
    """People with points in hundredths, days of a period and parts of a rate."""
    made = []
    for key in range(size):
        points = random.randrange(0, 10_000)
        time = random.choice((days, days, days, random.randrange(days + 1)))
        rate = random.choice((4, 4, 4, 2, 1))
        weight = Fraction(points * time * rate, 100 * days * 4)
        number = f"{random.randrange(999):03}"
        made.append(Participant(key, Fraction(points, 100), weight, number))
    return made


class TestBonusProperties(unittest.TestCase):
    @FUNDS
    @given(RANDOMS, SIZES, KOPECKS, PERCENT)
    def test_sums_add_up_to_the_fund(self, random, size, fund, percent):
        people = crowd(random, size)
        found = distribute(fund, people, percent=Fraction(percent))
        amounts = sum(found.amounts.values())
        self.assertEqual(amounts + found.reserve + found.undistributed, fund)
        if found.price is not None:
            self.assertEqual(amounts, fund - found.reserve)
        self.assertGreaterEqual(min(found.amounts.values()), 0)

    @SOME
    @given(RANDOMS, SIZES, KOPECKS, st.integers(1, 10**8))
    def test_one_price_holds_for_all(self, random, size, fund, cap):
        people = crowd(random, size)
        found = distribute(fund, people, cap=cap)
        self.assertEqual(sum(found.amounts.values()) + found.undistributed, fund)
        self.assertLessEqual(max(found.amounts.values()), cap)
        for one in people if found.price is not None else ():
            due = min(cap, one.weight * found.price)
            self.assertLess(abs(found.amounts[one.key] - due), 1)

    @SOME
    @given(RANDOMS, SIZES, KOPECKS, st.none() | st.integers(1, 10**8))
    def test_the_order_of_people_changes_nothing(self, random, size, fund, cap):
        people = crowd(random, size)
        before = distribute(fund, people, cap=cap)
        random.shuffle(people)
        self.assertEqual(distribute(fund, people, cap=cap), before)

    @SOME
    @given(RANDOMS, SIZES, KOPECKS)
    def test_who_weighs_more_never_gets_less(self, random, size, fund):
        people = sorted(crowd(random, size), key=lambda one: one.weight)
        found = distribute(fund, people)
        for lighter, heavier in itertools.pairwise(people):
            if lighter.weight < heavier.weight:
                self.assertLessEqual(found.amounts[lighter.key], found.amounts[heavier.key])

    @SOME
    @given(RANDOMS, SIZES, KOPECKS, st.integers(2, 9))
    def test_points_of_another_size_give_the_same_sums(self, random, size, fund, times):
        people = crowd(random, size)
        larger = [
            Participant(one.key, one.points * times, one.weight * times, one.number)
            for one in people
        ]
        self.assertEqual(distribute(fund, larger).amounts, distribute(fund, people).amounts)
