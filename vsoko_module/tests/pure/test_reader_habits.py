import io
import unittest
from datetime import date

import openpyxl
from tools.readers import read
from tools.readers.titles import PeriodName, parse_period

TODAY = date(2026, 6, 1)
ABOVE = [["Сводная ведомость"], ["Класс: 5Б"], ["Учебный год: 2025/2026"], ["Период: 1 четверть"]]
NAMES = ("Иванов Пётр Ильич", "Петрова Анна Львовна", "Сидоров Олег Ильич", "Фомин Лев Ильич")
BORN = date(2014, 3, 4)


def table(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    target = io.BytesIO()
    book.save(target)
    return read(target.getvalue(), "file.xlsx", today=TODAY)


def codes(extract):
    return [problem.code for problem in extract.problems]


class TestHabitsOfTables(unittest.TestCase):
    """Ways of laying out a table that people have and programs do not."""

    def test_a_table_beside_another_is_named_and_lends_no_marks(self):
        heading = ["№", "ФИО", "Алгебра", "Химия"]
        rows = [*ABOVE, [*heading, "", *heading]]
        rows.append([1, NAMES[0], 5, 4, "", 3, NAMES[2], 5, 4])
        rows.append([2, NAMES[1], 5, 4, "", 4, NAMES[3], "", 4])
        extract = table([*rows, ["", "Итого", "", "", "", 5, "Зуев Ян Ильич", 3, 3]])
        self.assertEqual({mark.name for mark in extract.rows}, set(NAMES[:2]))
        self.assertEqual([mark.value for mark in extract.rows], [5, 4, 5, 4])
        (problem,) = extract.problems
        self.assertEqual((problem.code, problem.row, problem.column), ("table_beside", 5, 6))
        self.assertTrue(extract.losses.cells)

    def test_names_again_at_the_end_of_wide_lines_are_no_table(self):
        rows = [["ФИО", "Алгебра", "Химия", "ФИО"], *([name, 5, 4, name] for name in NAMES)]
        extract = table([*ABOVE, *rows])
        self.assertEqual(len(extract.rows), 8)
        self.assertNotIn("table_beside", codes(extract))

    def contingent(self, *classes, heading=("Класс", "ФИО", "Дата рождения", "Пол")):
        rows = [[text, name, "04.03.2014", "м"] for text, name in zip(classes, NAMES, strict=False)]
        return table([heading, *rows])

    def test_a_class_that_is_written_once(self):
        extract = self.contingent("5Б", "", "6А", "")
        self.assertEqual([str(row.class_name) for row in extract.rows], ["5Б", "5Б", "6А", "6А"])
        self.assertFalse(extract.problems)

    def test_a_class_that_is_missing_is_not_guessed(self):
        for classes in (("5Б", "5Б", "", "6А"), ("", "5Б", "6А", "6Б")):
            with self.subTest(classes):
                extract = self.contingent(*classes)
                self.assertEqual((len(extract.rows), codes(extract)), (3, ["missing_value"]))

    def test_lines_of_pages_are_no_pupils(self):
        heading = ["№", "ФИО", "Дата рождения", "Пол", "Класс"]
        pupils = [[n, name, "04.03.2014", "м", "5Б"] for n, name in enumerate(NAMES, start=1)]
        pages = [["Страница 1 из 2"], heading, pupils[2], ["", "", "", "", "стр. 2"], pupils[3]]
        extract = table([heading, *pupils[:2], *pages])
        self.assertEqual((len(extract.rows), codes(extract)), (4, []))

    def test_words_that_are_divided_to_fit_a_column(self):
        extract = table([*ABOVE, ["ФИО", "Рус-\nский язык", "Мате-\n матика"], [NAMES[0], 5, 4]])
        self.assertEqual([mark.subject for mark in extract.rows], ["Русский язык", "Математика"])
        heading = ["ФИО", "Дата рож-\nдения", "Пол", "Класс"]
        self.assertEqual(len(table([heading, [NAMES[0], BORN, "м", "5Б"]]).rows), 1)

    def test_days_in_words(self):
        heading = ["ФИО", "Дата рождения", "Пол", "Класс"]
        days = ("4 марта 2014 г.", "04 мар. 2014", "4 МАРТА 2014 года", "4 мартобря 2014")
        extract = table([heading, *([n, d, "м", "5Б"] for n, d in zip(NAMES, days, strict=True))])
        self.assertEqual([row.birthdate for row in extract.rows], [BORN] * 3)
        self.assertEqual(codes(extract), ["bad_date"])


class TestNamesOfPeriods(unittest.TestCase):
    def test_spellings(self):
        for expected, texts in {
            ("quarter", 1): ("1 четв.", "1четв", "I четв.", "1-я чет.", "первая четверть"),
            ("quarter", 4): ("четвёртая четверть", "Четверть 4", "за IV четверть"),
            ("trimester", 2): ("2 трим.", "второй триместр", "Триместр № 2"),
            ("half", 1): ("1 полуг.", "I п/г", "1 п.г.", "1 пол.", "за первое полугодие"),
            ("year", 1): ("год", "годовая", "за 2025/2026 учебный год"),
        }.items():
            for text in texts:
                with self.subTest(text):
                    self.assertEqual(parse_period(text), PeriodName(*expected))

    def test_what_is_no_period(self):
        for text in ("1 ч.", "пол", "1 четверг", "5 четверть", "Полугодие 2025", "2 чётных"):
            with self.subTest(text):
                self.assertIsNone(parse_period(text))
