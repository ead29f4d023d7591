import random
import unittest

from tools.sheets.parts import part_of


class TestSheetParts(unittest.TestCase):
    """One event of several teachers never gives more points than of one."""

    def shared(self, points, parts):
        return [part_of(points, parts, person) for person in parts]

    def test_by_parts_that_were_agreed(self):
        self.assertEqual(self.shared(5, {1: 60, 2: 40}), [3, 2])
        self.assertEqual(self.shared(3, {1: 50, 2: 30, 3: 20}), [1.5, 0.9, 0.6])

    def test_equally_without_a_hundredth_too_many(self):
        self.assertEqual(self.shared(2, {7: 1, 8: 1, 9: 1}), [0.67, 0.67, 0.66])
        self.assertEqual(self.shared(1, {7: 1}), [1])
        self.assertEqual(self.shared(0, {7: 1, 8: 1}), [0, 0])

    def test_no_more_than_what_others_have_left(self):
        self.assertEqual(part_of(2, {1: 1, 2: 1}, 2, paid=2), 0, "the other has got it in full")
        self.assertEqual(part_of(2, {1: 1, 2: 1}, 2, paid=1.5), 0.5)
        self.assertEqual(part_of(2, {1: 1, 2: 1}, 2, paid=5), 0)
        self.assertEqual(part_of(2, {1: 100}, 2), 0, "not among the parts")

    def test_parts_add_up_to_the_whole(self):
        chance = random.Random(7)
        for _try in range(500):
            points = chance.randint(0, 2000) / 100
            parts = {person: chance.randint(1, 100) for person in range(chance.randint(1, 9))}
            self.assertEqual(round(sum(self.shared(points, parts)) * 100), round(points * 100))
