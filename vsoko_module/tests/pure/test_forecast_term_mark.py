import random
import unittest

from tools.forecast import Habit, Known, chances, learn, most_likely

SURE = Habit(weight=1, shift=0.0, spread=0.5, n=100, kept=80)


class TestChances(unittest.TestCase):
    def test_one_spread_from_the_border(self):
        found = chances(Known((4, 4)), SURE)
        # 3.5 and 4.5 lie one spread from 4: Φ(1) − Φ(−1) = 0.6827
        self.assertAlmostEqual(found[4], 0.6827, delta=5e-5)
        self.assertAlmostEqual(found[5], 0.1587, delta=5e-5)
        self.assertAlmostEqual(sum(found.values()), 1, places=9)

    def test_an_earlier_mark_is_worth_some_works(self):
        self.assertEqual(Known((5, 4), 3).mean(1), 4)
        self.assertEqual(Known((5, 4), 3).mean(2), 3.75)
        self.assertEqual(Known((), 3).mean(2), 3)
        self.assertEqual(Known((5, 4)).mean(4), 4.5)

    def test_nothing_known_is_no_failure(self):
        self.assertIsNone(chances(Known(()), SURE))
        self.assertIsNone(Known(()).mean(2))

    def test_between_two_marks_the_lower(self):
        self.assertEqual(most_likely({2: 0.0, 3: 0.5, 4: 0.5, 5: 0.0}), 3)


class TestHabit(unittest.TestCase):
    def past(self, count, shift=0.0, weight=2):
        chance = random.Random(5)
        for _pupil in range(count):
            level = chance.uniform(2.6, 5)
            works = tuple(max(2, min(5, round(chance.gauss(level, 0.6)))) for _work in range(3))
            known = Known(works, max(2, min(5, round(level))))
            mark = known.mean(weight) + shift + chance.gauss(0, 0.1)
            yield known, max(2, min(5, int(mark + 0.5)))

    def test_twenty_nine_marks_are_no_habit(self):
        self.assertIsNone(learn(list(self.past(29))))
        self.assertEqual(learn(list(self.past(30))).n, 30)

    def test_what_the_school_does_is_found(self):
        self.assertEqual(learn(list(self.past(600, weight=4))).weight, 4)
        habit = learn(list(self.past(600, weight=0.5)))
        self.assertEqual(habit.weight, 0.5)
        self.assertAlmostEqual(habit.shift, 0, delta=0.05)
        # halves of a mark are rounded: a spread of √(1/12) = 0.29
        self.assertAlmostEqual(habit.spread, 0.29, delta=0.04)
        self.assertGreater(habit.kept / habit.n, 0.75)

    def test_generous_teachers_are_taken_as_they_are(self):
        self.assertAlmostEqual(learn(list(self.past(600, shift=0.3))).shift, 0.25, delta=0.06)

    def test_who_is_unknown_teaches_nothing(self):
        past = [*self.past(30), (Known(()), 5)]
        self.assertEqual(learn(past), learn(past[:-1]))

    def test_chances_keep_their_word(self):
        past = list(self.past(2000))
        habit = learn(past[:1000])
        told = [chances(known, habit)[mark] for known, mark in past[1000:]]
        expected = [max(chances(known, habit).values()) for known, _mark in past[1000:]]
        hits = sum(most_likely(chances(known, habit)) == mark for known, mark in past[1000:])
        self.assertAlmostEqual(hits / 1000, sum(expected) / 1000, delta=0.05)
        self.assertGreater(sum(told) / 1000, 0.6)
