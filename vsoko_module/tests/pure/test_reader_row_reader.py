import unittest
from datetime import date

from tools.readers.listing import Listing
from tools.readers.sheet import Sheet

TODAY = date(2026, 6, 1)
FIRST, LAST = date(2025, 9, 1), date(2026, 5, 31)
LABELS = {"name": "ФИО", "class_name": "Класс", "day": "Дата", "count": "Сколько"}
LISTING = Listing(
    LABELS,
    {
        "name": ("фио",),
        "surname": ("фамилия",),
        "first_name": ("имя",),
        "patronymic": ("отчество",),
        "class_name": ("класс",),
        "day": ("дата",),
        "count": ("сколько",),
    },
    required=(("name", "surname"),),
)
HEADING = ["ФИО", "Класс", "Дата", "Сколько"]
BELOV, KOTOVA = "Белов Олег Ильич", "Котова Вера Львовна"


def reader(*rows, heading=HEADING):
    sheet = Sheet("Лист1", [list(heading), *map(list, rows)])
    return LISTING.reader([sheet], TODAY)


def codes(reader):
    return [(one.code, one.row, one.column) for one in reader.problems]


class TestRows(unittest.TestCase):
    def numbers(self, *rows, **options):
        return list(reader(*rows, **options).rows())

    def test_totals_and_signatures_are_no_rows(self):
        self.assertEqual(
            self.numbers(
                [BELOV, "5А", "", 1],
                ["Итого", "", "", 1],
                ["Директор", "", "", ""],
                ["Всего", 2, 3, ""],
                ["Итого", 1, 2, 3],
                [],
                ["", "", "", ""],
            ),
            [2, 6],
        )

    def test_a_name_that_says_so_too_is_a_row_where_the_list_is_narrow(self):
        rows = [[BELOV, "5А", 1], ["Итого", 5, 1], ["Итого", 5, ""]]
        self.assertEqual(self.numbers(*rows, heading=["ФИО", "Класс", "Сколько"]), [2, 3])

    def test_a_line_that_names_a_class_is_a_section(self):
        found = reader(["5А класс"], [BELOV, "", "", 1], [KOTOVA, "6Б", "", 1], ["7В класс"],
                       [BELOV, "", "", 1])  # fmt: skip
        classes = [str(found.class_name()) for _number in found.rows()]
        self.assertEqual(classes, ["5А", "6Б", "7В"])
        self.assertEqual(found.problems, [])

    def test_a_class_that_is_written_once_left_of_the_names_holds_on(self):
        heading = ["Класс", "ФИО"]
        found = reader(["5А", BELOV], ["", KOTOVA], ["6Б", BELOV], heading=heading)
        self.assertEqual([str(found.class_name()) for _number in found.rows()], ["5А", "5А", "6Б"])
        for rows in ([["5А", BELOV], ["", KOTOVA], ["5А", BELOV]], [["", BELOV], ["6Б", KOTOVA]]):
            found = reader(*rows, heading=heading)
            classes = [found.class_name() for _number in found.rows()]
            self.assertIn(None, classes, rows)
            self.assertEqual({one.code for one in found.problems}, {"missing_value"})


class TestRecords(unittest.TestCase):
    def test_what_was_met_in_a_row_before_is_named(self):
        found = reader([BELOV, "5А"], [KOTOVA, "5А"], [BELOV, "5Б"])
        read = found.records(
            lambda reader, _number: [reader_row(reader)],
            lambda row: row.name,
            repeated=("repeated_row", "name"),
        )
        self.assertEqual([row.name for row in read], [BELOV, KOTOVA])
        self.assertEqual(codes(found), [("repeated_row", 4, 1)])
        self.assertEqual(found.problems[0].params["other"], 2)

    def test_one_row_may_give_the_same_twice(self):
        found = reader([BELOV, "5А"])
        read = found.records(lambda _reader, _number: ["а", "а"], str, repeated=("x", "name"))
        self.assertEqual(read, ["а", "а"])
        self.assertEqual(found.records(lambda _reader, number: [number, number]), [2, 2])


class TestCells(unittest.TestCase):
    def first(self, *row, **options):
        found = reader(row, **options)
        next(found.rows())
        return found

    def test_the_borders_of_dates_belong_to_them(self):
        for text, day in (
            ("01.09.2025", FIRST),
            ("31.05.2026", LAST),
            ("31.08.2025", None),
            ("01.06.2026", None),
        ):
            with self.subTest(text):
                found = self.first(BELOV, "5А", text)
                self.assertEqual(found.date("day", FIRST, LAST), day)
                self.assertEqual(found.ok, day is not None)

    def test_a_date_that_the_row_can_do_without_is_a_warning(self):
        for text in ("31.08.2025", "весной"):
            found = self.first(BELOV, "5А", text)
            self.assertIsNone(found.date("day", FIRST, LAST, optional=True))
            self.assertTrue(found.ok)
            self.assertEqual(codes(found), [("date_left_empty", 2, 3)])
        found = self.first(BELOV, "5А", "31.08.2025")
        found.date("day", FIRST)
        self.assertEqual(codes(found), [("date_out_of_range", 2, 3)])
        self.assertEqual(found.problems[0].params["last"], "31.08.2025")

    def test_a_year_alone_is_its_first_day(self):
        found = self.first(BELOV, "5А", 2020)
        self.assertEqual(found.date("day", or_year=True), date(2020, 1, 1))
        self.assertEqual((codes(found), found.ok), ([("year_alone", 2, 3)], True))
        found = self.first(BELOV, "5А", "01.01.2020")
        self.assertEqual(found.date("day", or_year=True), date(2020, 1, 1))
        self.assertEqual(codes(found), [])

    def test_numbers(self):
        for cell, number in ((0, 0), ("2,5", 2.5), ("", None)):
            found = self.first(BELOV, "5А", "", cell)
            self.assertEqual((found.number("count"), found.problems), (number, []))
        for optional, code in ((False, "bad_number"), (True, "number_left_empty")):
            found = self.first(BELOV, "5А", "", "много")
            self.assertIsNone(found.number("count", optional))
            self.assertEqual((codes(found), found.ok), ([(code, 2, 4)], optional))

    def test_a_name_in_three_columns(self):
        heading = ["Фамилия", "Имя", "Отчество"]
        found = self.first("Белов", "Олег", "Ильич", heading=heading)
        self.assertEqual(found.person(), BELOV)
        found = self.first("Белов", "Олег", "", heading=heading)
        self.assertEqual(found.full_name("name"), "Белов Олег")
        self.assertEqual(self.first("", "5А").person(), "")

    def test_what_stands_alone_in_its_row(self):
        self.assertTrue(self.first(BELOV, "", "", "").is_alone("name"))
        self.assertFalse(self.first(BELOV, "5А").is_alone("name"))
        self.assertFalse(self.first("", "", "", 0).is_alone("name"))
        self.assertTrue(self.first("", "", "", 0).is_alone("count"))


def reader_row(reader):
    class Row:
        name = reader.text("name")

    return Row
