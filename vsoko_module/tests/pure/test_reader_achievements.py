import unittest
from datetime import date

from test_reader_arrangement import TODAY, book
from tools.readers import read

NATIONAL = "Протокол муниципального этапа всероссийской олимпиады школьников"
HEADING = ["№", "ФИО участника", "Класс", "Предмет", "Статус"]
BELOV = [1, "Белов Олег Ильич", "9А", "Физика", "призёр"]


def protocol(*above):
    return read(book([*([line] for line in above), HEADING, BELOV]), today=TODAY)


def codes(extract):
    return [problem.code for problem in extract.problems]


class TestProtocol(unittest.TestCase):
    """The lines above a protocol tell what its columns do not."""

    def test_the_event_its_level_and_its_day(self):
        extract = protocol(NATIONAL, "Дата проведения: 5.12.2025, срок апелляции 9.12.2025")
        (row,) = extract.rows
        self.assertEqual((extract.layout, codes(extract)), ("achievements", []))
        self.assertEqual(row.day, date(2025, 12, 5), "the first of two days")
        self.assertEqual((row.level, row.result), ("municipal", "prize"))
        self.assertEqual((row.event, row.is_national), ("Всероссийская олимпиада школьников", True))

    def test_a_day_of_the_column_counts_before_that_of_the_lines(self):
        rows = [[NATIONAL], ["05.12.2025"], [*HEADING, "Дата"]]
        rows += [[*BELOV, "08.12.2025"], [*BELOV[:1], "Котова Вера Львовна", *BELOV[2:], ""]]
        days = [row.day for row in read(book(rows), today=TODAY).rows]
        self.assertEqual(days, [date(2025, 12, 8), date(2025, 12, 5)])

    def test_a_day_that_the_lines_do_not_tell_is_left_to_people(self):
        for above in ((NATIONAL,), (NATIONAL, "31.02.2026"), (NATIONAL, "05.12.1925")):
            with self.subTest(above):
                extract = protocol(*above)
                self.assertEqual([row.day for row in extract.rows], [None])
                self.assertEqual(codes(extract), [])

    def test_without_a_stage_the_level_is_not_known(self):
        extract = protocol("Протокол олимпиады «Эврика»", "05.12.2025")
        self.assertEqual((extract.rows, codes(extract)[:1]), ([], ["missing_value"]))
        extract = protocol("Протокол всероссийской олимпиады школьников", "05.12.2025")
        self.assertEqual((extract.rows, codes(extract)), ([], ["no_level"]))


class TestList(unittest.TestCase):
    HEADING = ["ФИО", "Класс", "Мероприятие", "Уровень", "Результат", "Дата"]

    def test_an_event_of_its_own_is_no_national_one(self):
        rows = [
            self.HEADING,
            ["Белов Олег Ильич", "9А", "Конкурс «Эврика»", "город", "1 место", "05.12.2025"],
            ["Белов Олег Ильич", "9А", "ВсОШ, физика", "школьный", "участие", "05.10.2025"],
            ["Белов Олег Ильич", "9А", "Конкурс «Эврика»", "город", "", "05.12.2025"],
        ]
        extract = read(book(rows), today=TODAY)
        self.assertEqual(
            [(row.is_national, row.level, row.result) for row in extract.rows],
            [(False, "municipal", "winner"), (True, "school", "participant")],
        )
        self.assertEqual([(one.code, one.row) for one in extract.problems], [("missing_value", 4)])
