"""What holds for every rating."""

import unittest

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tools import ratings
from tools.ratings import Component, Sample

QUICK = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=100,
    suppress_health_check=list(HealthCheck),
)
PERCENTS = st.integers(0, 100)
PEOPLE = st.integers(1, 60)
UNITS = st.lists(st.tuples(PERCENTS, PERCENTS | st.none(), PEOPLE), min_size=1, max_size=9)
WEIGHTS = st.tuples(st.integers(1, 9), st.integers(1, 9))


def rate(units, weights=(1, 1), unit=1):
    """The indexes and the table of units ``[(percent, percent or None, people)]``."""
    components = [Component(weight, 0, 100 * unit) for weight in weights]
    columns = [
        [None if row[place] is None else _sample(row[place], row[2], unit) for row in units]
        for place in range(2)
    ]
    doubts = [_doubts(column) for column in columns]
    indexes = [
        ratings.weigh(components, samples, doubt)
        for samples, doubt in zip(
            zip(*columns, strict=True), zip(*doubts, strict=True), strict=True
        )
    ]
    return indexes, ratings.stand(indexes, min_n=1)


def _sample(value, people, unit):
    spread = 100 * (value / 100 * (1 - value / 100)) ** 0.5
    if unit == 1:
        return Sample(value, people, percent=value)
    return Sample(value * unit, people, deviation=spread * unit)


def _doubts(column):
    found = iter(ratings.errors([sample for sample in column if sample]))
    return [next(found) if sample else None for sample in column]


class TestEveryRating(unittest.TestCase):
    @QUICK
    @given(UNITS, WEIGHTS)
    def test_contributions_add_up_and_weights_are_one(self, units, weights):
        for index in rate(units, weights)[0]:
            there = [part for part in index.parts if part]
            self.assertLess(abs(sum(part.contribution for part in there) - index.value), 1e-9)
            self.assertAlmostEqual(sum(part.weight for part in there), 1)
            self.assertTrue(0 <= index.value <= 100)

    @QUICK
    @given(UNITS, st.randoms(use_true_random=False))
    def test_the_order_of_the_units_changes_nothing(self, units, chance):
        numbers = list(range(len(units)))
        chance.shuffle(numbers)
        before = rate(units)[1].standings
        after = rate([units[number] for number in numbers])[1].standings
        for place, number in enumerate(numbers):
            self.assertEqual(after[place].place, before[number].place)
            self.assertEqual(after[place].range, before[number].range)
            self.assertEqual(after[place].reason, before[number].reason)

    @QUICK
    @given(st.lists(st.floats(0, 100), min_size=1, max_size=12), st.floats(0, 100))
    def test_a_worse_one_never_worsens_a_place_above(self, values, further):
        added = min(values) * further / 100
        self.assertEqual(ratings.places([*values, added])[:-1], ratings.places(values))

    @QUICK
    @given(UNITS, st.tuples(PERCENTS, PERCENTS, PEOPLE))
    def test_another_unit_changes_nobodys_index(self, units, further):
        before = [index.value for index in rate(units)[0]]
        self.assertEqual([index.value for index in rate([*units, further])[0]][:-1], before)

    @QUICK
    @given(UNITS)
    def test_another_unit_of_measure_changes_no_points(self, units):
        before, after = rate(units)[0], rate(units, unit=0.05)[0]
        for one, other in zip(before, after, strict=True):
            self.assertAlmostEqual(one.value, other.value, 9)

    @QUICK
    @given(UNITS)
    def test_a_place_lies_within_its_range_and_lacks_no_reason(self, units):
        indexes, table = rate(units)
        for index, standing in zip(indexes, table.standings, strict=True):
            self.assertEqual(standing.place is None, standing.reason is not None)
            low, high = standing.interval
            self.assertTrue(low - 1e-9 <= index.value <= high + 1e-9)
            if standing.place:
                first, last = standing.range
                self.assertTrue(first <= standing.place <= last)

    @QUICK
    @given(UNITS)
    def test_the_drawn_index_lies_between_the_own_and_the_common_one(self, units):
        indexes, table = rate(units)
        for index, standing in zip(indexes, table.standings, strict=True):
            if standing.drawn is None:
                continue
            ends = sorted((index.value, table.centre))
            self.assertTrue(ends[0] - 1e-9 <= standing.drawn <= ends[1] + 1e-9)
