"""Lists as offices keep them: a work by tasks, an exam without answers, one class of pupils."""

import unittest
from datetime import date

from tools.readers import Refused, read
from tools.readers.titles import read_titles
from vpr_files import book

TODAY = date(2026, 6, 20)
PUPILS = ["Юрьев Олег Ильич", "Яшин Глеб Ильич", "Ясина Вера Львовна"]


def listed(*rows, titles=()):
    return read(book(Лист1=[*([title] for title in titles), *rows]), today=TODAY)


def codes(extract):
    return [problem.code for problem in extract.problems]


class TestPointsByTask(unittest.TestCase):
    HEADING = ["№", "ФИО", 1, 2, "3.1", "3.2", "Итого", "Оценка"]

    def test_tasks_headed_by_their_numbers(self):
        first = [1, PUPILS[0], 1, 2, 0, 1, 4, 3]
        extract = listed(self.HEADING, first, [2, PUPILS[1], 0, 1, 1, 1, 3, 3])
        self.assertEqual(extract.layout, "task_points")
        self.assertEqual([row.points for row in extract.rows], [(1, 2, 0, 1), (0, 1, 1, 1)])
        # the best of each column: 1, 2, 1, 1
        tasks = [(task.number, task.maximum) for task in extract.details.tasks]
        self.assertEqual(tasks, [("1", 1), ("2", 2), ("3.1", 1), ("3.2", 1)])
        self.assertEqual(codes(extract), ["guessed_maximum"])

    def test_the_line_of_the_greatest_points_tells_them(self):
        greatest = ["", "Максимальный балл", 2, 3, 1, 1, 7, ""]
        extract = listed(self.HEADING, greatest, [1, PUPILS[0], 1, 2, 0, 1, 4, 3])
        self.assertEqual([row.name for row in extract.rows], PUPILS[:1])
        self.assertEqual([task.maximum for task in extract.details.tasks], [2, 3, 1, 1])
        self.assertEqual(codes(extract), [])

    def test_more_than_the_greatest_points_is_named(self):
        greatest = ["", "Макс. балл", 2, 2, 1, 1, 6, ""]
        extract = listed(self.HEADING, greatest, [1, PUPILS[0], 3, 2, 0, 1, 6, 5])
        self.assertEqual(extract.rows, [])
        self.assertIn(("bad_points", 3), [(one.code, one.column) for one in extract.problems])

    def test_words_before_the_numbers(self):
        for word in ("Задание {}", "Зад. {}", "№ {}", "Задание № {} (2б)"):
            heading = ["ФИО", *(word.format(number) for number in (1, 2, 3)), "Отметка"]
            extract = listed(heading, [PUPILS[0], 1, 0, 2, 4])
            with self.subTest(word):
                numbers = [task.number for task in extract.details.tasks]
                self.assertEqual((numbers, extract.rows[0].points), (["1", "2", "3"], (1, 0, 2)))

    def test_who_was_away_did_not_write(self):
        extract = listed(
            self.HEADING, [1, PUPILS[0], 1, 2, 0, 1, 4, 3], [2, PUPILS[1], *["н"] * 4, "", ""]
        )
        self.assertEqual([row.attendance for row in extract.rows], ["present", "absent"])
        self.assertEqual(extract.rows[1].points, ())

    def test_days_of_a_month_are_no_tasks(self):
        for heading in (["ФИО", 1, 2, 3, "Оценка"], ["ФИО", 2, 5, 9, "Итого"]):
            with self.subTest(heading), self.assertRaises(Refused) as refused:
                listed(heading, [PUPILS[0], 5, "н", 4, 4])
            self.assertEqual(refused.exception.code, "unknown_layout")


class TestExamList(unittest.TestCase):
    def test_points_of_a_hundred(self):
        rows = [["11А", PUPILS[0], 82], ["11А", PUPILS[1], "не явился"], ["11Б", PUPILS[2], ""]]
        extract = listed(["Класс", "ФИО", "Тестовый балл"], *rows, titles=["Результаты ЕГЭ"])
        self.assertEqual((extract.layout, extract.details.procedure), ("exam_list", "ege"))
        found = [(row.attendance, row.test_score, row.note) for row in extract.rows]
        self.assertEqual(
            found, [("present", 82, ""), ("absent", None, "не явился"), ("absent", None, "")]
        )
        self.assertEqual(codes(extract), ["did_not_write"])

    def test_primary_points_and_marks(self):
        titles = ["Итоги ОГЭ", "Предмет: Физика", "Дата экзамена: 04.06.2026"]
        heading = ["ФИО", "Класс", "Первичный балл", "Отметка"]
        extract = listed(heading, [PUPILS[0], "9А", 22, 4], titles=titles)
        told = extract.details
        self.assertEqual((told.procedure, told.subject), ("oge", "Физика"))
        self.assertEqual((told.day, told.tasks), (date(2026, 6, 4), ()))
        row = extract.rows[0]
        self.assertEqual((row.score, row.mark, row.points), (22, 4, ()))

    def test_a_list_that_names_no_exam_is_no_exam(self):
        with self.assertRaises(Refused):
            listed(["ФИО", "Класс", "Балл"], [PUPILS[0], "9А", 22])


class TestOneClass(unittest.TestCase):
    def test_the_title_says_the_class_of_all(self):
        rows = [["ФИО", "Дата рождения"], [PUPILS[0], "01.03.2018"], [PUPILS[1], "3 мая 2018 г."]]
        extract = listed(*rows, titles=["Список учащихся 1 «А» класса"])
        self.assertEqual(extract.layout, "contingent")
        self.assertEqual([str(row.class_name) for row in extract.rows], ["1А", "1А"])
        self.assertEqual(extract.rows[1].birthdate, date(2018, 5, 3))
        self.assertEqual(codes(extract), [])

    def test_a_ledger_with_dates_of_birth_stays_a_ledger(self):
        heading = ["№", "Ученик", "Дата рождения", "Алгебра"]
        rows = [[1, PUPILS[0], "05.05.2012", 5], [2, PUPILS[1], "01.01.2012", 3]]
        extract = listed(heading, *rows, titles=["Класс: 8Б", "Период: 1 четверть"])
        self.assertEqual(extract.layout, "class_ledger")
        self.assertEqual([row.value for row in extract.rows], [5, 3])

    def test_without_a_class_anywhere_it_is_no_list_of_pupils(self):
        with self.assertRaises(Refused):
            listed(["ФИО", "Дата рождения"], [PUPILS[0], "01.03.2018"], titles=["Список"])


class TestLoneClass(unittest.TestCase):
    def class_of(self, *lines):
        found = read_titles([[line] for line in lines]).class_name
        return str(found) if found else ""

    def test_a_class_without_the_word(self):
        self.assertEqual(self.class_of("Итоговые отметки 10А за 1 полугодие"), "10А")
        self.assertEqual(self.class_of("Успеваемость, 9 «Б», 2025/2026 уч. год"), "9Б")

    def test_what_is_no_class(self):
        for line in ("01.09.2025 г.", "за 1 четверть", "ГОСТ Р 5.2-А", "5А и 5Б", "2026 Физика"):
            self.assertEqual(self.class_of(line), "", line)

    def test_a_record_with_nothing_but_its_class_is_no_section(self):
        heading = ["Класс", "Фамилия Имя Отчество", "Дата рождения"]
        extract = listed(heading, ["5А", PUPILS[0], "01.03.2014"], ["5Б", "", ""])
        self.assertEqual(len(extract.rows), 1)
        self.assertIn("missing_value", codes(extract))


if __name__ == "__main__":
    unittest.main()
