"""Lists of works of the school without tasks, and what their titles say."""

import unittest
from datetime import date

from tools.readers import read
from tools.readers.refusals import Refused
from tools.readers.subject_names import subject_of
from tools.readers.work_titles import is_about_work, read_work_titles
from vpr_files import book

TODAY = date(2026, 6, 1)
TITLE = "Контрольная работа по математике. 6А класс. 12.12.2025"
PUPILS = ("Берёзкин Павел Ильич", "Осокина Вера Львовна", "Рябинин Олег Юрьевич")


def work(*lines, heading=("№", "ФИО", "Балл", "%", "Отметка"), title=TITLE):
    rows = [
        [place, name, *line]
        for place, (name, line) in enumerate(zip(PUPILS, lines, strict=False), 1)
    ]
    return read(book(Лист1=[[title], list(heading), *rows]), today=TODAY)


class TestTitles(unittest.TestCase):
    def test_kind_subject_and_day(self):
        for text, kind, subject in (
            (TITLE, "internal", "Математика"),
            (
                "Входная диагностическая работа по русскому языку 12.12.2025",
                "initial",
                "Русский язык",
            ),
            ("Итоговый тест по истории России за год, 12.12.2025", "final", "История"),
            ("Срез знаний: вероятности и статистика 2025-12-12", "internal", ""),
            ("ВПР по физике 12.12.2025", "vpr", "Физика"),
        ):
            titles, found = read_work_titles([[text]], TODAY)
            with self.subTest(text):
                self.assertEqual((found.procedure, found.subject), (kind, subject))
                self.assertEqual((found.day, titles.subject), (date(2025, 12, 12), subject))

    def test_what_is_not_said_is_empty(self):
        _titles, found = read_work_titles([["Контрольная работа"]], TODAY)
        self.assertEqual((found.procedure, found.subject, found.day), ("internal", "", None))
        self.assertEqual(subject_of("по итогам года"), "")
        self.assertEqual(subject_of("работа по теме «Дроби» по алгебре в 7А"), "Алгебра")

    def test_a_rehearsal_is_a_work_and_an_exam_is_none(self):
        self.assertTrue(is_about_work([["Пробный ОГЭ по математике"]]))
        self.assertTrue(is_about_work([["Работа в формате ЕГЭ"]]))
        self.assertFalse(is_about_work([["Результаты ЕГЭ. Тестирование"]]))
        self.assertFalse(is_about_work([["Список учащихся 6А"]]))


