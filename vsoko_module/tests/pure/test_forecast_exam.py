import unittest
from math import sqrt

from tools.forecast import (
    CERTAIN,
    DOUBTFUL,
    LIKELY,
    RISK,
    meets_all,
    past_chance,
    readiness,
)
from tools.forecast.exam import chance_to_reach, of_several, shrink, word_of

ALPHA, DEVIATION = 0.75, 3.0  # 3·√(1 − 0.75) is an error of 1.5


def of(points, **given):
    return readiness(
        points, **{"threshold": 8, "reliability": ALPHA, "deviation": DEVIATION,
                   "class_mean": 12, "pupils": 25} | given
    )  # fmt: skip


class TestChance(unittest.TestCase):
    def test_error_of_one_and_a_half(self):
        told = {12: 0.9987, 9: 0.8413, 8: 0.6306, 7: 0.3694}
        for points, chance in told.items():
            self.assertAlmostEqual(chance_to_reach(points, 1.5, 8), chance, delta=5e-5)

    def test_two_trials(self):
        self.assertAlmostEqual(chance_to_reach(10, 1.5 / sqrt(2), 8), 0.9908, delta=5e-5)

    def test_drawn_to_the_class(self):
        expected, error = shrink(7, 12, 0.8, 1.5)
        self.assertAlmostEqual(expected, 8, places=9)
        self.assertAlmostEqual(error, 1.3416, delta=5e-5)

    def test_reliability_of_several(self):
        self.assertEqual(of_several(0.8, 1), 0.8)
        self.assertAlmostEqual(of_several(0.6, 2), 0.75, places=9)

    def test_halves_begin_a_quarter_below(self):
        self.assertAlmostEqual(chance_to_reach(7.75, 1.5, 8, step=0.5), 0.5, places=9)

    def test_words_begin_at_their_borders(self):
        borders = {1: CERTAIN, 0.95: CERTAIN, 0.9499: LIKELY, 0.6: LIKELY, 0.5999: DOUBTFUL,
                   0.4: DOUBTFUL, 0.3999: RISK, 0: RISK}  # fmt: skip
        for chance, word in borders.items():
            self.assertEqual(word_of(chance), word)


class TestReadiness(unittest.TestCase):
    def test_a_weak_trial_of_a_strong_class(self):
        found = of([7])
        # 0.75·7 + 0.25·12 = 8.25; 1.5·√0.75 = 1.2990; Φ(0.75/1.2990) = 0.7181
        self.assertAlmostEqual(found.chance, 0.7181, delta=5e-5)
        self.assertAlmostEqual(found.low, 8.25 - 1.5 * sqrt(0.75), places=9)
        self.assertAlmostEqual(found.high, 8.25 + 1.5 * sqrt(0.75), places=9)
        self.assertEqual((found.word, found.distance, found.trials), (LIKELY, -1, 1))

    def test_no_trial_is_no_risk(self):
        self.assertIsNone(of([]))

    def test_what_cannot_be_known_is_not_told(self):
        for given in ({"reliability": None}, {"pupils": 9}, {"reliability": -0.2},
                      {"deviation": 0.0}):  # fmt: skip
            found = of([7, 8], **given)
            self.assertEqual((found.mean, found.distance), (7.5, -0.5))
            self.assertEqual((found.chance, found.word, found.low), (None, None, None))

    def test_more_points_are_more_chance(self):
        chances = [of([points]).chance for points in range(21)]
        self.assertEqual(chances, sorted(chances))
        self.assertEqual(of([6, 9]), of([9, 6]))


class TestConditions(unittest.TestCase):
    def test_the_weakest_condition_decides(self):
        algebra, geometry = of([14]), of([1], threshold=2, class_mean=1)
        self.assertEqual(algebra.word, CERTAIN)
        self.assertEqual(geometry.word, RISK)
        self.assertEqual(meets_all([algebra, geometry]), RISK)
        self.assertEqual(meets_all([algebra]), CERTAIN)

    def test_a_condition_that_nobody_knows_leaves_all_open(self):
        self.assertIsNone(meets_all([of([14]), None]))
        self.assertIsNone(meets_all([of([14]), of([14], pupils=5)]))
        self.assertIsNone(meets_all([]))


class TestOwnPast(unittest.TestCase):
    def test_ten_pairs_are_a_past(self):
        pairs = [(points, points >= 8) for points in (7, 7, 8, 8, 8, 9, 9, 7, 8, 9)]
        self.assertEqual(past_chance(pairs, 8, 1), (7, 10))
        self.assertIsNone(past_chance(pairs[1:], 8, 1))
        self.assertIsNone(past_chance(pairs, 7, 1))
