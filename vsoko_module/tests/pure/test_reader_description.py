"""Descriptions of works and official codifiers of two columns."""

import unittest

from tools.readers import read
from vpr_files import book

HEADING = [
    "№ КИМ",
    "№",
    "Умения, виды деятельности (в соответствии с ФГОС)",
    "Блоки ПООП НОО: выпускник научится / получит возможность научиться",
    "Уровень сложности",
    "Код КЭС",
    "Код КТ",
    "Максимальный балл за выполнение задания",
    "Примерное время выполнения задания обучающимся (в минутах)",
]


def described(*rows):
    return read(book(Лист1=[HEADING, *rows]))


def task(number, kes, kt, maximum=1, level="Б", minutes="2"):
    return [number, "1", "Умение считать", "Считать устно", level, kes, kt, maximum, minutes]


class TestDescription(unittest.TestCase):
    def test_rows_of_one_task_are_one_task(self):
        rows = (
            task("1", "2", "2.1"),
            task("1", "2", "3"),
            task("1", "4", "3"),
            task("5(1)", "", ""),
        )
        extract = described(*rows)
        first, second = extract.rows
        self.assertEqual(extract.layout, "test_description")
        self.assertEqual((first.content, first.skills), (("2", "4"), ("2.1", "3")))
        self.assertEqual((second.number, second.content), ("5.1", ()))
        self.assertEqual((first.level, first.minutes, first.planned), ("basic", 2, "Считать устно"))
        self.assertEqual(extract.problems, ())

    def test_what_is_wrong_is_named(self):
        rows = (task("1", "2", "2", 1), task("1", "2", "3", 2), task("2", "1", "1", "?"))
        rows += (task("3", "1", "1", level="А", minutes="мало"),)
        extract = described(*rows)
        self.assertEqual([row.number for row in extract.rows], ["3"])
        self.assertEqual(
            [(one.row, one.code) for one in extract.problems],
            [(2, "different_maxima"), (4, "bad_maximum"), (5, "bad_minutes"), (5, "unknown_level")],
        )


class TestOfficialCodifiers(unittest.TestCase):
    def test_the_heading_of_the_texts_says_what_it_holds(self):
        for heading, kind in (
            ("Проверяемые элементы содержания", "element"),
            ("Элементы содержания, проверяемые ВПР", "element"),
            ("Проверяемые требования к уровню подготовки", "skill"),
            ("Основные умения и способы действий", "skill"),
        ):
            extract = read(book(Лист1=[["Код", heading], [1, "Числа"], ["1.10", "Дроби"]]))
            with self.subTest(heading):
                self.assertEqual({row.kind for row in extract.rows}, {kind})
                self.assertEqual([row.code for row in extract.rows], ["1", "1.10"])

    def test_texts_of_what_a_pupil_does_are_skills(self):
        rows = [
            ["Код", "Проверяемые элементы содержания"],
            [1, "Умение читать"],
            [2, "Решать задачи"],
        ]
        self.assertEqual({row.kind for row in read(book(a=rows)).rows}, {"skill"})

    def test_a_code_without_a_text_is_kept_and_named(self):
        rows = [["Код", "Элементы содержания"], ["1", "Числа"], ["1.1", ""], ["1.2", ""]]
        extract = read(book(a=rows))
        self.assertEqual([row.name for row in extract.rows], ["Числа", "1.1", "1.2"])
        self.assertEqual([one.code for one in extract.problems], ["codes_without_name"])
