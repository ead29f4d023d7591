import unittest
from datetime import date

from tools.reports.assessment.order import Basis, make_order
from tools.translation import plain

# class and what the note says of it: columns 3 and 7 are the shares of lowered and raised marks
LOWERED, RAISED, AGREED = "5А", "5Б", "5В"
OBJECTIVITY = {
    "rows": [
        [LOWERED, 25, 10, 40.0, 14, 56.0, 1, 4.0],
        [RAISED, 25, 1, 4.0, 14, 56.0, 10, 40.0],
        [AGREED, 25, 1, 4.0, 23, 92.0, 1, 4.0],
    ]
}
RETEACHING = {"rows": [["5А", "Орлова А. П.", "1.2 Сложение", "1, 2"]]}


def points(day=date(2025, 10, 10), **given):
    basis = Basis("Справка", "10.10.2025", given, (LOWERED, RAISED, AGREED), day=day)
    return make_order(basis, plain)["points"]["sentences"]


class TestOrder(unittest.TestCase):
    def test_a_class_of_raised_marks_is_studied_like_one_of_lowered_marks(self):
        (line,) = [text for text in points(objectivity=OBJECTIVITY) if "journal" in text]
        self.assertIn(LOWERED, line)
        self.assertIn(RAISED, line)
        self.assertNotIn(AGREED, line)

    def test_terms_that_end_on_a_weekend_end_on_the_monday_after(self):
        # 14, 21 and 35 days after each day: 10.10.2025 is a Friday
        expected = {
            date(2025, 10, 10): ("24.10.2025", "31.10.2025", "14.11.2025"),
            date(2025, 10, 11): ("27.10.2025", "03.11.2025", "17.11.2025"),
            date(2025, 10, 12): ("27.10.2025", "03.11.2025", "17.11.2025"),
            date(2025, 10, 13): ("27.10.2025", "03.11.2025", "17.11.2025"),
        }
        for day, (discuss, teach, check) in expected.items():
            with self.subTest(day):
                text = "\n".join(points(day, reteaching=RETEACHING))
                for term in (discuss, teach, check):
                    self.assertIn(term, text)

    def test_nothing_to_teach_again_gives_no_point_about_it(self):
        lines = points()
        self.assertFalse([line for line in lines if "teach again" in line])
        self.assertEqual([line[:2] for line in lines], ["1.", "2.", "3."])
