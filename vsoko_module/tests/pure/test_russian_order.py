import unittest

from tools.natural_order import natural_key
from tools.russian_order import fold, order_key

PEOPLE = [
    "Smith John",
    "Абрамов Лев Ильич",
    "Әлиев Тимур",
    "де Бур Ян Ильич",
    "Егоров Лев Ильич",
    "Ёлкин Лев Ильич",
    "Еремин Лев Ильич",
    "Жуков Лев Ильич",
    "Жуков-Львов Лев",
    "Жукова Анна",
    "Семёнов Лев Ильич",
    "Семенов Ян Ильич",
    "Сёмина Ия Львовна",
    "Яковлев Лев Ильич",
]


class TestOrder(unittest.TestCase):
    def test_people_of_a_list(self):
        self.assertEqual(sorted(reversed(PEOPLE), key=order_key), PEOPLE)

    def test_only_the_dots_differ(self):
        names = ["Семенов Лев", "Семёнов Лев"]
        self.assertEqual(sorted(reversed(names), key=order_key), names)

    def test_nothing_comes_first(self):
        self.assertEqual(sorted(["А", None, ""], key=order_key)[-1], "А")

    def test_numbers_of_classes(self):
        names = ["5А", "5Е", "5Ё", "5Ж", "10А"]
        self.assertEqual(sorted(reversed(names), key=natural_key), names)


class TestFold(unittest.TestCase):
    def test_search_does_not_ask_how_a_name_is_written(self):
        self.assertEqual(fold("СЕМЁНОВ"), fold("семенов"))
        self.assertEqual(fold("Иванов\u2011Петров"), "иванов-петров")
        self.assertEqual(fold("%_\\"), "%_\\")