class TestLists(unittest.TestCase):
    def test_points_and_marks_without_tasks(self):
        found = work((8, 80, 4), (10, 100, 5), ("н", "", ""))
        self.assertEqual(found.layout, "work_list")
        self.assertEqual(
            (found.details.subject, found.details.day), ("Математика", date(2025, 12, 12))
        )
        self.assertEqual(str(found.titles.class_name), "6А")
        self.assertEqual(
            [(row.attendance, row.score, row.mark) for row in found.rows],
            [("present", 8, 4), ("present", 10, 5), ("absent", None, None)],
        )
        self.assertEqual(found.details.tasks, ())

    def test_marks_alone_and_names_without_a_patronymic(self):
        heading = ("№", "Фамилия, имя", "Оценка")
        rows = [[1, "Берёзкин Павел", 4], [2, "Осокина Вера", "2"]]
        found = read(book(Лист1=[[TITLE], list(heading), *rows]), today=TODAY)
        self.assertEqual(found.layout, "work_list")
        self.assertEqual([(row.score, row.mark) for row in found.rows], [(None, 4), (None, 2)])

    def test_a_rehearsal_of_an_exam_is_no_exam(self):
        heading = ("№", "ФИО", "Первичный балл", "Оценка")
        found = work(
            (22, 5), (12, 3), heading=heading, title="Пробный ОГЭ по математике 9А 12.03.2026"
        )
        self.assertEqual((found.layout, found.details.procedure), ("work_list", "internal"))
        exam = work((22, 5), (12, 3), heading=heading, title="Результаты ОГЭ по математике 2026")
        self.assertEqual((exam.layout, exam.details.procedure), ("exam_list", "oge"))
        self.assertEqual(exam.details.subject, "Математика")

    def test_columns_that_are_not_results_are_named(self):
        heading = ("№", "ФИО", "Слов в минуту", "Понимание", "Оценка")
        found = work((65, "+", 5), (40, "-", 3), heading=heading)
        self.assertEqual([row.mark for row in found.rows], [5, 3])
        self.assertEqual(
            [one.params["heading"] for one in found.problems], ["Слов в минуту", "Понимание"]
        )

    def test_a_class_a_sheet_is_told_by_its_name(self):
        title = ["Контрольная работа по математике 12.12.2025"]
        sheets = {
            name: [title, ["ФИО", "Оценка"], [pupil, 4]]
            for name, pupil in zip(("6А", "6Б"), PUPILS, strict=False)
        }
        found = read(book(**sheets), today=TODAY)
        self.assertEqual([str(row.class_name) for row in found.rows], ["6А", "6Б"])
        self.assertEqual((found.details.subject, found.problems), ("Математика", ()))

    def test_totals_under_the_numbers_are_no_people(self):
        heading = ("№", "ФИО", "Оценка")
        rows = [[1, PUPILS[0], 4], ["Успеваемость", 100], ["Качество знаний, %", "", 100]]
        found = read(book(Лист1=[[TITLE], list(heading), *rows]), today=TODAY)
        self.assertEqual((len(found.rows), found.problems), (1, ()))

    def test_vpr_beside_the_mark_of_the_term(self):
        heading = ("№", "Класс", "ФИО", "Баллы", "Отметка ВПР", "Отметка за четверть")
        rows = [[1, "6А", PUPILS[0], 12, 4, 5], [2, "6Б", PUPILS[1], 8, 3, ""]]
        lines = [["Результаты ВПР по математике, 6 класс, 2026 год"], list(heading), *rows]
        found = read(book(Лист1=lines), today=TODAY)
        self.assertEqual((found.layout, found.details.procedure), ("work_list", "vpr"))
        self.assertEqual(
            [(str(row.class_name), row.score, row.mark, row.journal_mark) for row in found.rows],
            [("6А", 12, 4, 5), ("6Б", 8, 3, None)],
        )

    def test_marks_of_exams_by_subjects_are_no_marks_of_a_term(self):
        heading = ["ФИО", "Русский язык", "Математика", "Обществознание"]
        rows = [[name, 4, 3, 5] for name in PUPILS]
        with self.assertRaises(Refused) as refused:
            read(book(Лист1=[["Результаты ОГЭ 2026, 9А класс"], heading, *rows]), today=TODAY)
        self.assertEqual(refused.exception.code, "exam_summary")
        ledger = read(
            book(Лист1=[["Отметки 9А за 1 четверть, к ОГЭ"], heading, *rows]), today=TODAY
        )
        self.assertEqual((ledger.layout, len(ledger.rows)), ("class_ledger", 9))


class TestSigns(unittest.TestCase):
    HEADING = ("№", "ФИО", "1", "2", "3", "Оценка")

    def test_done_and_not_done(self):
        found = work(
            ("+", "-", "+", 4), ("+", "–", "", 3), ("н", "н", "н", ""), heading=self.HEADING
        )
        self.assertEqual(found.layout, "task_points")
        self.assertEqual(
            [(row.attendance, row.points) for row in found.rows],
            [("present", (1, 0, 1)), ("present", (1, 0, None)), ("absent", ())],
        )
        self.assertEqual(
            [(task.maximum, task.guessed) for task in found.details.tasks], [(1, False)] * 3
        )
        self.assertEqual((found.details.step, found.details.subject), (1, "Математика"))

    def test_a_heading_repeated_on_a_page_bears_no_points(self):
        lines = [list(self.HEADING), [1, PUPILS[0], "+", "-", "+", 4], list(self.HEADING)]
        found = read(book(Лист1=[[TITLE], *lines, [2, PUPILS[1], "-", "+", "+", 4]]), today=TODAY)
        self.assertEqual([row.points for row in found.rows], [(1, 0, 1), (0, 1, 1)])
        self.assertEqual([task.guessed for task in found.details.tasks], [False] * 3)

    def test_half_done(self):
        found = work(("+", "±", "-", 4), ("+/-", "+", "+", 5), heading=self.HEADING)
        self.assertEqual([row.points for row in found.rows], [(1, 0.5, 0), (0.5, 1, 1)])
        self.assertEqual(found.details.step, 0.5)

    def test_a_dash_among_points_is_still_not_reached(self):
        found = work((1, "-", 2, 4), (1, 1, 0, 3), heading=self.HEADING)
        self.assertEqual([row.points for row in found.rows], [(1, None, 2), (1, 1, 0)])

    def test_bare_numbers_under_no_title_of_a_work_are_days(self):
        found = work((5, "", 4, 4), (3, 3, "", 3), heading=self.HEADING, title="Журнал 6А класса")
        self.assertNotIn(found.layout, ("task_points", "work_list"))
