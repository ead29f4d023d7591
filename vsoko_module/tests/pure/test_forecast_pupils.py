"""What is told of pupils keeps its word: on the school of the demonstration, whose seed is known,
and on classes whose true levels are."""

import random
import unittest
from statistics import fmean, stdev

from tools import demo
from tools.forecast import Known, chances, learn, most_likely, readiness

MARGIN = 0.05
CLASSES, PUPILS, TASKS = 60, 25, 20
# of a normal error one deviation to either side holds 68 of 100
ONE_ERROR = 0.6827


class TestMarksOfTheDemonstration(unittest.TestCase):
    """The habit is learned from the second and third quarters, the fourth is foretold."""

    @classmethod
    def setUpClass(cls):
        cls.marks = {
            (mark.pupil, mark.subject, mark.term[1]): mark.value
            for mark in demo.generate().marks
            if mark.year == 0 and mark.term[0] == "quarter" and mark.value
        }
        cls.habit = learn(cls.pairs(2) + cls.pairs(3))
        cls.told = [(chances(known, cls.habit), mark) for known, mark in cls.pairs(4)]

    @classmethod
    def pairs(cls, term):
        return [
            (Known((), cls.marks[pupil, subject, term - 1]), mark)
            for (pupil, subject, number), mark in cls.marks.items()
            if number == term and (pupil, subject, term - 1) in cls.marks
        ]

    def test_the_most_likely_mark_comes_as_often_as_is_said(self):
        hits = fmean(most_likely(found) == mark for found, mark in self.told)
        self.assertGreater(len(self.told), 3000)
        self.assertAlmostEqual(hits, fmean(max(found.values()) for found, _ in self.told),
                               delta=MARGIN)  # fmt: skip

    def test_each_mark_comes_as_often_as_is_said(self):
        for value in (2, 3, 4, 5):
            came = fmean(mark == value for _found, mark in self.told)
            said = fmean(found[value] for found, _mark in self.told)
            self.assertAlmostEqual(came, said, delta=MARGIN, msg=value)


class TestReadinessOfClasses(unittest.TestCase):
    """Trials of twenty tasks by pupils whose true shares are normal about 0.6."""

    @classmethod
    def setUpClass(cls):
        chance, cls.told = random.Random(20261128), []
        for _class in range(CLASSES):
            levels = [min(0.98, max(0.02, chance.gauss(0.6, 0.15))) for _pupil in range(PUPILS)]
            tried = [sum(chance.random() < level for _task in range(TASKS)) for level in levels]
            cls.told += cls.foretell(levels, tried)

    @classmethod
    def foretell(cls, levels, tried):
        """``[(Readiness, true points)]``; the reliability is the true share of the variance."""
        noise = fmean(TASKS * level * (1 - level) for level in levels)
        spread = stdev(tried)
        reliability = max(0.01, 1 - noise / spread**2)
        return [
            (
                readiness([points], 12, reliability, spread, fmean(tried), PUPILS),
                TASKS * level,
            )
            for points, level in zip(tried, levels, strict=True)
        ]

    def test_the_range_holds_the_true_points_as_one_error_does(self):
        held = fmean(found.low <= true <= found.high for found, true in self.told)
        self.assertAlmostEqual(held, ONE_ERROR, delta=MARGIN)

    def test_the_chance_to_reach_the_threshold_keeps_its_word(self):
        for low, high in ((0, 0.4), (0.4, 0.6), (0.6, 0.95), (0.95, 1.01)):
            group = [(one.chance, true) for one, true in self.told if low <= one.chance < high]
            reached = fmean(true >= 11.5 for _chance, true in group)
            said = fmean(chance for chance, _true in group)
            self.assertGreater(len(group), 60)
            self.assertAlmostEqual(reached, said, delta=MARGIN, msg=(low, high))
