"""Teaching loads as schools write them: tables of classes, lists of positions."""

import unittest
from datetime import date

from tools.readers import Refused, read
from vpr_files import book

TODAY = date(2026, 6, 1)
ORLOVA, SEDOV = "Орлова Анна Петровна", "Седов Игорь Львович"


def load_of(*rows):
    extract = read(book(Лист1=list(map(list, rows))), today=TODAY)
    assert extract.layout == "load", extract.layout
    return extract


def refusal(*rows):
    try:
        read(book(Лист1=list(map(list, rows))), today=TODAY)
    except Refused as refused:
        return refused.code
    return ""


def lessons(extract):
    return [
        (row.teacher.split(" ")[0], row.subject, str(row.class_name), row.hours)
        for row in extract.rows
    ]


def codes(extract):
    return [(problem.code, problem.row, problem.column) for problem in extract.problems]


class TestTableOfHours(unittest.TestCase):
    def test_teachers_and_subjects_in_rows(self):
        extract = load_of(
            ("Распределение учебной нагрузки на 2025-2026 учебный год",),
            ("№", "ФИО учителя", "Предмет", "5А", "5Б", "6 «А»", "Всего"),
            (1, ORLOVA, "Математика", 5, "", "1/2", 5.5),
            (2, SEDOV, "Физика", "-", "2 ч.", "1+1", 4),
            ("", "Итого", "", 5, 2, 2.5, 9.5),
        )
        self.assertEqual(
            lessons(extract),
            [
                ("Орлова", "Математика", "5А", 5),
                ("Орлова", "Математика", "6А", 0.5),
                ("Седов", "Физика", "5Б", 2),
                ("Седов", "Физика", "6А", 2),
            ],
        )
        self.assertEqual(extract.titles.year, 2025)
        self.assertEqual(codes(extract), [])

    def test_headings_of_several_lines(self):
        for lines, classes in (
            ((("Учитель", "Предмет", "Классы", "", ""), ("", "", "5А", "5Б", "6А")), "5А 5Б 6А"),
            ((("Учитель", "Предмет", "Классы", "", ""), ("", "", 5, 6, 7)), "5 6 7"),
            (
                (("Учитель", "Предмет", "5 класс", "", "6 класс"), ("", "", "А", "Б", "А")),
                "5А 5Б 6А",
            ),
            (
                (
                    ("Учитель", "Предмет", "Часы по классам", "", ""),
                    ("", "", "5 класс", "", "6 класс"),
                    ("", "", "А", "Б", "А"),
                ),
                "5А 5Б 6А",
            ),
        ):
            extract = load_of(*lines, (ORLOVA, "Физика", 1, 2, 3))
            with self.subTest(lines):
                found = [(str(row.class_name), row.hours) for row in extract.rows]
                self.assertEqual(found, list(zip(classes.split(), (1, 2, 3), strict=True)))
                self.assertEqual(codes(extract), [])

    def test_groups_of_a_class(self):
        above = load_of(
            ("Учитель", "Предмет", "5А", "", "5Б (1 гр.)"),
            ("", "", "1 гр.", "2 гр.", ""),
            (ORLOVA, "Английский язык", 3, "", 2),
            (SEDOV, "Английский язык", "", 3, ""),
        )
        self.assertEqual(
            [(str(row.class_name), row.group_name, row.hours) for row in above.rows],
            [("5А", "1 группа", 3), ("5Б", "1 группа", 2), ("5А", "2 группа", 3)],
        )

    def test_what_is_written_once(self):
        """A teacher over subjects, a subject over teachers, a teacher in a line of its own."""
        expected = [
            ("Орлова", "Алгебра", "5А", 1),
            ("Орлова", "Физика", "5Б", 2),
            ("Седов", "Физика", "5А", 3),
        ]
        heading = ("Учитель", "Предмет", "5А", "5Б")
        for rows in (
            [heading, (ORLOVA, "Алгебра", 1, ""), ("", "Физика", "", 2), (SEDOV, "Физика", 3, "")],
            [("Предмет", "ФИО", "5А", "5Б"), ("Алгебра", ORLOVA, 1, ""),
             ("Физика", ORLOVA, "", 2), ("", SEDOV, 3, "")],
            [heading, (ORLOVA, "", "", ""), ("", "Алгебра", 1, ""), ("", "Физика", "", 2),
             (SEDOV, "", "", ""), ("", "Физика", 3, "")],
        ):  # fmt: skip
            with self.subTest(rows):
                self.assertEqual(lessons(load_of(*rows)), expected)

    def test_the_second_half_of_a_year_is_named(self):
        extract = load_of(
            ("Учитель", "Предмет", "5А", "", "5Б", ""),
            ("", "", "1 полугодие", "2 полугодие", "1 полугодие", "2 полугодие"),
            (ORLOVA, "Физика", 1, 2, 1, 2),
            (SEDOV, "Химия", 1, 2, 1, 2),
        )
        self.assertEqual([row.hours for row in extract.rows], [1] * 4)
        self.assertEqual(codes(extract), [("unread_column", 2, 4), ("unread_column", 2, 6)])

    def test_a_new_teacher_needs_a_subject(self):
        extract = load_of(
            ("Учитель", "Предмет", "5А", "5Б"), (ORLOVA, "Физика", 1, 1), (SEDOV, "", 2, "")
        )
        self.assertEqual(len(extract.rows), 2)
        self.assertEqual(codes(extract), [("missing_value", 3, 2)])

    def test_one_bad_cell_takes_away_nothing_else(self):
        extract = load_of(
            ("Учитель", "Предмет", "5А", "5Б", "Кл. рук."),
            (ORLOVA, "Физика", "много", 2, "5А"),
            (SEDOV, "Химия", "", 0, ""),
            ("Вакансия", "Химия", 1, "", ""),
        )
        self.assertEqual(lessons(extract), [("Орлова", "Физика", "5Б", 2), ("", "Химия", "5А", 1)])
        self.assertEqual(
            codes(extract),
            [("bad_number", 2, 3), ("no_hours_in_classes", 3, 0), ("unread_cell", 2, 5)],
        )
        self.assertEqual(extract.losses, (frozenset(), 1))

    def test_what_is_no_load(self):
        for rows, code in (
            # marks of a report and points of tasks are no classes
            ((("Предмет", "Учитель", "5", "4", "3", "2"), ("Физика", ORLOVA, 5, 4, 3, 2)), None),
            ((("Предмет", "5А", "5Б"), ("Физика", 2, 2), ("Химия", 1, 1)), "unknown_layout"),
            ((("Учитель", "5А", "5Б"), (ORLOVA, 2, 2)), "load_without_subjects"),
            (
                (("ФИО обучающегося", "Класс", "Предмет", "Часы"), (ORLOVA, "5А", "Физика", 2)),
                "unknown_layout",
            ),
        ):
            with self.subTest(rows):
                self.assertEqual(refusal(*rows), code or "unknown_layout")


