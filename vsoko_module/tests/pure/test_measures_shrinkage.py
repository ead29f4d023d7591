import unittest

from tools.measures.shrinkage import spread


def groups(*pairs):
    return [(counted / base * 100, base) for counted, base in pairs]


class TestShrinkage(unittest.TestCase):
    def test_alike_groups_are_drawn_together(self):
        alike = groups((18, 24), (15, 25), (9, 12), (20, 26), (12, 24), (4, 5))
        found = spread(alike)
        self.assertAlmostEqual(found.share, 0.672414, 6)
        self.assertAlmostEqual(found.variance, 0.0030512, 7)
        drawn = [round(found.shrink(*group), 2) for group in alike]
        self.assertEqual(drawn, [69.18, 65.38, 68.35, 69.80, 62.94, 68.07])

    def test_different_groups_keep_their_differences(self):
        different = groups((18, 20), (15, 25), (11, 12), (8, 24), (22, 26), (3, 5))
        found = spread(different)
        self.assertAlmostEqual(found.share, 0.6875, 6)
        self.assertAlmostEqual(found.variance, 0.0482878, 7)
        drawn = [round(found.shrink(*group), 2) for group in different]
        self.assertEqual(drawn, [86.13, 61.32, 85.47, 38.87, 82.30, 64.12])

    def test_two_groups_say_nothing_of_their_spread(self):
        self.assertIsNone(spread(groups((1, 2), (2, 2))))
        self.assertIsNone(spread([]))

    def test_groups_that_differ_by_chance_alone_are_one(self):
        found = spread(groups((12, 20), (13, 20), (11, 20)))
        self.assertEqual(found.variance, 0)
        self.assertAlmostEqual(found.shrink(55, 20), 60)

    def test_a_share_of_everybody_or_nobody_stays(self):
        everybody = spread(groups((5, 5), (7, 7), (9, 9)))
        self.assertEqual(everybody.shrink(100, 5), 100)
        nobody = spread(groups((0, 5), (0, 7), (0, 9)))
        self.assertEqual(nobody.shrink(0, 5), 0)
