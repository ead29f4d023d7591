import unittest
from datetime import date

from tools.spells import Broken, Move, Spell, spells

YEAR = date(2025, 9, 1)
NOVEMBER = date(2025, 11, 15)
MARCH = date(2026, 3, 2)


class TestSpells(unittest.TestCase):
    def test_a_whole_year(self):
        self.assertEqual(
            spells("5А", date(2020, 9, 1), None, [], YEAR), [Spell("5А", YEAR, None, None)]
        )
        self.assertEqual(spells("5А", None, None, [], YEAR), [Spell("5А", YEAR, None, None)])

    def test_arrival_and_departure(self):
        self.assertEqual(
            spells("5А", NOVEMBER, MARCH, [], YEAR), [Spell("5А", NOVEMBER, MARCH, "left")]
        )

    def test_who_left_before_the_year_was_not_there(self):
        self.assertEqual(spells("5А", date(2020, 9, 1), YEAR, [], YEAR), [])
        self.assertEqual(spells("5А", NOVEMBER, NOVEMBER, [], YEAR), [])

    def test_transfers_in_any_order(self):
        moves = [Move(MARCH, "5Б", "5В"), Move(NOVEMBER, "5А", "5Б")]
        self.assertEqual(
            spells("5В", YEAR, None, moves, YEAR),
            [
                Spell("5А", YEAR, NOVEMBER, "transfer"),
                Spell("5Б", NOVEMBER, MARCH, "transfer"),
                Spell("5В", MARCH, None, None),
            ],
        )

    def test_transfers_that_do_not_join(self):
        for last, moves in (
            ("5А", [Move(NOVEMBER, "5А", "5Б")]),
            ("5В", [Move(NOVEMBER, "5А", "5Б"), Move(MARCH, "5А", "5В")]),
            ("5Б", [Move(YEAR, "5А", "5Б")]),
        ):
            with self.subTest(last), self.assertRaises(Broken):
                spells(last, YEAR, None, moves, YEAR)
        with self.assertRaises(Broken):
            spells("5Б", YEAR, NOVEMBER, [Move(MARCH, "5А", "5Б")], YEAR)


if __name__ == "__main__":
    unittest.main()
