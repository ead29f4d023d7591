import unittest

from tools.ratings import find_diagnostics, is_copy
from tools.sheets.barred import find_penalty


class TestSheetBarred(unittest.TestCase):
    def test_outer_diagnostics_are_found_in_any_spelling(self):
        for text in (
            "Результаты ВПР по математике",
            "средний балл впр",
            "В.П.Р., 5 класс",
            "В П Р",
            "BПP",
            "Всероссийские проверочные работы",
            "всероссийская\u00a0проверочная работа",
            "Участие в НИКО",
            "Национальные исследования качества образования",
            "Результаты PISA",
            "региональные диагностические работы",
        ):
            with self.subTest(text=text):
                self.assertTrue(find_diagnostics(text))
        self.assertTrue(find_diagnostics("Качество", None, "доля справившихся с ВПР"))

    def test_other_words_are_no_diagnostics(self):
        for text in (
            "Впрочем, любые результаты",
            "Подготовка к всероссийской олимпиаде школьников",
            "Классы Никольской школы",
            "Проверочные работы по темам",
            "",
            None,
        ):
            with self.subTest(text=text):
                self.assertIsNone(find_diagnostics(text))

    def test_a_penalty_is_no_criterion(self):
        self.assertTrue(find_penalty("Снятие баллов за дисциплинарное взыскание"))
        self.assertTrue(find_penalty("Наличие выговора"))
        self.assertIsNone(find_penalty("Нарушение сроков сдачи отчётов", None))


class TestCopies(unittest.TestCase):
    known = {"5А": 56.25, "5Б": 70, "5В": 41.7, "6А": 88.04, "6Б": None, "6В": 63.1}

    def test_a_figure_under_a_new_name_is_known_by_its_values(self):
        copy = {"5А": 56.3, "5Б": 70.0, "5В": 41.7, "6А": 88.0, "6В": 63.1, "7А": 12.0}
        self.assertTrue(is_copy(copy, self.known))
        self.assertTrue(is_copy({cell: 100 - value for cell, value in copy.items()}, self.known))
        self.assertTrue(is_copy({cell: value * 100 for cell, value in copy.items()}, copy))

    def test_one_other_cell_is_another_figure(self):
        other = {"5А": 56.3, "5Б": 70.0, "5В": 41.7, "6А": 88.0, "6В": 63.9}
        self.assertFalse(is_copy(other, self.known))

    def test_few_cells_or_few_values_prove_nothing(self):
        few = {"5А": 56.3, "5Б": 70.0, "5В": 41.7, "6А": 88.0}
        self.assertFalse(is_copy(few, self.known))
        full = dict.fromkeys(self.known, 100)
        self.assertFalse(is_copy(full, dict(full)))
        self.assertFalse(is_copy({}, self.known))
