"""Report cards: the marks of one pupil under the name, one card or many."""

import unittest

from tools.readers import read
from tools.readers.layouts.report_card import pupil_of
from tools.readers.refusals import Refused
from vpr_files import book

HEADING = ["Предмет", "1 четверть", "2 четверть", "Год"]
PUPILS = ("Берёзкин Павел Ильич", "Осокина Вера Львовна")


def card(pupil, *marks, label="Ученик: ", school_class="Класс: 5А"):
    lines = [
        ["Табель успеваемости"],
        [f"{label}{pupil}"],
        [school_class],
        ["2025/2026 учебный год"],
    ]
    return [*lines, HEADING, *([f"Предмет {n}", *line] for n, line in enumerate(marks, start=1))]


def facts(extract):
    return [(row.name, row.subject, str(row.class_name), row.value) for row in extract.rows]


class TestCards(unittest.TestCase):
    FIRST = ((4, 5, 5), ("н/а", "", 3))

    def test_marks_of_terms_and_of_the_year(self):
        found = read(book(Лист1=card(PUPILS[0], *self.FIRST)))
        self.assertEqual(found.layout, "report_card")
        self.assertEqual(
            [
                (row.subject, row.period.kind, row.period.number, row.value)
                for row in found.rows[:3]
            ],
            [
                ("Предмет 1", "quarter", 1, 4),
                ("Предмет 1", "quarter", 2, 5),
                ("Предмет 1", "year", 1, 5),
            ],
        )
        # «н/а» is a state and no mark, an empty cell is nothing
        self.assertEqual([row.status for row in found.rows[3:]], ["not_attested", "graded"])
        self.assertEqual(
            {(row.name, str(row.class_name)) for row in found.rows}, {(PUPILS[0], "5А")}
        )
        self.assertEqual((found.titles.year, found.problems), (2025, ()))

    def test_exam_and_final_mark_of_the_year(self):
        heading = ["№", "Наименование предметов", "IV четверть", "Годовая", "Экзамен", "Итоговая"]
        title = [f"Ф.И.О. ученика: {PUPILS[0]}", "", "9А"]
        lines = [["Табель за 2025-2026 учебный год"], title, heading, [1, "Алгебра", 4, 4, 5, 5]]
        found = read(book(Лист1=lines))
        self.assertEqual(
            sorted((row.kind, row.period.kind, row.value) for row in found.rows),
            [
                ("exam", "year", 5),
                ("final", "year", 5),
                ("mark", "quarter", 4),
                ("mark", "year", 4),
            ],
        )
        self.assertEqual({row.name for row in found.rows}, {PUPILS[0]})

    def test_a_card_a_sheet_and_one_under_another(self):
        cards = [card(PUPILS[0], (4, 4, 4)), card(PUPILS[1], (3, 5, 4), school_class="Класс: 6Б")]
        wanted = [(PUPILS[0], "Предмет 1", "5А", 4)] * 3
        wanted += [(PUPILS[1], "Предмет 1", "6Б", mark) for mark in (3, 5, 4)]
        below = [*cards[0], [], *cards[1]]
        for file in (book(Первый=cards[0], Второй=cards[1]), book(Лист1=below)):
            self.assertEqual(facts(read(file)), wanted)

    def test_where_the_name_stands(self):
        for lines in (
            [["Ученик: Берёзкин Павел Ильич"]],
            [["Учащийся", "Берёзкин Павел Ильич"]],
            [["ФИО обучающегося"], ["Берёзкин Павел Ильич"]],
            [["Табель успеваемости"], ["Берёзкин Павел Ильич, 5А класс"]],
            [["Обучающаяся: Берёзкин Павел Ильич 5 «А» класс"]],
        ):
            with self.subTest(lines):
                self.assertEqual(pupil_of(lines), "Берёзкин Павел Ильич")
        self.assertEqual(
            pupil_of([["Ученица: Гасанова Лейла Рауф кызы"]]), "Гасанова Лейла Рауф кызы"
        )
        for lines in ([["Табель успеваемости"]], [["Классный руководитель: Орлова А. П."]], []):
            self.assertEqual(pupil_of(lines), "")

    def test_a_table_of_subjects_under_nobody_is_no_card(self):
        with self.assertRaises(Refused) as refused:
            read(book(Лист1=[["Итоги"], HEADING, ["Алгебра", 4, 4, 4]]))
        self.assertEqual(refused.exception.code, "unknown_layout")

    def test_a_bad_mark_is_named_and_leaves_the_others(self):
        found = read(book(Лист1=card(PUPILS[0], (4, 8, 5))))
        self.assertEqual([row.value for row in found.rows], [4, 5])
        self.assertEqual(
            [(one.code, one.row, one.column) for one in found.problems], [("bad_mark", 6, 3)]
        )

    def test_a_card_without_a_name_among_others_is_not_lost_in_silence(self):
        nameless = [["Табель успеваемости"], HEADING, ["Предмет 1", 2, 2, 2]]
        found = read(book(Первый=card(PUPILS[0], (4, 4, 4)), Второй=nameless))
        self.assertEqual(len(found.rows), 3)
        self.assertEqual({one.sheet for one in found.problems}, {"Второй"})
