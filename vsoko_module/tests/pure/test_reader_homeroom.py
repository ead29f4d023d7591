"""Lists of homeroom teachers."""

import unittest

from tools.readers import read
from tools.readers.refusals import Refused
from vpr_files import book

NAMES = ("Орлова Анна Петровна", "Ветрова Инна Олеговна")


def listed(extract):
    return [(str(row.class_name), row.name) for row in extract.rows]


class TestHomeroom(unittest.TestCase):
    WANTED = [("5А", NAMES[0]), ("10Б", NAMES[1])]

    def test_by_the_heading_and_by_the_title(self):
        for lines in (
            [
                ["№", "Класс", "Классный руководитель", "Кол-во", "Кабинет"],
                [1, "5А", NAMES[0], 25, 12],
            ],
            [["Список классных руководителей"], ["Класс", "ФИО"], ["5 «А»", NAMES[0]]],
            [["Классные руководители 2025/2026"], ["Класс", "Ф.И.О. учителя"], ["5-А", NAMES[0]]],
        ):
            found = read(book(Лист1=[*lines, self.second(lines)]))
            with self.subTest(lines[0]):
                self.assertEqual(found.layout, "homeroom_teachers")
                self.assertEqual(listed(found), self.WANTED)
                self.assertEqual(found.problems, ())

    def second(self, lines):
        """The last line again, of another class and teacher."""
        return ["10Б" if cell in ("5А", "5 «А»", "5-А") else self.other(cell) for cell in lines[-1]]

    def other(self, cell):
        return NAMES[1] if cell == NAMES[0] else cell

    def test_a_class_is_led_by_one(self):
        found = read(
            book(Лист1=[["Класс", "Классный руководитель"], ["5А", NAMES[0]], ["5А", NAMES[1]]])
        )
        self.assertEqual(listed(found), [("5А", NAMES[0])])
        self.assertEqual([(one.code, one.row) for one in found.problems], [("repeated_class", 3)])

    def test_a_class_without_a_teacher_is_named(self):
        found = read(book(Лист1=[["Класс", "Классный руководитель"], ["5А", ""], ["6А", NAMES[1]]]))
        self.assertEqual(listed(found), [("6А", NAMES[1])])
        self.assertEqual([one.row for one in found.problems], [2])

    def test_a_list_of_pupils_with_a_column_of_homeroom_teachers_is_one_of_pupils(self):
        heading = ["ФИО", "Дата рождения", "Класс", "Классный руководитель"]
        found = read(book(Лист1=[heading, ["Берёзкин Павел Ильич", "01.02.2014", "5А", NAMES[0]]]))
        self.assertEqual(found.layout, "contingent")

    def test_names_and_classes_under_no_title_are_nothing(self):
        with self.assertRaises(Refused):
            read(book(Лист1=[["Класс", "ФИО"], ["5А", NAMES[0]]]))
