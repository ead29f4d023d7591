import unittest

from tools.class_page import LedgerMark, Meeting, group_of, grouped, meeting_lines, zone
from tools.translation import plain


def marks(**values):
    """Marks by subject: a number, or the status that stands instead of one."""
    return {
        subject: LedgerMark(value, "graded") if isinstance(value, int) else LedgerMark(0, value)
        for subject, value in values.items()
    }


class TestGroups(unittest.TestCase):
    def test_a_pupil_is_in_one_group_with_what_stands_in_the_way(self):
        for given, expected in (
            (marks(a=5, b=5), ("excellent", [])),
            (marks(a=5, b=4), ("good", ["b"])),
            (marks(a=4, b=4), ("good", [])),
            (marks(a=5, b=3), ("one_three", ["b"])),
            (marks(a=3, b=3, c=5), ("threes", ["a", "b"])),
            (marks(a=3, b=2), ("failing", ["b"])),
            (marks(a=5, b=1), ("failing", ["b"])),
            (marks(a=5, b="not_attested"), ("failing", ["b"])),
            (marks(a=5, b="failed"), ("failing", ["b"])),
            (marks(a=5, b="released", c="passed"), ("excellent", [])),
            (marks(a="released"), ("unknown", [])),
            ({}, ("unknown", [])),
        ):
            with self.subTest(given):
                self.assertEqual(group_of(given), expected)

    def test_groups_add_up_to_the_class(self):
        ledger = {1: marks(a=5), 2: marks(a=3), 3: {}, 4: marks(a=2), 5: marks(a=5)}
        found = grouped(ledger)
        self.assertEqual(sum(map(len, found.values())), 5)
        self.assertEqual([pupil for pupil, _subjects in found["excellent"]], [1, 5])
        self.assertEqual(found["failing"], [(4, ["a"])])

    def test_zones_of_marks(self):
        zones = [zone(LedgerMark(value, "graded")) for value in (1, 2, 3, 4, 5)]
        self.assertEqual(zones, ["critical", "critical", "acceptable", None, "optimal"])
        self.assertEqual(zone(LedgerMark(0, "not_attested")), "critical")
        self.assertIsNone(zone(LedgerMark(0, "released")))


class TestMeeting(unittest.TestCase):
    def told(self, **given):
        facts = {
            "name": "5А",
            "period": "I",
            "pupils": 25,
            "good": 14,
            "judged": 25,
            "marks": {},
            "repeat": [],
            "days": None,
        }
        return " ".join(meeting_lines(Meeting(**facts | given), plain))

    def test_numbers_of_few_pupils_are_not_told(self):
        self.assertIn("14 of 25", self.told())
        # four of 25 have no threes: anybody in the room knows who
        self.assertNotIn("4 of 25", self.told(good=4))
        # and of the three who are left as well
        self.assertNotIn("of 25", self.told(good=22))
        self.assertIn("Nearly all", self.told(good=22))
        self.assertNotIn("Nearly all", self.told(pupils=8, judged=8, good=7))

    def test_subjects_are_named_where_five_pupils_are_behind_them(self):
        told = self.told(
            marks={
                "Math": [3] * 12 + [4] * 13,
                "Art": [5] * 25,
                # four threes of 10: under three quarters, but too few to speak of
                "Music": [3] * 4 + [5] * 6,
                "Chess": [5] * 4,
            }
        )
        self.assertIn("More work is needed in: Math.", told)
        self.assertIn("Going well: Art.", told)
        self.assertNotIn("Music", told)
        self.assertNotIn("Chess", told)

    def test_missed_days_and_topics_are_those_of_the_class(self):
        told = self.told(days=40, repeat=["Math: fractions"])
        self.assertIn("40", told)
        self.assertIn("Math: fractions", told)
        self.assertNotIn("40", self.told(days=40, pupils=6))
        self.assertNotIn("missed", self.told(days=None))
