import random
import unittest

from tools.measures import effect as measure
from tools.measures.effect import BETTER, RANDOM, REACHED, WORSE, Share
from tools.measures.shrinkage import spread

# what 8 of 24 is without its chance part, among six classes that really differ
EXPECTED = 38.87


def share(counted, base):
    return Share(counted / base * 100, base)


class TestEffect(unittest.TestCase):
    def check_change(self, found, change, low, high):
        for value, wanted in ((found.change, change), (found.low, low), (found.high, high)):
            self.assertAlmostEqual(value, wanted, 2)

    def test_a_change_within_chance(self):
        found = measure.effect(share(15, 25), share(18, 25), 61.32)
        self.check_change(found, 12, -13.67, 35.65)
        self.assertEqual(found.verdict, RANDOM)

    def test_a_rise_that_the_worst_class_makes_by_itself(self):
        found = measure.effect(share(8, 24), share(14, 24), EXPECTED)
        self.check_change(found, 25, -2.90, 48.06)
        self.assertEqual(found.verdict, RANDOM, "38.83 is below 38.87")

    def test_a_rise_beyond_chance(self):
        found = measure.effect(share(8, 24), share(17, 24), EXPECTED)
        self.check_change(found, 37.5, 9.24, 58.45)
        self.assertEqual(found.verdict, BETTER)

    def test_a_promise_is_kept_only_by_what_is_no_chance(self):
        kept = measure.effect(share(8, 24), share(17, 24), EXPECTED, target=70)
        self.assertEqual(kept.verdict, REACHED)
        missed = measure.effect(share(8, 24), share(17, 24), EXPECTED, target=71)
        self.assertEqual(missed.verdict, BETTER)
        lucky = measure.effect(share(8, 24), share(14, 24), EXPECTED, target=50)
        self.assertEqual(lucky.verdict, RANDOM)

    def test_a_fall_beyond_chance(self):
        self.assertEqual(measure.effect(share(15, 25), share(5, 25), 61.32).verdict, WORSE)
        self.assertEqual(measure.effect(share(15, 25), share(10, 25), 58).verdict, RANDOM)

    def test_the_same_pupils_decide(self):
        better = measure.effect(share(8, 24), share(15, 24), EXPECTED, same=(8, 1))
        self.assertEqual((better.verdict, round(better.chance, 4)), (BETTER, 0.0391))
        alike = measure.effect(share(8, 24), share(17, 24), EXPECTED, same=(7, 2))
        self.assertEqual((alike.verdict, round(alike.chance, 4)), (RANDOM, 0.1797))
        worse = measure.effect(share(17, 24), share(8, 24), 60, same=(1, 10))
        self.assertEqual((worse.verdict, round(worse.chance, 4)), (WORSE, 0.0117))
        self.assertEqual(measure.mcnemar(0, 0), 1)

    def test_the_rest_of_the_school_rises_too(self):
        found = measure.effect(share(15, 25), share(18, 25), 61.32, rest=(62, 70))
        self.assertAlmostEqual(found.difference, 4)
        self.assertAlmostEqual(measure.difference((60, 72), (62, 70)), 4)
        self.assertIsNone(measure.effect(share(15, 25), share(18, 25), 61.32).difference)

    def test_a_share_of_which_less_is_better(self):
        """The same classes, told by those who failed."""
        less = {"direction": "less"}
        better = measure.effect(share(16, 24), share(7, 24), 100 - EXPECTED, **less)
        self.check_change(better, -37.5, -58.45, -9.24)
        self.assertEqual(better.verdict, BETTER)
        kept = measure.effect(share(16, 24), share(7, 24), 100 - EXPECTED, target=30, **less)
        self.assertEqual(kept.verdict, REACHED)
        chance = measure.effect(share(16, 24), share(10, 24), 100 - EXPECTED, **less)
        self.assertEqual(chance.verdict, RANDOM)
        same = measure.effect(share(16, 24), share(9, 24), 100 - EXPECTED, same=(1, 8), **less)
        self.assertEqual(same.verdict, BETTER)

    def test_the_worst_of_equal_classes_seldom_gets_better_by_itself(self):
        """Twenty classes of 25 at 60 %, nothing done: nine of ten worst ones rise all the same."""
        chooser, better, risen = random.Random(20), 0, 0
        for _run in range(2000):
            classes = [
                share(sum(chooser.random() < 0.6 for _pupil in range(25)), 25)
                for _class in range(20)
            ]
            worst = min(classes, key=lambda one: one.percent)
            after = share(sum(chooser.random() < 0.6 for _pupil in range(25)), 25)
            among = spread([(one.percent, one.base) for one in classes])
            found = measure.effect(worst, after, among.shrink(worst.percent, 25))
            better += found.verdict == BETTER
            risen += found.change > 0
        self.assertLessEqual(better / 2000, 0.08)
        self.assertGreater(risen / 2000, 0.8)