class TestTableOfTeachers(unittest.TestCase):
    def test_who_leads_what(self):
        extract = load_of(
            ("Кто ведёт", "", ""),
            ("Предмет", "5А", "5Б"),
            ("Физика", "Орлова А. П.", "Седов И. Л."),
            ("Английский язык", "Орлова А. П./Седов И. Л.", "вакансия"),
            ("Химия", "", "по выбору"),
        )
        self.assertEqual(
            lessons(extract),
            [
                ("Орлова", "Физика", "5А", None),
                ("Седов", "Физика", "5Б", None),
                ("Орлова", "Английский язык", "5А", None),
                ("Седов", "Английский язык", "5А", None),
                ("", "Английский язык", "5Б", None),
            ],
        )


class TestLists(unittest.TestCase):
    def test_a_list_of_positions_with_subjects_and_classes(self):
        extract = load_of(
            ("№ п/п", "Фамилия, имя, отчество", "Должность", "Категория", "Предмет", "Классы",
             "Часы"),
            (1, ORLOVA, "учитель", "первая", "Физика", "7А, 7Б; 8А", 2),
            ("", "", "", "", "Химия", "8А", 1),
        )  # fmt: skip
        self.assertEqual(
            lessons(extract),
            [("Орлова", "Физика", name, 2) for name in ("7А", "7Б", "8А")]
            + [("Орлова", "Химия", "8А", 1)],
        )
        self.assertEqual(codes(extract), [])

    def test_names_in_three_columns_and_no_hours(self):
        extract = load_of(
            ("Фамилия", "Имя", "Отчество", "Должность", "Предмет", "Класс"),
            ("Орлова", "Анна", "Петровна", "учитель", "Физика", "7А"),
        )
        self.assertEqual([row.teacher for row in extract.rows], [ORLOVA])
        self.assertEqual(codes(extract), [])

    def test_a_list_of_staff_stays_one(self):
        headings = ["ФИО", "Должность", "Предмет", "Класс", "Образование", "Дата рождения"]
        row = [ORLOVA, "учитель", "Физика", "7А", "высшее", "01.02.1980"]
        self.assertEqual(read(book(Лист1=[headings, row]), today=TODAY).layout, "staff")

    def test_hours_beside_several_classes(self):
        """Those of each; where one cell is too much for a class, their sum."""
        heading = ("Учитель", "Предмет", "Классы", "Часы")
        each = load_of(heading, (ORLOVA, "Физика", "7А, 7Б", 4), (ORLOVA, "Химия", "8А", 9))
        self.assertEqual([row.hours for row in each.rows], [4, 4, 9])
        self.assertEqual(codes(each), [])
        shared = load_of(heading, (ORLOVA, "Физика", "7А, 7Б", 4), (ORLOVA, "Химия", "8А, 8Б", 11))
        self.assertEqual([row.hours for row in shared.rows], [2, 2, 5.5, 5.5])
        self.assertEqual(codes(shared), [("hours_of_several", 3, 0)])
