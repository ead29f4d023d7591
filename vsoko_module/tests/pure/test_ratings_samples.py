import unittest
from math import sqrt

from tools.ratings import Sample, errors


class TestErrors(unittest.TestCase):
    """How sure a figure is, and how sure it would be if all units were alike."""

    def check(self, samples, expected):
        for found, told in zip(errors(samples), expected, strict=True):
            for one, other in zip(found, told, strict=True):
                self.assertAlmostEqual(one, other, places=9)

    def test_means_have_the_deviation_of_all_people_in_common(self):
        # (1²·10 + 3²·30)/40 = 7
        samples = [Sample(4, 10, deviation=1), Sample(3, 30, deviation=3)]
        self.check(samples, [(1 / sqrt(10), sqrt(7 / 10)), (3 / sqrt(30), sqrt(7 / 30))])

    def test_shares_have_the_share_of_all_people_in_common(self):
        # 8 of 10 and 12 of 30 are 20 of 40: a half, so 50; 100·√(0.8·0.2) = 40
        samples = [Sample(80, 10, percent=80), Sample(40, 30, percent=40)]
        self.check(samples, [(40 / sqrt(10), 50 / sqrt(10)), (sqrt(2400 / 30), 50 / sqrt(30))])

    def test_people_who_are_alike_are_no_surer_for_that(self):
        samples = [Sample(100, 5, percent=100), Sample(0, 5, percent=0)]
        self.check(samples, [(50 / sqrt(5), 50 / sqrt(5))] * 2)
        self.check([Sample(100, 5, percent=100)], [(0, 0)])
        means = [Sample(4, 4, deviation=0.0), Sample(4, 4, deviation=2)]
        self.check(means, [(sqrt(2) / 2, sqrt(2) / 2), (1, sqrt(2) / 2)])

    def test_a_change_has_the_doubt_of_both_figures(self):
        sample = Sample(5, 20, deviation=6, earlier_n=5)
        self.assertEqual((sample.inverse, sample.people), (0.25, 5))
        self.check([sample], [(3, 3)])
        alone = Sample(5, 20, deviation=6)
        self.assertEqual((alone.inverse, alone.people), (0.05, 20))

    def test_nothing_to_judge(self):
        self.assertEqual(errors([]), [])
