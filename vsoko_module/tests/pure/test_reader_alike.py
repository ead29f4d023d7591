"""Files with several tables of one list: what belongs together is read, the rest is named."""

import unittest

from tools.readers import read
from vpr_files import book

CODES = ["Код участника", "ФИО участника", "Класс"]
EXAM = ["№", "Класс", "ФИО", "Задания с кратким ответом", "Задания с развёрнутым ответом"]
EXAM += ["Первичный балл", "Балл"]


def unread(extract):
    return [one.sheet for one in extract.problems if one.code.startswith("unread")]


def codes(title, *rows):
    return [*([[title]] if title else []), CODES, *rows]


class TestCodes(unittest.TestCase):
    def test_sheets_of_classes_are_one_list(self):
        first = codes("ВПР 2026 Математика 4", [40001, "Юрьев Олег Ильич", "4А"])
        for title in ("ВПР 2026 Математика 4", ""):
            second = codes(title, [40002, "Яшин Глеб Ильич", "4Б"])
            extract = read(book(**{"4А": first, "4Б": second}))
            with self.subTest(title):
                found = [(row.sheet, row.code) for row in extract.rows]
                self.assertEqual(found, [("4А", "40001"), ("4Б", "40002")])
                self.assertEqual(unread(extract), [])

    def test_a_sheet_of_another_subject_is_named(self):
        first = codes("ВПР 2026 Математика 4", [40001, "Юрьев Олег Ильич", "4А"])
        for name, title in (("Лист2", "ВПР 2026 Русский язык 4"), ("Русский язык", "")):
            second = codes(title, [40002, "Яшин Глеб Ильич", "4А"])
            extract = read(book(**{"Лист1": first, name: second}))
            with self.subTest(title):
                self.assertEqual([row.code for row in extract.rows], ["40001"])
                self.assertEqual(unread(extract), [name])

    def test_a_code_of_two_sheets_is_named(self):
        first = codes("ВПР 2026 Математика 4", [40001, "Юрьев Олег Ильич", "4А"])
        second = codes("", [40001, "Яшин Глеб Ильич", "4Б"])
        extract = read(book(**{"4А": first, "4Б": second}))
        self.assertEqual(extract.rows, [])
        repeated = [(one.sheet, one.code) for one in extract.problems]
        self.assertEqual(repeated, [("4А", "repeated_code"), ("4Б", "repeated_code")])


class TestTeacherReports(unittest.TestCase):
    HEADING = ["Предмет", "Класс", "Кол-во уч.", "5", "4", "3", "2"]

    def report(self, period, class_name):
        titles = ["Отчёт учителя-предметника", "Учитель: Юрьева Анна Ильинична", period]
        return [*([line] for line in titles), self.HEADING, ["Алгебра", class_name, 9, 2, 3, 4, 0]]

    def test_tables_of_one_teacher_and_period_are_one_report(self):
        first, second = self.report("1 четверть", "7А"), self.report("1 четверть", "8А")
        extract = read(book(Лист1=[*first, [], *second], Лист2=self.report("1 четверть", "9А")))
        self.assertEqual([str(row.class_name) for row in extract.rows], ["7А", "8А", "9А"])
        self.assertEqual(unread(extract), [])

    def test_another_period_is_named(self):
        first, second = self.report("1 четверть", "7А"), self.report("2 четверть", "7А")
        extract = read(book(Лист1=first, Лист2=second))
        self.assertEqual([row.sheet for row in extract.rows], ["Лист1"])
        self.assertEqual(unread(extract), ["Лист2"])


class TestExams(unittest.TestCase):
    def test_rooms_of_one_exam_are_one_protocol(self):
        title = ["ЕГЭ. 01 — Русский язык 04.06.2026"]
        first = [title, EXAM, [1, "11А", "Юрьев Олег Ильич", "+-", "1(2)", 2, 40]]
        below = [[], EXAM, [1, "11А", "Яшин Глеб Ильич", "+2", "2(2)", 5, 70]]
        second = [EXAM, [1, "11Б", "Ежов Иван Ильич", "--", "0(2)", 0, 10]]
        extract = read(book(Лист1=[*first, *below], Лист2=second))
        found = [(row.sheet, row.row, row.points) for row in extract.rows]
        self.assertEqual(
            found, [("Лист1", 3, (1, 0, 1)), ("Лист1", 6, (1, 2, 2)), ("Лист2", 2, (0, 0, 0))]
        )
        # the best answers of all tables together
        self.assertEqual([task.maximum for task in extract.details.tasks], [1, 2, 2])
        self.assertEqual(unread(extract), [])

    def test_a_problem_has_the_sheet_of_its_row(self):
        first = [["ЕГЭ. 01 — Русский язык"], EXAM, [1, "11А", "Юрьев Олег", "+-", "1(2)", 9, 40]]
        second = [[], EXAM, [1, "11Б", "Ежов Иван Ильич", "+-", "1(2)", 2, 40]]
        extract = read(book(Лист1=first, Лист2=second))
        wrong = [(one.sheet, one.row) for one in extract.problems if one.code == "total_mismatch"]
        self.assertEqual(wrong, [("Лист1", 3)])

    def test_another_exam_is_named(self):
        row = [1, "11А", "Юрьев Олег Ильич", "+-", "1(2)", 2, 40]
        first = [["ЕГЭ. 01 — Русский язык 04.06.2026"], EXAM, row]
        second = [["ЕГЭ. 03 — Физика 08.06.2026"], EXAM, row]
        extract = read(book(Русский=first, Физика=second))
        self.assertEqual([one.sheet for one in extract.rows], ["Русский"])
        self.assertEqual(unread(extract), ["Физика"])


if __name__ == "__main__":
    unittest.main()
