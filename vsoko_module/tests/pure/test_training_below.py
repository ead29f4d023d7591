import unittest

from tools.training.below import Taught, compare_with_the_rest
from tools.training.change import judge_change

GROUP = (1, 5, 7, None)


def row(teacher, judged, reached, works=2, group=GROUP):
    return Taught(teacher, group, judged, reached, works)


def below_the_rest(rows):
    return [found for found in compare_with_the_rest(rows) if found.is_below]


class TestTrainingBelow(unittest.TestCase):
    def test_a_difference_beyond_chance_is_found(self):
        """10 of 25 are 40 %, 42 of 50 of the others 84 %: the interval is far from zero."""
        (found,) = below_the_rest([row(1, 25, 10), row(2, 25, 21), row(3, 25, 21)])
        self.assertEqual(found.row.teacher, 1)
        self.assertEqual((found.own, found.rest, found.people, found.others), (40, 84, 25, 50))

    def test_chance_is_no_need(self):
        """15 of 25 against 34 of 50, 60 and 68 %: with 25 people chance makes 27 points."""
        self.assertEqual(below_the_rest([row(1, 25, 15), row(2, 50, 34)]), [])

    def test_one_work_or_few_pupils_tell_nothing(self):
        self.assertEqual(below_the_rest([row(1, 25, 2, works=1), row(2, 50, 50)]), [])
        self.assertEqual(below_the_rest([row(1, 9, 0), row(2, 50, 50)]), [])
        self.assertEqual(below_the_rest([row(1, 50, 0), row(2, 9, 9)]), [])

    def test_who_leads_the_whole_parallel_is_compared_with_nobody(self):
        self.assertEqual(below_the_rest([row(1, 60, 3)]), [])

    def test_other_parallels_and_results_are_no_rest(self):
        rows = [row(1, 25, 5), row(2, 25, 25, group=(1, 6, 7, None))]
        self.assertEqual(below_the_rest(rows), [])
        self.assertEqual(below_the_rest([]), [])


class TestTrainingChange(unittest.TestCase):
    """Intervals of a share by Wilson, of a change by Newcombe: 10 of 25 are 40 % (23.4–59.3), 20 of
    25 are 80 % (60.9–91.1): +40, from 40 − √(19.1² + 19.3²) = 12.8 on."""

    def test_more_than_chance(self):
        self.assertEqual(judge_change("element", 40, 25, 80, 25), "better")
        self.assertEqual(judge_change("element", 80, 25, 40, 25), "worse")
        # the same shares of lessons with low points say the opposite
        self.assertEqual(judge_change("criterion", 40, 25, 80, 25), "worse")
        self.assertEqual(judge_change("criterion", 80, 25, 40, 25), "better")

    def test_chance(self):
        """10 and 13 of 25: +12, and 25 people alone make 26."""
        self.assertEqual(judge_change("element", 40, 25, 52, 25), "chance")

    def test_nothing_to_tell(self):
        self.assertIsNone(judge_change("element", 40, 25, 40, 25))
        self.assertIsNone(judge_change("element", 0, 0, 40, 25))
        self.assertIsNone(judge_change("course", 40, 25, 80, 25))
