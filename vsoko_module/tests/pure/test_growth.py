import unittest

from tools.risks.growth import Stretch, growth


class TestGrowth(unittest.TestCase):
    """What works before and after say of a route, against the classmates in the same works.

    Bounds of Wilson by hand, z² = 3.8415: of 12/15 (80 %) 54.8–93.0, of 3/3 43.9–100.
    """

    def group(self, size, before, after, rest=(0.7, 0.7)):
        """Pupils with so many of three points on each side."""
        pair = Stretch(before, 3, 3, rest[0]), Stretch(after, 3, 3, rest[1])
        return growth([pair] * size).effect

    def test_five_pupils_grow_beyond_chance(self):
        """2 of 15 before, 12 of 15 after; expected (0.4 + 4 · 0.7) / 7 = 45.7 %, below 54.8."""
        found = self.group(5, 0.4, 2.4)
        self.assertEqual(found.verdict, "better")
        self.assertAlmostEqual(found.expected, 100 * 3.2 / 7, 6)
        self.assertAlmostEqual(found.change, 80 - 100 * 2 / 15, 6)
        self.assertAlmostEqual(found.difference, found.change, 6)

    def test_three_tasks_of_one_pupil_are_at_the_border_of_chance(self):
        """From 0 of 3 to 3 of 3; expected (0 + 2.8) / 7 = 40 %; of 3/3 chance begins at 43.9."""
        self.assertEqual(self.group(1, 0, 3).verdict, "better")
        # among classmates of 80 %: 45.7 % were to be expected
        self.assertEqual(self.group(1, 0, 3, (0.8, 0.8)).verdict, "random")

    def test_an_easier_work_is_no_growth(self):
        """The classmates rose from 50 % to 90 %: expected (0.4 + 2) / 7 + 40 % = 74.3 %."""
        found = self.group(5, 0.4, 2.4, (0.5, 0.9))
        self.assertEqual(found.verdict, "random")
        self.assertAlmostEqual(found.expected, 100 * (2.4 / 7 + 0.4), 6)
        self.assertAlmostEqual(found.difference, 80 - 100 * 2 / 15 - 40, 6)

    def test_a_fall_is_said_too(self):
        self.assertEqual(self.group(5, 3, 0.4, (0.9, 0.9)).verdict, "worse")

    def test_expected_stays_a_share(self):
        self.assertEqual(self.group(5, 3, 3, (0.1, 1.0)).expected, 100)
        self.assertEqual(self.group(5, 0, 0, (1.0, 0.0)).expected, 0)

    def test_without_works_on_both_sides_nothing_is_said(self):
        self.assertIsNone(growth([]))
        self.assertIsNone(growth([(Stretch(), Stretch(3, 3, 3))]))
        self.assertIsNone(growth([(Stretch(1, 3, 3), Stretch())]))
        # two possible points are too few
        self.assertIsNone(growth([(Stretch(1, 3, 3), Stretch(2, 2, 2))]))

    def test_who_wrote_on_one_side_alone_drops_out(self):
        pair = Stretch(0, 3, 3, 0.7), Stretch(3, 3, 3, 0.7)
        alone = Stretch(3, 3, 3, 0.7), Stretch()
        self.assertEqual(growth([pair, alone]), growth([pair]))

    def test_without_classmates_nothing_is_drawn(self):
        found = growth([(Stretch(1, 4, 4), Stretch(2, 4, 4))]).effect
        self.assertEqual((found.expected, found.difference), (25, None))
        self.assertEqual(found.verdict, "random")

    def test_points_of_one_task_are_one_trial(self):
        """One task of six points says less than six tasks of one."""
        one = growth([(Stretch(0, 6, 1), Stretch(6, 6, 1))]).effect
        six = growth([(Stretch(0, 6, 6), Stretch(6, 6, 6))]).effect
        self.assertLess(one.low, six.low)
        self.assertGreater(six.low, 0)
