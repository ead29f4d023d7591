"""Drawing pupils anew: vectors of a hand, and what holds whatever the pupils are."""

import unittest
from dataclasses import replace
from math import sqrt

from hypothesis import given
from hypothesis import strategies as st
from test_ratings_properties import QUICK
from tools import ratings
from tools.ratings import Component, Sample

POINTS = (Component(1, 0, 100), Component(1, 0, 100))


def sample(marks):
    """A share by pupils ``{pupil: [0 or 100]}``."""
    numbers = [number for own in marks.values() for number in own]
    value = sum(numbers) / len(numbers)
    pupils = {pupil: (sum(own), len(own)) for pupil, own in marks.items()}
    return Sample(value, len(marks), percent=value, pupils=pupils)


def rate(samples, components=POINTS, name="5А"):
    doubts = [ratings.errors([one])[0] if one else None for one in samples]
    index = ratings.weigh(components, samples, doubts)
    return index, ratings.resampled(index, components, samples, doubts, name)


class TestResampling(unittest.TestCase):
    MARKS = {number: [100 * (number % 2)] for number in range(40)}

    def test_one_share_has_about_the_error_of_the_formula(self):
        plain, drawn = rate([sample(self.MARKS)], POINTS[:1])
        # √(0.5 · 0.5 / 40) = 7.906; two hundred draws find it to about a twentieth
        self.assertAlmostEqual(plain.error, 7.9057, 3)
        self.assertTrue(drawn.is_resampled)
        self.assertLess(abs(drawn.error - 7.9057), 1.2)
        self.assertEqual(replace(drawn, error=0, is_resampled=False), replace(plain, error=0))

    def test_the_same_pupils_behind_two_components_are_no_more_proof(self):
        plain, drawn = rate([sample(self.MARKS)] * 2)
        # as if they were independent: 7.906 / √2; they are the same, so 7.906 again
        self.assertAlmostEqual(plain.error, 7.9057 / sqrt(2), 3)
        self.assertLess(abs(drawn.error - 7.9057), 1.2)

    def test_what_one_component_wins_another_loses(self):
        opposite = {pupil: [100 - marks[0]] for pupil, marks in self.MARKS.items()}
        plain, drawn = rate([sample(self.MARKS), sample(opposite)])
        # the index is 50 of whatever pupils: no draw says anything, so the formula stays
        self.assertEqual(drawn, plain)
        self.assertFalse(drawn.is_resampled)

    def test_pupils_who_are_alike_keep_the_noise(self):
        alike = sample({pupil: [100] for pupil in self.MARKS})
        others = sample({pupil: [0] for pupil in range(40)})
        rows = [sample(self.MARKS), alike]
        column = ratings.errors([alike, others])
        doubts = [ratings.errors([rows[0]])[0], column[0]]
        index = ratings.weigh(POINTS, rows, doubts)
        drawn = ratings.resampled(index, POINTS, rows, doubts, "5А")
        # the noise of a share of 50 % of 40, half of the weight: 3.953; as much by the other half
        self.assertLess(abs(drawn.error - sqrt(2) * 3.953), 0.6)

    def test_without_the_pupils_of_one_component_it_stays_as_it_is(self):
        plain, drawn = rate([sample(self.MARKS), Sample(40, 40, percent=40)])
        self.assertEqual(drawn, plain)
        plain, drawn = rate([sample(self.MARKS), None])
        self.assertTrue(drawn.is_resampled)
        plain, drawn = rate([None, None])
        self.assertEqual((drawn, drawn.is_resampled), (plain, False))
        plain, drawn = rate([sample({1: [100, 0]})] * 2)
        self.assertEqual(drawn, plain)

    @QUICK
    @given(
        st.dictionaries(
            st.integers(1, 99), st.lists(st.sampled_from((0, 100)), min_size=1, max_size=4),
            min_size=2, max_size=20,
        ),
        st.randoms(use_true_random=False),
    )  # fmt: skip
    def test_the_order_of_the_pupils_changes_nothing(self, marks, chance):
        pupils = list(marks)
        chance.shuffle(pupils)
        other = {pupil: marks[pupil] for pupil in pupils}
        self.assertEqual(rate([sample(marks)] * 2), rate([sample(other)] * 2))

    def test_another_unit_draws_other_pupils(self):
        first = rate([sample(self.MARKS)], POINTS[:1])[1]
        again = rate([sample(self.MARKS)], POINTS[:1])[1]
        other = rate([sample(self.MARKS)], POINTS[:1], name="5Б")[1]
        self.assertEqual(first.error, again.error)
        self.assertNotEqual(first.error, other.error)
