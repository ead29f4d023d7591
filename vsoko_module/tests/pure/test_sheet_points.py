import itertools
import unittest

from tools.sheets.points import (
    Awarded,
    ScaleStep,
    Shortfall,
    most,
    next_of_records,
    next_of_scale,
    of_records,
    of_scale,
    share,
    total,
)
from tools.sheets.positions import applies, positions_of

SCALE = (ScaleStep(50, 1), ScaleStep(60, 3), ScaleStep(75, 5))


class TestSheetPoints(unittest.TestCase):
    def test_a_figure_gives_the_points_of_the_best_step_it_reaches(self):
        for value, points in ((49.9, 0), (50, 1), (59.99, 1), (60, 3), (100, 5)):
            with self.subTest(value=value):
                self.assertEqual(of_scale(SCALE, value), points)
        self.assertEqual(of_scale(reversed(SCALE), 60), 3, "steps in any order")
        self.assertEqual(of_scale(SCALE, 100, maximum=4), 4)
        self.assertIsNone(of_scale(SCALE, None), "what is not known is no zero")

    def test_less_may_be_better(self):
        scale = (ScaleStep(10, 1), ScaleStep(5, 3))
        self.assertEqual(of_scale(scale, 11, less_is_better=True), 0)
        self.assertEqual(of_scale(scale, 10, less_is_better=True), 1)
        self.assertEqual(of_scale(scale, 0, less_is_better=True), 3)
        self.assertEqual(next_of_scale(scale, 7.5, less_is_better=True), Shortfall(2.5, 3))

    def test_records_give_points_up_to_the_maximum(self):
        self.assertEqual(of_records([0.1] * 3), 0.3)
        self.assertEqual(of_records([2, 2, 2], maximum=5), 5)
        self.assertEqual(of_records([2, 0, 0.67]), 2.67, "paid elsewhere, and a part of a team")
        self.assertEqual(of_records([0]), 0, "known, and gives nothing")
        self.assertIsNone(of_records([]), "nothing was claimed")

    def test_a_sheet_keeps_the_caps_of_its_groups(self):
        parts = [
            Awarded(5, "a", 8),
            Awarded(6, "a", 8),
            Awarded(7, "b"),
            Awarded(None, "b"),
            Awarded(-2, "c"),
        ]
        for order in itertools.permutations(parts):
            self.assertEqual(total(order), 13)

    def test_what_nobody_filled_in_is_no_zero(self):
        self.assertIsNone(total([]))
        self.assertIsNone(total([Awarded(None, "a", 5)]))
        self.assertEqual(total([Awarded(5), Awarded(5), Awarded(None)]), 10)
        self.assertEqual(total([Awarded(0)]), 0)

    def test_what_is_missing_for_more_points(self):
        self.assertEqual(next_of_scale(SCALE, 55.8), Shortfall(4.2, 3))
        self.assertEqual(next_of_scale(SCALE, 10), Shortfall(40, 1))
        self.assertIsNone(next_of_scale(SCALE, 75))
        self.assertIsNone(next_of_scale(SCALE, None))
        self.assertIsNone(next_of_scale(SCALE, 60, maximum=3), "more would give nothing")
        self.assertEqual(next_of_records([2, 2], 2, maximum=5), Shortfall(1, 5))
        self.assertEqual(next_of_records([0], 2), Shortfall(1, 2), "the first is paid elsewhere")
        self.assertEqual(next_of_records([], 2), Shortfall(1, 2))
        self.assertEqual(next_of_records([], 1), Shortfall(1, 1), "nothing claimed is no point")
        self.assertIsNone(next_of_records([2, 2, 2], 2, maximum=5))
        self.assertIsNone(next_of_records([], 0))

    def test_the_maximum_of_a_sheet(self):
        parts = [
            Awarded(5, "a", 8, 5),
            Awarded(None, "a", 8, 6),
            Awarded(3, "b", None, 7),
            Awarded(-2, "c", None, 0),
        ]
        for order in itertools.permutations(parts):
            self.assertEqual(most(order), 8 + 7)
            self.assertEqual(most(order, leaves_unclaimed=True), 5 + 7)
        self.assertIsNone(most([*parts, Awarded(1, "d")]), "a criterion without an end")
        self.assertEqual(most([*parts, Awarded(1, "d", 4)]), 8 + 7 + 4, "its group has a cap")
        self.assertEqual(most([]), 0)

    def test_silence_is_no_zero_in_a_share(self):
        parts = [Awarded(5, "a", None, 5), Awarded(5, "b", None, 5), Awarded(None, "c", None, 5)]
        self.assertEqual(share(total(parts), most(parts, leaves_unclaimed=True)), 100)
        self.assertAlmostEqual(share(total(parts), most(parts)), 200 / 3)
        self.assertEqual(share(-2, 10), 0)
        self.assertIsNone(share(None, 10))
        self.assertIsNone(share(3, None))
        self.assertIsNone(share(0, 0))

    def test_whom_a_rule_is_about(self):
        positions = positions_of("Учитель , педагог-психолог,")
        self.assertTrue(applies(positions, "учитель"))
        self.assertFalse(applies(positions, "Директор"))
        self.assertFalse(applies(positions, None))
        self.assertTrue(applies(positions_of(" "), "Директор"), "for everybody")
