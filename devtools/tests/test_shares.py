import unittest

from devtools.shares import Shares


class TestShares(unittest.TestCase):
    def test_each_share_is_a_part_of_what_is_left(self):
        shares = Shares({f"Test{number}": 10 for number in range(9)}, runs=2, least=10)
        sizes = [len(shares.take()) for _share in range(7)]
        self.assertEqual(sizes, [3, 2, 2, 1, 1, 0, 0])

    def test_every_class_is_dealt_once_and_in_order(self):
        weights = {f"Test{number}": number for number in range(1, 20)}
        shares = Shares(weights, runs=2, least=5)
        dealt = [tag for share in iter(shares.take, []) for tag in share]
        self.assertEqual(dealt, list(weights))

    def test_a_share_is_worth_its_start(self):
        shares = Shares({"TestYear": 5, "TestMark": 5, "TestWork": 5}, runs=2, least=10)
        self.assertEqual(shares.take(), ["TestYear", "TestMark"])
        self.assertEqual(shares.take(), ["TestWork"])
        self.assertEqual(shares.take(), [])
