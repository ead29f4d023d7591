"""Tables of VPR with a column for each task or number of points, and planned results."""

import unittest

from tools.readers import read
from vpr_files import book

TITLES = (["ВПР 2026 Русский язык 4"], ["Дата: 21.04.2026"])
HEADING = ["Группы участников", "Кол-во ОО", "Кол-во участников"]
GROUPS = (
    ("Вся выборка", 34000, 1200000),
    ("Образцовая область", 700, 24000),
    ("Образцовый район", 21, 900),
    ("МБОУ «Школа № 3»", 1, 18),
)
LEVELS = ["country", "region", "municipality", "school"]


def table(title, columns, *rows):
    return read(book(Лист1=[[title], *TITLES, [*HEADING, *columns], *rows]))


def same(shares):
    return [[*group, *shares] for group in GROUPS]


def facts(found):
    return [(row.level, row.participants, row.shares) for row in found.rows]


class TestTasks(unittest.TestCase):
    def test_shares_of_tasks_with_a_line_of_greatest_points(self):
        for most in (["Макс. балл", "", "", 5, 3, 2], ["", "", "Макс балл", 5, 3, 2]):
            found = table("Выполнение заданий", ["1", "4K1", "5(2)"], most, *same([66.1, 0, 100]))
            with self.subTest(most[0]):
                self.assertEqual(found.layout, "vpr_task_shares")
                self.assertEqual([row.level for row in found.rows], LEVELS)
                told = {"all": {"1": 66.1, "4К1": 0.0, "5.2": 100.0}}
                self.assertEqual(found.rows[1].shares, {"task_shares": told})
                self.assertEqual(found.problems, ())
                self.assertEqual((found.details.subject, found.details.grade), ("Русский язык", 4))

    def test_numbers_of_tasks_may_be_numbers_and_are_no_marks(self):
        found = table("Выполнение заданий", [1, 2, 3, 4, 5], *same([10, 20, 30, 40, 50]))
        self.assertEqual(found.layout, "vpr_task_shares")
        self.assertEqual(found.rows[0].shares["task_shares"]["all"]["2"], 20)
        self.assertEqual(found.rows[0].figures, {})

    def test_who_got_each_mark(self):
        rows = []
        for group in GROUPS:
            rows.append([*group, "", ""])
            rows += [[f"Ср.% вып. уч. гр.баллов {mark}", 1, 9, mark * 10, mark] for mark in (2, 5)]
        found = table("Выполнение заданий группами участников", ["1", "2"], *rows)
        self.assertEqual([row.level for row in found.rows], LEVELS)
        shares = {"2": {"1": 20.0, "2": 2.0}, "5": {"1": 50.0, "2": 5.0}}
        self.assertEqual(found.rows[3].shares, {"task_shares": shares})
        self.assertEqual(found.rows[3].name, "МБОУ «Школа № 3»")
        self.assertEqual(found.problems, ())

    def test_an_empty_cell_is_no_share(self):
        found = table("Выполнение заданий", ["1", "2"], *same([50, ""]))
        self.assertEqual(found.rows[0].shares, {"task_shares": {"all": {"1": 50.0}}})
        self.assertEqual(len(found.rows), 4)

    def test_a_share_above_the_whole_is_named_with_its_place(self):
        rows = same([50, 40])
        rows[1][4] = 140
        found = table("Выполнение заданий", ["1", "2"], *rows)
        self.assertEqual(
            [(one.code, one.row, one.column, one.text) for one in found.problems],
            [("bad_share", 6, 5, "140")],
        )

    def test_a_mark_without_a_group_above_it_is_named(self):
        found = table("Выполнение заданий", ["1", "2"], ["Группа 2", 1, 9, 5, 6], *same([50, 40]))
        self.assertIn("unknown_group", [one.code for one in found.problems])
        self.assertEqual(found.rows[-1].shares, {"task_shares": {"all": {"1": 50.0, "2": 40.0}}})


