import unittest

from tools.figure import Figure
from tools.reports.file_names import file_name
from tools.reports.formatting import cell_text
from tools.reports.published import (
    Published,
    all_table,
    breakdown_table,
    main_of_objects,
    meaning_table,
    school_table,
)
from tools.translation import plain
from tools.writers.cells import as_cell

DEFINITIONS = {
    "quality": {
        "name": "Качество знаний", "short_name": "КЗ", "object": "o1",
        "description": "Доля «4» и «5»",
        "unit": "percent", "digits": 1, "direction": "more", "target": 60.0, "is_main": True,
    },
    "pupils": {
        "name": "Контингент", "short_name": "", "object": "o2", "description": "Сколько учеников",
        "unit": "people", "digits": 0, "direction": "none", "target": None, "is_main": False,
    },
}  # fmt: skip
OBJECTS = [
    {"code": "o1", "short_name": "Результаты"},
    {"code": "o2", "short_name": "Процесс"},
    {"code": "o3", "short_name": "Здоровье"},
]


def figure(code, cell, place, value=None, change=None, **rest):
    return Published(Figure(code, cell, value=value, **rest), place, change=change)


FIGURES = [
    figure("quality", "school", "Школа", 61.25, n=80, status="optimal", change=-1.5),
    figure("pupils", "school", "Школа", 25.0, n=25),
    figure("quality", "class:1", "5А", 70.0, n=50, status="optimal"),
    figure("quality", "class:2", "5Б", is_hidden=True),
    figure("pupils", "class:3", "1А", 12.0, n=12),
]


def texts(table):
    return [
        [
            cell_text(column, as_cell(cell), "нет данных").replace("\u00a0", " ")
            for column, cell in zip(table.columns, row, strict=True)
        ]
        for row in table.rows
    ]


class TestPublishedTables(unittest.TestCase):
    def test_everybody_is_shown_the_main_ones_and_no_number_that_feeds_formulas(self):
        pupils = DEFINITIONS["pupils"]
        definitions = {
            **DEFINITIONS,
            "success": {**DEFINITIONS["quality"], "is_main": False},
            "points": {**pupils, "is_operand": True},
        }
        self.assertEqual(main_of_objects(definitions), {"quality", "pupils"})
        definitions["pupils"] = {**pupils, "is_main": True}
        definitions["share"] = {**pupils, "is_operand": False}
        self.assertEqual(main_of_objects(definitions), {"quality", "pupils"})

    def test_school_stands_by_objects_and_an_empty_one_says_so(self):
        school = [one for one in FIGURES if one.figure.scope == "school"]
        self.assertEqual(
            texts(school_table(DEFINITIONS, OBJECTS, school, plain)),
            [
                ["Результаты", "", "", "", ""],
                ["Качество знаний", "61,3 %", "\u22121,5", "80", "Optimal"],
                ["Процесс", "", "", "", ""],
                ["Контингент", "25", "—", "25", ""],
                ["Здоровье", "no figures are published yet", "", "", ""],
            ],
        )

    def test_breakdown_shows_main_indicators_and_hides_in_words(self):
        classes = [one for one in FIGURES if one.figure.scope == "class"]
        table = breakdown_table(DEFINITIONS, "class", classes, plain)
        self.assertEqual([column.title for column in table.columns], ["Class", "Качество знаний"])
        # 1А has no main figure: an empty row would look like a missing one
        self.assertEqual(texts(table), [["5А", "70,0 %"], ["5Б", "hidden"]])

    def test_every_published_figure_is_in_the_last_table(self):
        rows = texts(all_table(DEFINITIONS, FIGURES, plain))
        self.assertEqual(len(rows), len(FIGURES))
        self.assertEqual(rows[3], ["Качество знаний", "Class", "5Б", "hidden", "", ""])

    def test_meaning_is_told_of_what_is_published(self):
        rows = texts(meaning_table(DEFINITIONS, FIGURES, plain))
        self.assertEqual(rows[0], ["Качество знаний", "Доля «4» и «5»", "higher", "60,0 %"])
        self.assertEqual(rows[1], ["Контингент", "Сколько учеников", "—", "—"])
        self.assertEqual(len(meaning_table(DEFINITIONS, FIGURES[:1], plain).rows), 1)


class TestFileName(unittest.TestCase):
    def test_parts_stay_apart_and_odd_signs_become_dashes(self):
        parts = ["ВСОКО", "1 четверть", "", " 2025/2026", "Все: «читатели»"]
        self.assertEqual(file_name(parts, "pdf"), "ВСОКО_1-четверть_2025-2026_Все-читатели.pdf")
