import unittest
from dataclasses import replace
from datetime import date

from tools.measures.objectivity import SIGNAL_PERCENT
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
HEADS = (("МО математики", "Седов Игорь Львович"),)
FRIDAY = date(2025, 10, 10)


def points(day=FRIDAY, **given):
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

    def test_an_initial_at_the_end_has_one_full_stop(self):
        basis = Basis("Справка", "10.10.2025", {}, (LOWERED,), day=FRIDAY)
        basis = replace(basis, author="Орлова А. П.", heads=(("МО", "Седов И. Л."),))
        lines = make_order(basis, plain)["points"]["sentences"]
        self.assertTrue(lines[-1].endswith("Орлова А. П."), lines[-1])
        self.assertFalse([line for line in lines if line.endswith("..")])
        self.assertTrue([line for line in lines if line.endswith("Седов И. Л.")])

    def test_marks_that_agree_give_no_point_about_them(self):
        agreed = {"rows": OBJECTIVITY["rows"][2:]}
        self.assertEqual(points(objectivity=agreed), points())
        # another stream has classes that this order is not about
        others = {"rows": [["9А", *OBJECTIVITY["rows"][0][1:]]]}
        self.assertEqual(points(objectivity=others), points())

    def test_half_of_the_marks_is_a_reason_where_the_border_is_passed(self):
        for percent, named in ((SIGNAL_PERCENT, 0), (SIGNAL_PERCENT + 1, 1)):
            for place in (3, 7):
                row = [LOWERED, 25, 0, 0.0, 0, 0.0, 0, 0.0]
                row[place] = float(percent)
                lines = [text for text in points(objectivity={"rows": [row]}) if "journal" in text]
                self.assertEqual(len(lines), named, (percent, place))

    def test_elements_of_a_teacher_in_a_class_are_one_line(self):
        rows = [
            ["5А", "Орлова А. П.", "1.2 Сложение", "1, 2"],
            ["5Б", "", "2.1 Задачи", "4"],
            ["5А", "Орлова А. П.", "2.1 Задачи", "4"],
        ]
        lines = [line for line in points(reteaching={"rows": rows}) if line.startswith("2.")]
        self.assertEqual(
            [line.partition(" ")[0] for line in lines], ["2.", "2.1.", "2.2."], "two lines of it"
        )
        self.assertEqual(lines[1], "2.1. Орлова А. П., 5А: 1.2 Сложение (1, 2); 2.1 Задачи (4).")
        self.assertEqual(lines[2], f"2.2. {'_' * 20}, 5Б: 2.1 Задачи (4).", "to be written by hand")

    def test_who_is_not_known_is_left_to_be_written(self):
        self.assertIn(f": {'_' * 30}.", points()[-1])
        basis = Basis("Справка", "10.10.2025", {}, (), HEADS, "Котова Мария Ильинична", FRIDAY)
        lines = make_order(basis, plain)["points"]["sentences"]
        self.assertTrue(lines[-1].endswith(": Котова Мария Ильинична."))
        self.assertTrue(lines[1].endswith(": МО математики — Седов Игорь Львович."))

    def test_who_reads_the_order_stands_there_once(self):
        given = {"classes": {"rows": [["5А", "Орлова А. П., Седов Игорь Львович"], ["5Б", "—"]]}}
        basis = Basis("Справка", "10.10.2025", given, (), HEADS, "", FRIDAY)
        rows = make_order(basis, plain)["acquaintance"]["rows"]
        self.assertEqual(rows, [[1, "Орлова А. П.", "", ""], [2, "Седов Игорь Львович", "", ""]])

    def test_nothing_to_teach_again_gives_no_point_about_it(self):
        lines = points()
        self.assertFalse([line for line in lines if "teach again" in line])
        self.assertEqual([line[:2] for line in lines], ["1.", "2.", "3."])
