import unittest

from tools.reports.order_1324 import rows

INDICATORS = {
    "1.9": ("Средний балл", "point", 1),
    "1.10": ("Неудовлетворительные результаты", "people", 0),
    "1.10%": ("Неудовлетворительные результаты", "percent", 1),
    "1.1": ("Общая численность", "people", 0),
    "library_copies": ("Экземпляры", "number", 0),
    "2.3": ("Электронный документооборот", "number", 0),
    "2.6": ("Площадь", "number", 2),
}
NBSP = "\u00a0"


def table(figures):
    return {line[0]: line for line in rows(INDICATORS, figures)}


class TestOrder1324(unittest.TestCase):
    def test_rows_follow_the_numbers_with_their_headings(self):
        found = [line[0] for line in rows(INDICATORS, {})]
        self.assertEqual(found, ["1", "1.1", "1.9", "1.10", "1.30", "2", "2.3", "2.6"])
        self.assertEqual(table({})["2"], ["2", "Инфраструктура", "", "", "", ""])

    def test_a_number_and_its_share_are_one_row(self):
        # 2 of 50 graduates are 4 %, a year before 3 of 40 were 7.5 %
        line = table({"1.10": (2, 3), "1.10%": (4.0, 7.5)})["1.10"]
        self.assertEqual(line[2:], ["человек/%", f"2/4,0{NBSP}%", f"3/7,5{NBSP}%", "−1"])

    def test_what_is_missing_is_said_and_is_not_zero(self):
        lines = table({"1.10": (0, None), "1.10%": (None, None)})
        self.assertEqual(lines["1.1"][3:], ["нет данных", "нет данных", ""])
        self.assertEqual(lines["1.10"][3:], ["0/нет данных", "нет данных", ""])

    def test_units_of_the_order(self):
        lines = table({"2.3": (1, 0), "2.6": (4.254, 4.25), "1.1": (1234, 1200)})
        self.assertEqual(lines["2.3"][2:], ["да/нет", "да", "нет", ""])
        self.assertEqual(lines["2.6"][2:], ["кв. м", "4,25", "4,25", "0,00"])
        self.assertEqual(lines["1.1"][2:], ["человек", f"1{NBSP}234", f"1{NBSP}200", "+34"])
