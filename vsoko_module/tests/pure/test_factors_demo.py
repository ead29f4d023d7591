"""The school of the demonstration has a known truth: who does worse was absent more often."""

import random
import unittest
from datetime import date

from tools import demo
from tools.demo.registers import NAMED, Registers
from tools.factors import FOUND, look
from tools.factors.school import Facts, Learner

# of a share of 0.05 two hundred lots would leave 0.015 to chance: so many that it is 0.007
SEEDS = 1000
YEAR, TERM, DAY = NAMED[0]


class TestDemo(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        school = demo.generate()
        registers = Registers(school, date(2026, 11, 20))
        cls.now, cls.before = registers.means(YEAR, TERM), registers.means(YEAR, TERM - 1)
        cls.classes = dict(registers.pupils_on(DAY))
        cls.grades = {key: school.classes[key].grade for key in cls.classes.values()}
        cls.missed = {pupil: days for pupil, day, days in registers.missed() if day == DAY}

    def look(self, missed, outcome):
        facts = Facts([])
        for pupil in sorted(self.now.keys() & self.before.keys() & self.classes.keys()):
            key, now, before = self.classes[pupil], self.now[pupil], self.before[pupil]
            result = now if outcome == "mark" else now - before
            facts.pupils.append(Learner(pupil, key, self.grades[key], result, before))
            facts.known["absence"][pupil] = missed.get(pupil, 0)
        (finding,) = look(facts.get_samples(outcome))
        return finding

    def test_the_planted_factor_is_found(self):
        found = self.look(self.missed, "change")
        self.assertEqual(found.verdict, FOUND)
        self.assertGreater(found.n, 300)
        self.assertLess(found.pooled.high, 0)

    def test_absences_of_anybody_tell_nothing(self):
        """The same days given to pupils by lot: no more than the stated share is found."""
        pupils, false = sorted(self.now), 0
        for seed in range(SEEDS):
            drawn = random.Random(seed).sample(pupils, len(self.missed))
            shuffled = dict(zip(drawn, self.missed.values(), strict=True))
            false += self.look(shuffled, "change").verdict == FOUND
        self.assertLessEqual(false / SEEDS, 0.05)
