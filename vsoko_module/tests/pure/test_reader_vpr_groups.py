"""Titles of what the system of VPR returns, and the groups of its statistics."""

import unittest

from tools.readers import read
from tools.readers.vpr_titles import read_vpr
from vpr_files import book

HEADING = ["Группы участников", "Кол-во ОО", "Кол-во участников", "2", "3", "4", "5"]
SHARES = [5, 30, 40, 25]
WHOLE = ["Вся выборка", "Область", "Район", "МБОУ «Школа»"]


def statistics(*groups, titles=("ВПР 2026 Русский язык 4", "Дата: 21.04.2026")):
    rows = [[name, 1, 20, *SHARES] for name in groups]
    return read(book(Лист1=[*([title] for title in titles), HEADING, *rows]))


class TestTitles(unittest.TestCase):
    def test_orders_of_year_subject_and_grade(self):
        for lines in (
            ["ВПР 2026 Русский язык 4"],
            ["ВПР 2026. 4 класс", "Предмет: Русский язык"],
            ["ВПР-2026. Русский язык. 4 класс"],
            ["Русский язык, 4 класс. ВПР 2026 года"],
            ["Протокол соответствия кодов. ВПР 2026 Русский язык 4"],
            ["Статистика по отметкам", "ВПР. Русский язык", "Класс: 4", "Дата: 21.04.2026"],
        ):
            titles, work = read_vpr([[line] for line in lines])
            with self.subTest(lines):
                self.assertEqual((work.subject, work.grade), ("Русский язык", 4))
                self.assertEqual(titles.year, 2025)

    def test_what_the_lines_do_not_tell_is_empty(self):
        titles, work = read_vpr([["ВПР"]])
        self.assertEqual((work.subject, work.grade, work.day, titles.year), ("", 0, None, None))
        self.assertIsNone(read_vpr([["Русский язык 4"]]))


class TestGroups(unittest.TestCase):
    def levels(self, extract):
        return {row.name: row.level for row in extract.rows}

    def test_classes_of_the_school_are_classes(self):
        found = statistics(*WHOLE, "4А", "4 «Б»")
        self.assertEqual(
            list(self.levels(found).values()),
            ["country", "region", "municipality", "school", "class", "class"],
        )
        self.assertEqual([str(row.class_name) for row in found.rows[4:]], ["4А", "4Б"])

    def test_a_heading_repeated_on_a_page_changes_no_level(self):
        rows = [[name, 1, 20, *SHARES] for name in WHOLE]
        found = read(
            book(Лист1=[["ВПР 2026 Русский язык 4"], HEADING, *rows[:3], HEADING, rows[3]])
        )
        self.assertEqual(
            list(self.levels(found).values()), ["country", "region", "municipality", "school"]
        )
        self.assertEqual(found.problems, ())

    def test_fewer_groups(self):
        self.assertEqual(
            self.levels(statistics("Область", "МБОУ «Школа»")),
            {"Область": "region", "МБОУ «Школа»": "school"},
        )

    def test_of_more_groups_than_levels_those_between_are_named(self):
        found = statistics("Вся выборка", "Область", "Город", "Район", "МБОУ «Школа»")
        self.assertEqual(self.levels(found), {"Вся выборка": "country", "МБОУ «Школа»": "school"})
        self.assertEqual(
            [(one.code, one.text) for one in found.problems],
            [("unknown_group", name) for name in ("Область", "Город", "Район")],
        )
