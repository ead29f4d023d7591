import unittest

from tools.sheets.naming import find_name
from tools.sheets.numbers import draw, shuffled


class TestSheetNumbers(unittest.TestCase):
    """A commission that reads by number learns nothing from the numbers and from the texts."""

    def test_numbers_are_different_and_have_as_many_digits(self):
        drawn = draw(300, taken=[101, 999])
        self.assertEqual(len(set(drawn)), 300)
        self.assertFalse({101, 999} & set(drawn))
        self.assertEqual({len(str(one)) for one in drawn}, {3})
        self.assertEqual({len(str(one)) for one in draw(451)}, {4}, "more than half of 900")
        self.assertEqual(draw(0), [])

    def test_numbers_do_not_follow_the_order_of_people(self):
        orders = {tuple(draw(6)) == tuple(sorted(draw(6))) for _once in range(50)}
        self.assertIn(False, orders)
        people = list(range(40))
        self.assertEqual(sorted(shuffled(people)), people)
        self.assertTrue(any(shuffled(people) != people for _once in range(5)))

    def test_a_surname_is_found_in_any_case(self):
        person = "Ковалёва Анна Петровна"
        for text in ("грамота Ковалёвой", "у КОВАЛЕВОЙ А. П. нет записи", "Коваль не та: Ковалёва"):
            self.assertIsNotNone(find_name(text, person), text)
        for text in ("одно выступление", "ковали железо", "", None):
            self.assertIsNone(find_name(text, person), text)

    def test_short_surnames_are_found_too(self):
        self.assertEqual(find_name("За Цоя говорил Ким", "Ким Ирина"), "Ким")
        self.assertEqual(find_name("урок Ивановой", "Иванов Пётр"), "Ивановой")
        self.assertIsNone(find_name("Иван Петров был судьёй", "Иванов Пётр"))
        self.assertIsNone(find_name("любой текст", ""))
        self.assertIsNone(find_name("нота", "Но Анна"), "two letters say too little")
