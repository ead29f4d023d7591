"""Protocols of exams as different centres give them out."""

import unittest
from datetime import date

from tools.readers import Refused, read
from vpr_files import book

HEADING = ["№", "Класс", "Фамилия", "Имя", "Отчество"]
ANSWERS = ["Задания с кратким ответом", "Задания с развёрнутым ответом", "Первичный балл"]
PUPIL = [1, "11А", "Юрьев", "Олег", "Ильич"]
OTHER = [2, "11А", "Яшин", "Глеб", "Ильич"]


def protocol(*rows, titles=(), result="Балл", heading=HEADING):
    lines = [[title] for title in titles]
    return book(Протокол=[*lines, [*heading, *ANSWERS, result], *rows])


def codes(extract):
    return [problem.code for problem in extract.problems if problem.code != "guessed_maximum"]


class TestTitles(unittest.TestCase):
    def test_subject_and_day_in_one_cell(self):
        for title in ("01 - Русский язык 2026.06.04", "ЕГЭ. 01 — Русский язык 04.06.2026"):
            extract = read(protocol([*PUPIL, "+-", "1(2)", 2, 40], titles=[title]))
            with self.subTest(title):
                self.assertEqual(extract.layout, "ege_protocol")
                told = extract.details
                self.assertEqual((told.subject, told.day), ("Русский язык", date(2026, 6, 4)))

    def test_without_titles_the_result_and_the_grades_say_which_exam_it_is(self):
        ninth = [1, "9А", "Юрьев", "Олег", "Ильич", "+-", "1(2)", 2, 4]
        self.assertEqual(read(protocol(ninth, result="Оценка")).layout, "oge_protocol")
        base = [*PUPIL, "+-", "1(2)", 2, 4]
        self.assertEqual(read(protocol(base, result="Оценка")).layout, "ege_protocol")
        extract = read(protocol(base))
        self.assertEqual(extract.layout, "ege_protocol")
        self.assertEqual((extract.details.subject, extract.details.day), ("", None))

    def test_one_pupil_below_the_last_grade_makes_it_the_exam_of_the_basic_school(self):
        rest = ["Юрьев", "Олег", "Ильич", "+-", "1(2)", 2, 4]
        for grades, layout in (("9 11", "oge"), ("10", "oge"), ("11", "ege"), ("12 11", "ege")):
            rows = [[1, f"{grade}А", *rest] for grade in grades.split()]
            found = read(protocol(*rows, result="Оценка")).layout
            self.assertEqual(found, f"{layout}_protocol", grades)

    def test_a_summary_of_subjects_is_refused_with_the_reason(self):
        rows = [["Результаты ЕГЭ 2026"], [*HEADING, "Русский язык", "Физика"], [*PUPIL, 66, 70]]
        with self.assertRaises(Refused) as caught:
            read(book(Лист1=rows))
        self.assertEqual(caught.exception.code, "exam_summary")


class TestRows(unittest.TestCase):
    def test_one_column_of_the_name(self):
        rows = [1, "11А", "Юрьев Олег Ильич", "+-", "1(2)", 2, 40]
        extract = read(protocol(rows, heading=["№", "Класс", "ФИО"]))
        self.assertEqual(extract.rows[0].name, "Юрьев Олег Ильич")

    def test_extended_answers_divided_by_spaces(self):
        extract = read(protocol([*PUPIL, "+-", "2 1 12", 16, 40], [*OTHER, "++", "X 3 0", 5, 20]))
        self.assertEqual(
            [row.points for row in extract.rows], [(1, 0, 2, 1, 12), (1, 1, None, 3, 0)]
        )
        maxima = [(task.maximum, task.guessed) for task in extract.details.tasks[2:]]
        self.assertEqual(maxima, [(2, True), (3, True), (12, True)])
        self.assertEqual(codes(extract), [])

    def test_a_task_that_was_not_begun(self):
        extract = read(protocol([*PUPIL, "+2", "1(2)X(3)", 4, 40]))
        self.assertEqual(extract.rows[0].points, (1, 2, 1, None))
        self.assertEqual([task.maximum for task in extract.details.tasks], [1, 2, 2, 3])

    def test_the_state_of_a_participant_is_kept(self):
        for words in ("не завершил экзамен", "Удалён с экзамена", "неявка"):
            extract = read(protocol([*PUPIL, "+-", "1(2)", 2, 40], [*OTHER, "", "", "", words]))
            with self.subTest(words):
                row = extract.rows[1]
                self.assertEqual((row.attendance, row.note, row.points), ("absent", words, ()))
                self.assertEqual(codes(extract), [])

    def test_a_row_without_answers_is_absent_and_said_so(self):
        extract = read(protocol([*PUPIL, "+-", "1(2)", 2, 40], [*OTHER, "", "", "", ""]))
        self.assertEqual([row.attendance for row in extract.rows], ["present", "absent"])
        self.assertEqual(codes(extract), ["did_not_write"])

    def test_answers_that_are_none_are_named(self):
        extract = read(protocol([*PUPIL, "+?", "1(2)", 2, 40], [*OTHER, "++", "1/2", 2, 40]))
        self.assertEqual([one.code for one in extract.problems], ["bad_answers", "bad_answers"])
