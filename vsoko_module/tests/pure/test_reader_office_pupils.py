"""Lists about pupils as schools write them: where graduates went, results of olympiads."""

import unittest
from datetime import date

from tools.readers import read
from tools.readers.cells import BadValue
from tools.readers.pupil_values import destination_of, place_in
from vpr_files import book

TODAY = date(2026, 6, 1)
BELOV, SEROV, YURIEV = "Белов Олег Ильич", "Серов Ян Ильич", "Юрьев Глеб Ильич"


def rows_of(*rows):
    return read(book(Лист1=list(map(list, rows))), today=TODAY)


def codes(extract):
    return [(problem.code, problem.row, problem.column) for problem in extract.problems]


class TestGraduates(unittest.TestCase):
    def test_ways_by_words(self):
        for text, code in (
            ("МГТУ им. Баумана", "university"),
            ("ОмГПУ", "university"),
            ("УрФУ, г. Екатеринбург", "university"),
            ("Консерватория", "university"),
            ("Высшее военное училище", "university"),
            ("Колледж при академии искусств", "spo"),
            ("Медицинское училище", "spo"),
            ("ГБПОУ «Техникум связи»", "spo"),
            ("ПТУ № 3", "spo"),
            ("служба в ВС РФ", "army"),
            ("Трудоустроен, почта", "work"),
            ("10 класс нашей школы", "grade10_own"),
            ("10А", "grade10_own"),
            ("10 «Б» класс", "grade10_own"),
            ("служба занятости не трудоустроен", "none"),
        ):
            with self.subTest(text):
                self.assertEqual(destination_of(text), code)
        # a school is no university, nor is a road
        for text in ("МБОУ", "НВВКУ", "в дорогу"):
            self.assertRaises(BadValue, destination_of, text)

    def test_the_place_is_kept(self):
        for text in ("СПО", "вуз", "В колледж", "поступила в вуз", "работает", "10 класс"):
            self.assertEqual(place_in(text), "", text)
        self.assertEqual(place_in("Колледж связи"), "Колледж связи")

    def test_one_column_says_the_way_and_the_place(self):
        extract = rows_of(
            ("№", "ФИО выпускника", "Класс", "Куда поступил", "Форма обучения", "Специальность"),
            (1, BELOV, "11А", "МГТУ им. Баумана", "бюджет", "Информатика"),
            (2, SEROV, "9Б", "Колледж связи", "", "Сварщик"),
            (3, YURIEV, "11А", "НВВКУ", "", ""),
        )
        self.assertEqual(
            [(row.destination, row.institution) for row in extract.rows],
            [
                ("university", "МГТУ им. Баумана"),
                ("spo", "Колледж связи"),
                (None, "НВВКУ"),
            ],
        )
        self.assertEqual(codes(extract), [("unknown_destination", 4, 4)])

    def test_the_class_of_the_title(self):
        extract = rows_of(("Выпускники 11А класса",), ("ФИО", "Трудоустройство"), (BELOV, "вуз"))
        self.assertEqual([str(row.class_name) for row in extract.rows], ["11А"])
        self.assertEqual(codes(extract), [])
        silent = rows_of(("ФИО", "Трудоустройство"), (BELOV, "вуз"))
        self.assertEqual([code for code, *_place in codes(silent)], ["missing_value"])

    def test_what_else_pupils_are_occupied_with_is_no_way(self):
        extract = rows_of(("ФИО", "Класс", "Кружок", "Занятость"), (BELOV, "5А", "Хор", "вт"))
        self.assertEqual(extract.layout, "programme_pupils")

    def test_the_way_beside_the_place(self):
        extract = rows_of(
            ("ФИО", "Класс", "Трудоустройство", "Куда поступил"), (BELOV, "9А", "СПО", "Маяк")
        )
        row = extract.rows[0]
        self.assertEqual((row.destination, row.institution), ("spo", "Маяк"))
        self.assertEqual(codes(extract), [])


class TestOlympiads(unittest.TestCase):
    HEADINGS = ("№", "ФИО обучающегося", "Класс", "Предмет", "Балл",
                "Статус (победитель/призёр/участник)", "ФИО наставника")  # fmt: skip
    ROWS = (
        (1, BELOV, "9А", "Математика", 35, "победитель", "Орлова А. П."),
        (2, SEROV, "10Б", "Физика", 20, "призёр", ""),
    )

    def test_a_protocol_without_a_day(self):
        extract = rows_of(
            ("Результаты муниципального этапа ВсОШ 2025-2026",), self.HEADINGS, *self.ROWS
        )
        self.assertEqual(extract.layout, "achievements")
        self.assertEqual(
            [(row.level, row.result, row.teacher, row.day) for row in extract.rows],
            [("municipal", "winner", "Орлова А. П.", None), ("municipal", "prize", "", None)],
        )
        self.assertTrue(all(row.is_national for row in extract.rows))
        self.assertEqual(codes(extract), [])

    def test_the_day_of_the_title(self):
        for title, day in (
            ("Муниципальный этап ВсОШ 12.11.2025", date(2025, 11, 12)),
            ("Муниципальный этап ВсОШ, 12 ноября 2025 года", date(2025, 11, 12)),
            # a month is no day
            ("Муниципальный этап ВсОШ, ноябрь 2025", None),
            ("Муниципальный этап ВсОШ 31.11.2025", None),
        ):
            extract = rows_of((title,), self.HEADINGS, *self.ROWS)
            self.assertEqual({row.day for row in extract.rows}, {day}, title)
