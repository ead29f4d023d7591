import unittest

from tools.measures import MarkCounts, count_marks, same_pupils, series
from tools.measures.progress import compare


class TestSeries(unittest.TestCase):
    def test_only_pupils_of_every_work_count(self):
        pupils, steps = series(
            [
                ({1: (5, 3), 2: (10, 5), 3: (0, 2)}, 10),
                ({1: (8, 4), 2: (8, 4), 4: (1, 2)}, 10),
                ({1: (18, 5), 2: (16, None)}, 20),
            ]
        )
        self.assertEqual(pupils, {1, 2})
        self.assertEqual([step.percent for step in steps], [75, 80, 85])
        self.assertEqual([step.change for step in steps], [None, 5, 5])
        self.assertEqual([step.mark_up for step in steps], [0, 1, 1])
        self.assertEqual((steps[1].mark_down, steps[2].marks), (1, MarkCounts(five=1)))

    def test_nobody_wrote_every_work(self):
        pupils, steps = series([({1: (5, 3)}, 10), ({2: (5, 3)}, 10)])
        self.assertFalse(pupils)
        self.assertEqual([(step.percent, step.change) for step in steps], [(None, None)] * 2)

    def test_marks_are_compared_where_both_are_known(self):
        self.assertEqual(compare({1: 3, 2: 4, 3: None, 4: 5}, {1: 4, 2: 4, 3: 5}), (1, 1, 0))


class TestMarksOverPeriods(unittest.TestCase):
    def test_not_attested_is_counted_apart(self):
        self.assertEqual(
            count_marks([5, 4, 4, None, 1]), MarkCounts(five=1, four=2, not_attested=1, one=1)
        )

    def test_same_pupils_have_marks_in_every_period_with_marks(self):
        self.assertEqual(same_pupils([{1: [5], 2: [4]}, {}, {2: [3], 3: [2]}]), {2})
        self.assertEqual(same_pupils([{}, {}]), frozenset())
