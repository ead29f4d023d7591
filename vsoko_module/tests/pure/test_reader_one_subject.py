"""Marks of one subject: the title names it, the columns are terms."""

import unittest

from tools.readers import read
from tools.readers.refusals import Refused
from tools.readers.titles import read_titles
from vpr_files import book

PUPILS = ("Берёзкин Павел Ильич", "Осокина Вера Львовна")


def facts(extract):
    return [
        (row.name, row.subject, row.period.kind, row.period.number, row.value)
        for row in extract.rows
    ]


class TestOneSubject(unittest.TestCase):
    def test_terms_of_a_subject_named_after_a_preposition(self):
        title = ["Итоговые отметки по русскому языку, 5А класс, 2025/2026 учебный год"]
        heading = ["№", "ФИО", "1 четверть", "2 четверть", "Год"]
        found = read(
            book(Лист1=[title, heading, [1, PUPILS[0], 4, 5, 5], [2, PUPILS[1], 3, "", 3]])
        )
        self.assertEqual(
            facts(found),
            [
                (PUPILS[0], "Русский язык", "quarter", 1, 4),
                (PUPILS[0], "Русский язык", "quarter", 2, 5),
                (PUPILS[0], "Русский язык", "year", 1, 5),
                (PUPILS[1], "Русский язык", "quarter", 1, 3),
                (PUPILS[1], "Русский язык", "year", 1, 3),
            ],
        )
        self.assertEqual({str(row.class_name) for row in found.rows}, {"5А"})

    def test_one_term_in_the_title(self):
        title = ["Отметки по алгебре 8Б за 1 четверть"]
        found = read(book(Лист1=[title, ["№", "ФИО", "Отметка"], [1, PUPILS[0], 4]]))
        self.assertEqual(facts(found), [(PUPILS[0], "Алгебра", "quarter", 1, 4)])

    def test_a_label_comes_before_the_words(self):
        titles = read_titles([["Предмет: Геометрия"], ["Отметки по математике"]])
        self.assertEqual(titles.subject, "Геометрия")
        self.assertEqual(read_titles([["Отчёт по классам"]]).subject, "")

    def test_a_page_of_a_journal_is_refused_with_the_reason(self):
        title = ["Журнал. Математика. 5А"]
        for days in (("02.09", "05.09", "09.09"), ("02.09.2025", "05.09.2025", "09.09.2025")):
            heading = ["№", "ФИО", *days, "Итог"]
            rows = [[1, PUPILS[0], 4, "", 5, 5], [2, PUPILS[1], 3, 4, 4, 4]]
            with self.assertRaises(Refused) as refused:
                read(book(Лист1=[title, heading, *rows]))
            self.assertEqual(refused.exception.code, "journal_page")
