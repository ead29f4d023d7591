import unittest

from tools.measures.agreement import agreement


def pairs(one, other):
    return [(int(a), int(b)) for a, b in zip(one, other, strict=True)]


class TestAgreement(unittest.TestCase):
    def test_two_observers_of_ten_criteria(self):
        """By hand: 7 of 10 are equal; seen differences 3, by chance 74 of 100 pairs."""
        found = agreement(pairs("2211021201", "2111022211"))
        self.assertEqual((found.count, found.share), (10, 0.7))
        self.assertEqual(round(found.kappa, 3), 0.595)

    def test_the_greater_difference_weighs_more(self):
        near = agreement(pairs("0122", "0121"))
        far = agreement(pairs("0122", "0120"))
        self.assertEqual(near.share, far.share)
        self.assertGreater(near.kappa, far.kappa)

    def test_full_agreement_is_one(self):
        self.assertEqual(agreement(pairs("012", "012")).kappa, 1)

    def test_one_point_for_all_says_nothing_of_chance(self):
        found = agreement(pairs("22", "22"))
        self.assertEqual((found.share, found.kappa), (1, None))

    def test_nobody_seen_twice(self):
        self.assertEqual((agreement([]).share, agreement([]).kappa), (None, None))
