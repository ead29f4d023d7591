import unittest
from datetime import date

from test_reader_arrangement import TODAY, book
from tools.readers import Refused, read

FACTS = [["Предмет", "Физика"], ["Дата", "17.09.2025"], ["Класс", "9А"]]
TABLE = [
    ["№", "ФИО", "Присутствие", "Вариант", "Баллы за задания", "", "Итог"],
    ["", "", "", "", 1, 2, ""],
    ["", "", "", "", 1, 2.5, ""],
]
BELOV, KOTOVA = "Белов Олег Ильич", "Котова Вера Львовна"


def workbook(*rows, facts=(), plan=()):
    rows = rows or [(1, BELOV, "+", "", 1, 2, 3)]
    sheets = [[*FACTS, *map(list, facts)], [*TABLE, *map(list, rows)]]
    return read(book(*sheets, *([plan] if plan else [])), today=TODAY)


def codes(extract):
    return [(problem.code, problem.row) for problem in extract.problems]


class TestFacts(unittest.TestCase):
    def test_points_are_whole_where_nothing_else_is_said(self):
        for told, step in (("", 1), ("1", 1), ("0,5", 0.5), ("0.5", 0.5), (0.5, 0.5)):
            with self.subTest(told):
                self.assertEqual(workbook(facts=[("Шаг баллов", told)]).details.step, step)
        self.assertEqual(workbook().details.step, 1)

    def test_the_kind_of_work_is_told_by_its_words(self):
        for told, kind in (
            ("Входная работа", "initial"),
            ("Стартовая диагностика", "initial"),
            ("Тематический контроль", "thematic"),
            ("за 2 четверть", "term"),
            ("за 1 полугодие", "half"),
            ("Итоговая за год", "final"),
            ("Годовая работа", "final"),
            ("СтатГрад", "statgrad"),
            ("Метапредметная", "metasubject"),
            ("Срез знаний", "internal"),
            ("", "internal"),
        ):
            with self.subTest(told):
                work = workbook(facts=[("Тип работы", told)]).details
                self.assertEqual((work.procedure, work.title), (kind, told))

    def test_a_day_that_is_none_is_not_known(self):
        self.assertEqual(workbook().details.day, date(2025, 9, 17))
        other = [["Предмет", "Физика"], ["Дата", "осенью"]]
        table = [*TABLE, [1, BELOV, "+", "", 1, 2, 3]]
        self.assertIsNone(read(book(other, table), today=TODAY).details.day)

    def test_a_table_without_a_greatest_number_of_points_is_refused(self):
        table = [*TABLE[:2], ["", "", "", "", 1, "много", ""]]
        with self.assertRaises(Refused) as caught:
            read(book(FACTS, table), today=TODAY)
        self.assertIn("Баллы за задания", caught.exception.params["columns"])


class TestPlan(unittest.TestCase):
    def test_what_the_plan_tells_of_a_task(self):
        plan = [
            ["№ задания", "Уровень", "КЭС", "КПУ", "Тип ответа", "Баллы"],
            ["1", "Б", "1.1", "2.1", "краткий", 7],
            ["3", "В", "", "", "", 7],
            ["", "П", "1.1", "2.1", "", ""],
        ]
        first, second = workbook(plan=plan).details.tasks
        self.assertEqual((first.level, first.answer), ("basic", "short"))
        self.assertEqual((first.content, first.skill), (("1.1",), ("2.1",)))
        self.assertEqual((first.maximum, second.maximum), (1, 2.5), "those of the table")
        self.assertEqual((second.number, second.level, second.content), ("2", "", ()))


class TestRows(unittest.TestCase):
    def test_who_wrote_and_who_did_not(self):
        extract = workbook(
            (1, BELOV, "+", "1", 1, 2.5, 3.5),
            (2, KOTOVA, "н", "", "", "", ""),
            (3, "Седов Игорь Львович", "", "", 0, 1, 1),
            (4, "Лунина Ада Юрьевна", "", "", 0, "", ""),
            (5, "Орлов Пётр Ильич", "осв", "", 1, "", ""),
        )
        self.assertEqual(
            [(row.attendance, row.points) for row in extract.rows],
            [
                ("present", (1, 2.5)),
                ("absent", ()),
                ("present", (0, 1)),
                ("absent", ()),
                ("exempt", ()),
            ],
        )
        self.assertEqual(codes(extract), [("did_not_write", 7), ("points_of_absent", 8)])

    def test_rows_that_cannot_be_used(self):
        extract = workbook(
            (1, "итого", "+", "", 1, 2, 3),
            (2, BELOV, "болел", "", 1, 2, 3),
            (3, KOTOVA, "+", "", 1, 3, 4),
            (4, "", "", "", 1, 2, 3),
            (5, "", "", "", 0, "", 0),
        )
        self.assertEqual(extract.rows, [])
        self.assertEqual(
            codes(extract),
            [("not_a_name", 4), ("bad_attendance", 5), ("bad_points", 6), ("row_without_name", 7)],
        )

    def test_a_total_that_the_points_do_not_give_is_named(self):
        extract = workbook((1, BELOV, "+", "", 1, 2, 4), (2, KOTOVA, "+", "", 1, "", 1))
        self.assertEqual([row.points for row in extract.rows], [(1, 2), (1, None)])
        self.assertEqual(codes(extract), [("total_mismatch", 4)])
