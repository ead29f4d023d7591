import unittest
from datetime import date

from tools.spells import Broken, Move, Spell, Visit, spells, stays, visits

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

    def test_a_transfer_on_the_first_day_after_admission(self):
        next_day = date(2025, 11, 16)
        moves = [Move(next_day, "5А", "5Б")]
        self.assertEqual(
            spells("5Б", NOVEMBER, next_day, moves, YEAR),
            [Spell("5А", NOVEMBER, next_day, "transfer"), Spell("5Б", next_day, next_day, "left")],
        )
        with self.assertRaises(Broken):
            spells("5Б", NOVEMBER, None, [Move(NOVEMBER, "5А", "5Б")], YEAR)


class TestVisits(unittest.TestCase):
    """The days of the list, and those of the sheet of movement where the list has none."""

    WHOLE = Visit("5А", None, None)

    def test_days_that_the_list_does_not_tell(self):
        self.assertEqual(visits([self.WHOLE], [], []), [self.WHOLE])
        self.assertEqual(visits([self.WHOLE], [NOVEMBER], []), [Visit("5А", NOVEMBER, None)])
        self.assertEqual(visits([self.WHOLE], [], [MARCH]), [Visit("5А", None, MARCH)])
        told = Visit("5А", YEAR, MARCH)
        self.assertEqual(visits([told], [NOVEMBER], [NOVEMBER]), [told], "the list counts first")

    def test_who_came_and_left_was_there_once(self):
        self.assertEqual(visits([self.WHOLE], [NOVEMBER], [MARCH]), [Visit("5А", NOVEMBER, MARCH)])
        self.assertEqual(
            visits([self.WHOLE], [NOVEMBER], [NOVEMBER]), [Visit("5А", NOVEMBER, NOVEMBER)]
        )

    def test_who_left_and_came_again_was_there_twice(self):
        self.assertEqual(
            visits([self.WHOLE], [MARCH], [NOVEMBER]),
            [Visit("5А", None, NOVEMBER), Visit("5А", MARCH, None)],
        )
        may = date(2026, 5, 4)
        self.assertEqual(
            visits([self.WHOLE], [MARCH], [NOVEMBER, may]),
            [Visit("5А", None, NOVEMBER), Visit("5А", MARCH, may)],
        )

    def test_a_list_that_tells_the_second_coming_is_one_visit(self):
        came = Visit("5А", MARCH, None)
        self.assertEqual(visits([came], [MARCH], [NOVEMBER]), [Visit("5А", MARCH, NOVEMBER)])
        before = Visit("5А", YEAR, None)
        self.assertEqual(
            visits([before], [MARCH], [NOVEMBER]),
            [Visit("5А", YEAR, NOVEMBER), Visit("5А", MARCH, None)],
        )

    def test_two_rows_of_the_list_say_all(self):
        rows = [Visit("5А", None, NOVEMBER), Visit("5Б", MARCH, None)]
        self.assertEqual(visits(rows, [YEAR], [MARCH]), rows)
        self.assertEqual(visits([], [YEAR], []), [])

    def test_a_visit_that_follows_on_its_last_day_is_a_transfer(self):
        rows = [Visit("5А", None, NOVEMBER), Visit("5Б", NOVEMBER, MARCH)]
        self.assertEqual(
            stays(rows, [], YEAR),
            [Spell("5А", YEAR, NOVEMBER, "transfer"), Spell("5Б", NOVEMBER, MARCH, "left")],
        )
        apart = [Visit("5А", None, NOVEMBER), Visit("5Б", MARCH, None)]
        self.assertEqual([one.reason for one in stays(apart, [], YEAR)], ["left", None])

    def test_transfers_belong_to_the_visit_of_their_day(self):
        rows = [Visit("5Б", None, NOVEMBER), Visit("5Г", MARCH, None)]
        october, april = date(2025, 10, 6), date(2026, 4, 6)
        moves = [Move(april, "5В", "5Г"), Move(october, "5А", "5Б")]
        self.assertEqual(
            [(one.class_name, one.date_from) for one in stays(rows, moves, YEAR)],
            [("5А", YEAR), ("5Б", october), ("5В", MARCH), ("5Г", april)],
        )


if __name__ == "__main__":
    unittest.main()
