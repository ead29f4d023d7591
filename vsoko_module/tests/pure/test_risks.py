import unittest

from tools.risks import Confusion
from tools.risks.mastery import is_early, shrunk_share


class TestConfusion(unittest.TestCase):
    """Eight of twenty marked came to it, two of ten were missed; the intervals are computed by
    hand from Wilson's formula with z = 1.96."""

    def setUp(self):
        self.found = Confusion(hits=8, alarms=12, missed=2, others=78)

    def test_shares(self):
        self.assertEqual((self.found.marked, self.found.came, self.found.judged), (20, 10, 100))
        self.assertEqual(self.found.precision, 40)
        self.assertEqual(self.found.recall, 80)
        self.assertEqual(self.found.base, 10)
        self.assertEqual(self.found.lift, 4)

    def test_intervals(self):
        low, high = self.found.precision_interval
        self.assertAlmostEqual(low, 21.88, 2)
        self.assertAlmostEqual(high, 61.34, 2)
        low, high = self.found.recall_interval
        self.assertAlmostEqual(low, 49.02, 2)
        self.assertAlmostEqual(high, 94.33, 2)

    def test_nobody_marked_is_no_share(self):
        nobody = Confusion(hits=0, alarms=0, missed=3, others=7)
        self.assertIsNone(nobody.precision)
        self.assertIsNone(nobody.precision_interval)
        self.assertIsNone(nobody.lift)
        self.assertEqual((nobody.recall, nobody.base), (0, 30))

    def test_nobody_came_to_it(self):
        spared = Confusion(hits=0, alarms=4, missed=0, others=6)
        self.assertEqual((spared.precision, spared.base), (0, 0))
        self.assertIsNone(spared.recall)
        self.assertIsNone(spared.lift)

    def test_nobody_judged(self):
        empty = Confusion(0, 0, 0, 0)
        self.assertEqual((empty.precision, empty.recall, empty.base), (None, None, None))


class TestMastery(unittest.TestCase):
    """Worked out by hand with a = 4 and p₀ = 0.7: (1 + 2.8) / (2 + 4) and so on."""

    def test_few_tasks_are_drawn_to_the_class(self):
        for points, possible, expected in (
            (1, 2, 0.6333),
            (3, 3, 0.8286),
            (0, 1, 0.56),
            (8, 10, 0.7714),
        ):
            with self.subTest(points=points, possible=possible):
                self.assertAlmostEqual(shrunk_share(points, possible, 0.7), expected, 4)

    def test_without_tasks_it_is_the_class(self):
        self.assertAlmostEqual(shrunk_share(0, 0, 0.7), 0.7)

    def test_two_points_are_too_few(self):
        self.assertEqual([is_early(possible) for possible in (0, 2, 3)], [True, True, False])