class TestPoints(unittest.TestCase):
    def test_shares_of_points_are_no_marks(self):
        for columns in (range(8), [str(number) for number in range(8)]):
            found = table("Распределение первичных баллов", columns, *same(range(8)))
            self.assertEqual(found.layout, "vpr_point_shares")
            told = {str(number): float(number) for number in range(8)}
            self.assertEqual(found.rows[2].shares, {"point_shares": {"all": told}})
            self.assertEqual(found.rows[2].figures, {})
            self.assertEqual([row.level for row in found.rows], LEVELS)

    def test_marks_are_still_marks(self):
        for columns in (["2", "3", "4", "5"], [2, 3, 4, 5], ["«2»", "«3»", "«4»", "«5»"]):
            found = table("Статистика по отметкам", columns, *same([5, 30, 40, 25]))
            with self.subTest(columns):
                self.assertEqual(found.layout, "vpr_mark_statistics")
                self.assertEqual(found.rows[0].figures["share_2"], 5)
                self.assertEqual(found.rows[0].shares, {})


class TestPlannedResults(unittest.TestCase):
    HEADING = ("Блоки ПООП НОО", "Макс. балл", "Образцовая область", "МБОУ «Школа № 3»", "РФ")
    PEOPLE = ("", "", "24 000 уч.", "18 уч.", "1200000 уч.")

    def read(self, *rows, heading=HEADING):
        lines = [["Достижение планируемых результатов"], *TITLES, list(heading)]
        return read(book(Лист1=[*lines, *map(list, rows)]))

    def test_a_row_is_a_task_and_a_column_a_group(self):
        found = self.read(
            self.PEOPLE,
            ("1. Писать под диктовку", 5, 60, 55.56, 61),
            ("4K1. Списывать текст", 3, 88, 90, 89),
        )
        self.assertEqual(found.layout, "vpr_planned_results")
        self.assertEqual(
            facts(found),
            [
                ("region", 24000, {"task_shares": {"all": {"1": 60.0, "4К1": 88.0}}}),
                ("school", 18, {"task_shares": {"all": {"1": 55.56, "4К1": 90.0}}}),
                ("country", 1200000, {"task_shares": {"all": {"1": 61.0, "4К1": 89.0}}}),
            ],
        )
        self.assertEqual(
            found.details.texts, {"1": "Писать под диктовку", "4К1": "Списывать текст"}
        )
        self.assertEqual(
            [(task.number, task.maximum) for task in found.details.tasks], [("1", 5), ("4К1", 3)]
        )
        self.assertEqual(found.problems, ())

    def test_marks_after_headings_and_numbers_of_columns_under_them(self):
        heading = (*self.HEADING[:2], "Образцовая область*", "МБОУ «Школа № 3»:", "РФ")
        found = self.read(
            (1, 2, 3, 4, 5), self.PEOPLE, ("1. Писать", 5, 60, 50, 61), heading=heading
        )
        self.assertEqual(
            [(row.name, row.participants) for row in found.rows],
            [("Образцовая область", 24000), ("МБОУ «Школа № 3»", 18), ("РФ", 1200000)],
        )
        self.assertEqual(found.problems, ())

    def test_general_names_and_no_line_of_participants(self):
        heading = ("Проверяемые требования (умения)", "Макс балл", "Регион", "Город N", "ОО", "РФ")
        found = self.read(("2. Читать", 1, 10, 20, 30, 40), heading=heading)
        self.assertEqual(
            [(level, people) for level, people, _shares in facts(found)],
            [("region", 0), ("municipality", 0), ("school", 0), ("country", 0)],
        )

    def test_a_group_of_no_known_level_is_named_and_left_out(self):
        heading = (*self.HEADING[:2], "Кластер 7", "РФ")
        found = self.read(("1. Писать", 5, 60, 61), heading=heading)
        self.assertEqual([row.level for row in found.rows], ["country"])
        self.assertEqual(
            [(one.code, one.text, one.column) for one in found.problems],
            [("unknown_group_column", "Кластер 7", 3)],
        )

    def test_a_wrong_share_loses_its_task_alone(self):
        found = self.read(("1. Писать", 5, 60, -1, 61), ("2. Читать", 1, 10, 20, 30))
        self.assertEqual([(one.code, one.row) for one in found.problems], [("bad_share", 5)])
        self.assertEqual(found.rows[0].shares, {"task_shares": {"all": {"2": 10.0}}})
