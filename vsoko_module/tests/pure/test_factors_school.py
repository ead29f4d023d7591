"""What is known of pupils and classes becomes cases of the like."""

import unittest

from tools.factors import CLASS, PUPIL
from tools.factors.school import Facts, Learner

# id, class, grade, result, mark before
PUPILS = [
    Learner(1, 10, 5, 4.0, 5.0),
    Learner(2, 10, 5, 3.0, 4.49),
    Learner(3, 11, 6, 2.0, 3.49),
    Learner(4, 11, 6, 5.0, None),
]


class TestFactorsSchool(unittest.TestCase):
    def setUp(self):
        self.facts = Facts(PUPILS)

    def cases(self, outcome="mark"):
        return {key: cases for key, _level, _claim, cases in self.facts.get_samples(outcome)}

    def test_like_is_compared_with_like(self):
        self.facts.known["absence"] = {1: 0, 2: 3, 3: 1, 4: 2}
        strata = [case.stratum for case in self.cases()["absence"]]
        self.assertEqual(strata, ["05 +", "05 =", "06 -", "06 ?"])

    def test_marks_before_are_compared_inside_grades_alone(self):
        self.facts.known["earlier"] = {1: 5.0, 2: 4.49, 3: 3.49}
        self.assertEqual([case.stratum for case in self.cases()["earlier"]], ["05", "05", "06"])
        # who stands high can only fall
        self.assertNotIn("earlier", self.cases("change"))

    def test_who_is_unknown_is_no_zero(self):
        self.facts.known["absence"] = {1: 0}
        self.facts.known["visit"] = {11: 80.0}
        self.assertEqual([case.factor for case in self.cases()["absence"]], [0])
        self.assertEqual([case.outcome for case in self.cases()["visit"]], [2.0, 5.0])
        self.assertNotIn("hours", self.cases())

    def test_what_is_known_of_classes_is_told_of_classes(self):
        self.facts.known["absence"], self.facts.known["size"] = {1: 0}, {10: 25, 11: 30}
        levels = {key: (level, claim) for key, level, claim, _ in self.facts.get_samples("mark")}
        self.assertEqual(levels, {"absence": (PUPIL, PUPIL), "size": (CLASS, CLASS)})
