"""Points of VPR in the headings of several years and their spellings of tasks."""

import unittest

from tools.readers import read
from tools.readers.works import parse_task_heading
from vpr_files import MARK, book, of_2020, of_2021, of_2022

PUPILS = (
    (101, "а", 1, 4, (1, "X", 2)),
    (102, "а", "отсутствовал", "", ()),
    (103, "нет", 2, 3, (0, 1, "х")),
)


def codes(extract):
    return [problem.code for problem in extract.problems]


def totals(extract):
    return {row.code: sum(one or 0 for one in row.points) for row in extract.rows if row.points}


class TestYears(unittest.TestCase):
    def test_headings_of_three_years(self):
        for sheet in (of_2020(*PUPILS), of_2021(*PUPILS), of_2022(*PUPILS)):
            extract = read(book(Протокол=sheet))
            with self.subTest(sheet[0][0]):
                self.assertEqual(extract.layout, "vpr_collection_form")
                self.assertEqual(totals(extract), {"101": 3, "103": 1})
                self.assertEqual(
                    [row.attendance for row in extract.rows], ["present", "absent", "present"]
                )
                self.assertEqual([row.journal_mark for row in extract.rows], [4, None, 3])
                self.assertEqual(extract.rows[0].points, (1, None, 2))
                self.assertLessEqual(set(codes(extract)), {"guessed_maximum"})

    def test_a_letter_is_no_class_and_no_letter_is_the_only_one(self):
        rows = read(book(a=of_2021(*PUPILS))).rows
        self.assertEqual([row.class_text for row in rows], ["а", "а", "нет"])
        self.assertEqual({row.class_name for row in rows}, {None})
        named = read(book(a=of_2022((1, "8Б", 1, 4, (1, 0, 1)), (2, 4, 1, 4, (1, 0, 1))))).rows
        self.assertEqual([str(row.class_name) for row in named], ["8Б", "4"])

    def test_maxima_that_the_file_does_not_tell_are_the_best_points(self):
        extract = read(book(a=of_2020(*PUPILS)))
        self.assertEqual([task.maximum for task in extract.details.tasks], [1, 1, 2])
        self.assertTrue(all(task.guessed for task in extract.details.tasks))
        self.assertEqual(codes(extract), ["guessed_maximum"])

    def test_a_total_that_is_not_the_sum_is_named_and_points_decide(self):
        extract = read(book(a=of_2022(PUPILS[0], (104, "4А", 1, 4, (0, 0, 0)), total=0)))
        self.assertEqual(codes(extract), ["total_mismatch"])
        self.assertEqual(totals(extract), {"101": 3, "104": 0})

    def test_logins_of_many_schools_are_kept_apart(self):
        rows = of_2021(*PUPILS, login="sch1") + of_2021(*PUPILS, login="sch2")[1:]
        extract = read(book(a=rows))
        self.assertEqual({row.school for row in extract.rows}, {"sch1", "sch2"})
        self.assertEqual(len(extract.rows), 6)
        self.assertEqual(extract.details.schools["sch2"], {("a", 5), ("a", 6), ("a", 7)})


class TestSheets(unittest.TestCase):
    TASKS = ("1 (1б)", "2 (2б)")

    def protocol(self, *rows, tasks=TASKS, parts=("Вариант",)):
        return [["Код", *parts, *tasks, MARK, "Итого баллов"], *rows]

    def test_participants_on_two_sheets(self):
        first = self.protocol([1, 1, 1, 2, 4, 3])
        extract = read(book(Протокол=first, Протокол_2=self.protocol([2, 1, 0, 2, 4, 2])))
        self.assertEqual(totals(extract), {"1": 3, "2": 2})

    def test_the_same_participant_on_two_sheets(self):
        first = self.protocol([1, 1, 1, 2, 4, 3])
        again = read(book(Протокол=first, Протокол_2=first))
        self.assertEqual((totals(again), codes(again)), ({"1": 3}, []))
        other = read(book(Протокол=first, Протокол_2=self.protocol([1, 1, 0, 2, 4, 2])))
        self.assertEqual((totals(other), codes(other)), ({}, ["different_protocols"]))

    def test_parts_of_a_work_on_two_sheets_are_one_row(self):
        second = self.protocol([1, 2, 1, 4, 1], tasks=("3 (1б)",))
        extract = read(book(Протокол=self.protocol([1, 1, 1, 2, 4, 3]), Часть_2=second))
        self.assertEqual(extract.rows[0].points, (1, 2, 1))
        self.assertEqual([task.number for task in extract.details.tasks], ["1", "2", "3"])

    def test_variants_of_two_parts(self):
        parts = ("Вариант (часть 1)", "Вариант (часть 2)")
        rows = ([1, 1, 2, 1, 2, 4, 3], [2, 1, 1, 1, 2, 4, 3], [3, "отсутствовал"])
        extract = read(book(Протокол=self.protocol(*rows, parts=parts)))
        self.assertEqual([row.variant for row in extract.rows], ["1/2", "1", ""])
        self.assertEqual(extract.rows[2].attendance, "absent")

    def test_a_participant_without_a_code_and_points_of_the_absent_are_named(self):
        rows = (["", 1, 1, 2, 4, 3], [2, "отсутствовал", 1, "", "", 1])
        extract = read(book(Протокол=self.protocol(*rows)))
        self.assertEqual(codes(extract), ["missing_value", "points_of_absent"])
        self.assertEqual([row.attendance for row in extract.rows], ["absent"])

    def test_words_for_points_are_named_by_cell(self):
        rows = ([1, 1, "н", 2, 4, 2], [2, 1, 1, 1.5, 4, 2], [3, 1, "5", 2, 4, 2])
        found = read(book(Протокол=self.protocol(*rows))).problems
        self.assertEqual(
            [(one.row, one.column, one.code) for one in found],
            [(2, 3, "bad_points"), (3, 4, "bad_points"), (4, 3, "bad_points")],
        )


class TestTaskHeadings(unittest.TestCase):
    def test_spellings_of_a_number(self):
        for text, number, maximum in (
            ("9(1) (1б)", "9.1", 1),
            ("9А (2б)", "9А", 2),
            ("9A (2 балла)", "9А", 2),
            ("1К1.2 (1б)", "1К1.2", 1),
            ("11.3 k1 (2б)", "11.3К1", 2),
            ("5(1б)", "5", 1),
            ("17К2 (1 б.)", "17К2", 1),
        ):
            task = parse_task_heading(text)
            with self.subTest(text):
                self.assertEqual((task.number, task.maximum), (number, maximum))

    def test_a_heading_without_its_maximum_is_a_task_of_the_form(self):
        service = [["Вариант", "1", "2.1", "3"], [1, 1, 2, 1], [2, 0, 1, 0], ["", "X", 0, "X"]]
        protocol = [
            ["Код участника", "Вариант", "1 (1б)", "2.1", "3 (1б)", MARK],
            [1, 1, 1, 1, 0, 4],
        ]
        extract = read(book(Протокол=protocol, Служебный=service))
        self.assertEqual([task.maximum for task in extract.details.tasks], [1, 2, 1])
        self.assertEqual(codes(extract), [])
        self.assertEqual(codes(read(book(Протокол=protocol))), ["guessed_maximum"])
