import unittest

from tools.readers import LAYOUTS, Refused
from tools.readers.sheet import Sheet


def refusal(layout, *rows):
    try:
        LAYOUTS[layout].extract([Sheet("Лист1", [list(row) for row in rows])], None)
    except Refused as refused:
        return refused
    return None


class TestRefusalNamesColumns(unittest.TestCase):
    def test_all_missing_columns_and_what_is_there(self):
        refused = refusal("load", ("Нагрузка",), ("№", "Учитель", "Дисциплина", "Кол-во"), (1,))
        self.assertEqual(refused.code, "layout_mismatch")
        self.assertEqual(refused.params["columns"], "«Класс», «Часов в неделю»")
        self.assertEqual(refused.params["found"], "«№», «Учитель», «Дисциплина», «Кол-во»")

    def test_a_file_without_any_known_heading(self):
        refused = refusal("contingent", ("Отряд",), ("Кто", "Когда", "Где"), ("а", "б", "в"))
        self.assertEqual(refused.params["columns"], "«ФИО», «Класс», «Дата рождения»")
        self.assertEqual(refused.params["found"], "«Кто», «Когда», «Где»")

    def test_results_of_works(self):
        refused = refusal("vpr_individual_results", ("Код участника", "Отметка", "Сумма"))
        self.assertEqual(refused.params["columns"], "«Первичный балл»")
        self.assertEqual(refused.params["found"], "«Код участника», «Отметка», «Сумма»")

    def test_a_sheet_without_texts(self):
        refused = refusal("class_ledger", (1, 2), (3, 4))
        self.assertEqual((refused.params["columns"], refused.params["found"]), ("«ФИО»", "—"))
