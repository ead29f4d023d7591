import unittest

from tools.training.below import Taught, below_the_rest

GROUP = (1, 5, 7, None)


def row(teacher, judged, reached, works=2, group=GROUP):
    return Taught(teacher, group, judged, reached, works)


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
