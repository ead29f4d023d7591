import unittest
from types import SimpleNamespace

from tools.analysis.words import difficulty_words, discrimination_words, remarks
from tools.measures.items import ENOUGH_FOR_INDICES as ENOUGH
from tools.translation import plain


def task(**figures):
    """A task that nothing is said about, but for the figures named."""
    usual = {
        "n": 30,
        "difficulty": 0.6,
        "discrimination": 0.4,
        "discrimination_most": 0.5,
        "item_rest": 0.4,
    }
    return SimpleNamespace(**usual | figures)


class TestWords(unittest.TestCase):
    """A bound belongs to the better word."""

    def check(self, words, name, cases):
        for value, word in cases.items():
            self.assertEqual(words(task(**{name: value}), plain), word, value)

    def test_how_hard_a_task_was(self):
        cases = {1: "very easy", 0.95: "very easy", 0.949: "ordinary", 0.6: "ordinary"}
        self.check(difficulty_words, "difficulty", cases)
        self.check(difficulty_words, "difficulty", {0.599: "hard", 0.4: "hard", 0.399: "very hard"})
        self.check(difficulty_words, "difficulty", {0: "very hard", None: ""})

    def test_how_well_it_tells_the_strong_from_the_weak(self):
        cases = {1: "good", 0.3: "good", 0.299: "acceptable", 0.2: "acceptable", 0.199: "weak"}
        self.check(discrimination_words, "discrimination", cases)
        cases = {0: "weak", -0.001: "the other way round", None: ""}
        self.check(discrimination_words, "discrimination", cases)


class TestRemarks(unittest.TestCase):
    def count(self, **figures):
        return len(remarks(task(**figures), plain))

    def test_a_task_on_its_bounds_calls_for_nothing(self):
        self.assertEqual(self.count(), 0)
        self.assertEqual(self.count(difficulty=0.95), 0)
        self.assertEqual(self.count(difficulty=0.2), 0)
        self.assertEqual(self.count(discrimination=0.2, discrimination_most=0), 0)
        self.assertEqual(self.count(item_rest=0.2), 0)
        self.assertEqual(self.count(item_rest=None), 0)

    def test_a_task_past_them_is_named(self):
        self.assertIn("Nearly everybody", remarks(task(difficulty=0.951), plain)[0])
        self.assertIn("Nearly nobody", remarks(task(difficulty=0.199), plain)[0])
        self.assertIn("hardly tells", remarks(task(discrimination=0.199), plain)[0])
        self.assertIn("check the key", remarks(task(discrimination_most=-0.001), plain)[0])
        self.assertIn("agrees poorly", remarks(task(item_rest=0.199), plain)[0])

    def test_what_nearly_everybody_did_need_not_tell_pupils_apart(self):
        found = remarks(task(difficulty=0.96, discrimination=0.1), plain)
        self.assertEqual(len(found), 1)
        self.assertIn("Nearly everybody", found[0])
        self.assertEqual(self.count(difficulty=0.95, discrimination=0.1), 1)

    def test_nothing_is_said_of_few_pupils(self):
        self.assertEqual(self.count(n=ENOUGH, difficulty=1), 1)
        self.assertEqual(self.count(n=ENOUGH - 1, difficulty=1), 0)
        self.assertEqual(self.count(n=0, difficulty=None, discrimination=None), 0)
