import io
import unittest
from datetime import date

import openpyxl
from tools.readers import read
from tools.readers.cells import BadValue
from tools.readers.pupil_values import parse_consent_kind, parse_outcome, parse_place

TODAY = date(2026, 6, 1)
BELOV = "Белов Олег Ильич"


def rows_of(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return read(content.getvalue(), today=TODAY)


def codes(extract):
    return [(problem.code, problem.row) for problem in extract.problems]


class TestWords(unittest.TestCase):
    def test_words_of_schools(self):
        for parse, text, code in (
            (parse_consent_kind, "на обработку ПДн", "processing"),
            (parse_consent_kind, "Распространение персональных данных", "distribution"),
            (parse_consent_kind, "фото- и видеосъёмка", "image"),
            (parse_place, "Спортивный зал", "pe"),
            (parse_place, "кабинет физики", "chemistry"),
            (parse_place, "коридор 2 этажа", "break"),
            (parse_outcome, "Выздоровление", "recovery"),
            (parse_outcome, "ребёнок-инвалид", "child_disability"),
        ):
            self.assertEqual(parse(text), code, text)
        self.assertRaises(BadValue, parse_place, "где-то")


class TestConsents(unittest.TestCase):
    HEADINGS = ("ФИО ученика", "Класс", "Согласие на", "Родитель", "Дата", "Отозвано")

    def test_rows(self):
        extract = rows_of(
            self.HEADINGS,
            (BELOV, "5А", "обработку", "Белова И. П.", "01.09.2025", ""),
            (BELOV, "5А", "распространение", "Белова И. П.", "02.09.2025", "13.02.2026"),
            (BELOV, "5А", "фото", "", "01.09.2025", ""),
            (BELOV, "5А", "фото", "Белова И. П.", "14.02.2026", "13.02.2026"),
            (BELOV, "5А", "поход", "Белова И. П.", "14.02.2026", ""),
        )
        self.assertEqual(extract.layout, "consents")
        self.assertEqual(
            [(row.kind, row.date_withdrawn) for row in extract.rows],
            [("processing", None), ("distribution", date(2026, 2, 13))],
        )
        self.assertEqual(
            codes(extract),
            [
                ("missing_value", 4),
                ("dates_reversed", 5),
                ("unknown_consent", 6),
                ("missing_value", 6),
            ],
        )


class TestAccidents(unittest.TestCase):
    HEADINGS = ("№", "Дата", "Время", "ФИО пострадавшего", "Класс", "Место", "Вид происшествия",
                "Диагноз", "Дней нетрудоспособности", "Последствия")  # fmt: skip

    def test_rows(self):
        extract = rows_of(
            ("Журнал регистрации несчастных случаев",),
            self.HEADINGS,
            (1, "13.11.2025", "10:30", BELOV, "5А", "спортзал", "падение", "ушиб", 3, "выздоровел"),
            (2, "14.11.2025", "утром", BELOV, "5А", "подвал", "падение", "", "", ""),
            ("", "14.11.2025", "", BELOV, "5А", "спортзал", "падение", "", "", ""),
        )
        self.assertEqual(extract.layout, "injuries")
        row = extract.rows[0]
        self.assertEqual((row.number, row.time, row.place_kind), ("1", 10.5, "pe"))
        self.assertEqual((row.days_lost, row.outcome), (3, "recovery"))
        self.assertEqual(
            codes(extract), [("bad_time", 4), ("missing_value", 4), ("missing_value", 5)]
        )


class TestUpbringing(unittest.TestCase):
    def test_classes_and_their_sums(self):
        extract = rows_of(
            ("Уровень воспитанности на 15.12.2025",),
            ("Класс", "Высокий уровень", "Средний уровень", "Низкий уровень"),
            ("5А", 10, 12, 3),
            ("5Б", 0, 0, 0),
            ("6А", -1, 2, 3),
            ("5-9 классы", 10, 12, 3),
        )
        self.assertEqual(extract.layout, "upbringing")
        self.assertEqual(
            [(row.kind, row.date, row.high, row.middle, row.low) for row in extract.rows],
            [("upbringing", date(2025, 12, 15), 10, 12, 3)],
        )
        self.assertEqual(codes(extract), [("missing_value", 4), ("bad_days", 5)])


if __name__ == "__main__":
    unittest.main()
