import unittest

from tools.ratings import PupilCount, RosterMove, moved, tally

FIRST, SECOND = "teacher:1", "teacher:2"


class TestRosters(unittest.TestCase):
    """Counts of pupils p, q, r in the classes A and B and the subjects 1 and 2."""

    COUNTS = [
        PupilCount(FIRST, "A", 1, "p", (100.0, 0.0)),
        PupilCount(FIRST, "A", 2, "p", (100.0,)),
        PupilCount(FIRST, "A", 1, "q", (0.0,)),
        PupilCount(SECOND, "B", 1, "r", (100.0,)),
    ]

    def of(self, cell, *moves):
        return [one for one in moved(self.COUNTS, moves) if one.cell == cell]

    def test_without_corrections_all_is_as_it_was(self):
        self.assertEqual(moved(self.COUNTS, []), self.COUNTS)
        self.assertEqual(tally(self.of(FIRST))[:2], (50, 2))

    def test_out_is_of_the_class_and_the_subject(self):
        found = self.of(FIRST, RosterMove(FIRST, "A", 1, "p", False))
        self.assertEqual([(one.course, one.pupil) for one in found], [(2, "p"), (1, "q")])
        self.assertEqual(self.of(FIRST, RosterMove(FIRST, "B", 1, "p", False)), self.of(FIRST))

    def test_out_of_all_subjects(self):
        found = self.of(FIRST, RosterMove(FIRST, "A", None, "p", False))
        self.assertEqual([one.pupil for one in found], ["q"])

    def test_in_leaves_the_other_one_its_own(self):
        move = RosterMove(FIRST, "A", 1, "r", True)
        self.assertEqual(tally(self.of(FIRST, move))[:2], (60, 3))
        self.assertEqual(self.of(SECOND, move), self.of(SECOND))
        # twice is once
        self.assertEqual(len(self.of(FIRST, move, move)), 4)

    def test_nobody_left_is_no_figure(self):
        self.assertIsNone(tally([]))
        self.assertIsNone(tally([PupilCount(FIRST, "A", 1, "p", ())]))
