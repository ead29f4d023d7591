import unittest

from tools.sheets.barred import find_diagnostics, find_penalty


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
