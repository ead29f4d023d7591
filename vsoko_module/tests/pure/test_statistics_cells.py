import unittest

from tools.statistics import cells
from tools.statistics.completeness import count, unchanged_periods


class TestCells(unittest.TestCase):
    MEMBERS = {
        "grade": [("grade:10", "10"), ("grade:11", "11")],
        "class": [("class:7", "10А"), ("class:8", "11А")],
    }

    def test_a_cell_for_each_member_there_is(self):
        elements = [
            ("books", "none"),
            ("issued", "grade"),
            ("events", "class"),
            ("rooms", "option"),
        ]
        self.assertEqual(
            cells.expand(elements, self.MEMBERS),
            [
                ("books", "school"),
                ("issued", "grade:10"),
                ("issued", "grade:11"),
                ("events", "class:7"),
                ("events", "class:8"),
            ],
        )

    def test_a_greyed_cell_is_named_by_its_grade_or_the_name_of_its_class(self):
        text = "issued 11\n\n  events 10А "
        disabled = cells.parse_disabled(text, {"issued", "events"})
        elements = [("issued", "grade"), ("events", "class")]
        self.assertEqual(
            cells.expand(elements, self.MEMBERS, disabled),
            [("issued", "grade:10"), ("events", "class:8")],
        )

    def test_lines_that_name_no_cell_are_refused(self):
        for text, code in (("issued", "unreadable"), ("others 5", "unknown")):
            with self.assertRaises(cells.CellError) as caught:
                cells.parse_disabled(text, {"issued"})
            self.assertEqual(caught.exception.code, code)

    def test_key_of_a_member_there_and_back(self):
        self.assertEqual(cells.member_key("none"), "school")
        self.assertEqual(cells.split_key("school"), ("none", ""))
        self.assertEqual(cells.split_key(cells.member_key("class", 12)), ("class", "12"))


class TestCompleteness(unittest.TestCase):
    """Twelve cells, one of them greyed: 8 entered, 1 with a reason, 2 blank."""

    CELLS = [("e", f"class:{number}") for number in range(1, 12)]

    def states(self, copied=0):
        states = dict.fromkeys(self.CELLS[:8], "entered")
        states |= dict.fromkeys(self.CELLS[:copied], "copied")
        return states | {self.CELLS[8]: "excused"}

    def test_answered_out_of_expected(self):
        counted = count(self.CELLS, self.states())
        self.assertEqual((counted.expected, counted.filled, counted.excused), (11, 8, 1))
        self.assertEqual(round(counted.percent, 1), 81.8)
        self.assertEqual(counted.waiting, tuple(self.CELLS[9:]))

    def test_copies_count_as_nothing_until_they_are_confirmed(self):
        counted = count(self.CELLS, self.states(copied=3))
        self.assertEqual((counted.filled, counted.copied), (5, 3))
        self.assertEqual(round(counted.percent, 1), 54.5)
        self.assertEqual(len(counted.waiting), 5)
        confirmed = self.states() | dict.fromkeys(self.CELLS[:3], "confirmed")
        self.assertEqual(count(self.CELLS, confirmed).filled, 8)

    def test_nothing_expected_has_no_percentage(self):
        self.assertIsNone(count([], {}).percent)
        self.assertEqual(count([], {("e", "class:1"): "entered"}).filled, 0)

    def test_periods_without_a_change(self):
        self.assertEqual(unchanged_periods(4, same=True), 5)
        self.assertEqual(unchanged_periods(4, same=False), 0)
