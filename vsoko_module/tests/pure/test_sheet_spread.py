import itertools
import random
import unittest

from tools.sheets.spread import Bar, spread


class TestSheetSpread(unittest.TestCase):
    def test_of_few_people_nothing_is_said(self):
        self.assertEqual(spread([1, 2, 3, 4]), [])
        self.assertEqual(spread([1, 2, 3, 4, None]), [])
        self.assertEqual(spread([]), [])

    def test_neighbours_make_one_bar(self):
        self.assertEqual(spread([30, 10, 20, 40, 50]), [Bar(10, 50, 5)])
        self.assertEqual(spread([1, 2, 3, 4, 5, 6]), [Bar(1, 3, 3), Bar(4, 6, 3)])
        self.assertEqual(spread([5] * 4 + [7] * 3), [Bar(5, 5, 4), Bar(7, 7, 3)])

    def test_no_bar_is_of_one_or_two_and_nobody_is_lost(self):
        chance = random.Random(7)
        for _turn in range(200):
            totals = [chance.randint(0, 12) for _one in range(chance.randint(5, 40))]
            bars = spread(totals)
            self.assertEqual(sum(bar.people for bar in bars), len(totals))
            self.assertGreaterEqual(min(bar.people for bar in bars), 3)
            self.assertTrue(all(a.high < b.low for a, b in itertools.pairwise(bars)))
            self.assertEqual(bars, spread(totals[::-1]))
