import unittest

from tools.reports.rating_tables import RatedBy, RatedLine, given, place_text
from tools.translation import plain
from work_samples import values

PARTS = (
    RatedBy("Успеваемость", 2, 50, 100, "Больше", "Акт"),
    RatedBy("Прогулы", 1, 0, 30, "Меньше", "Школа"),
)
LINES = (
    RatedLine("5А", "Выше", 70.5, 60, 81, 1, (1, 2), 25, contributions=(50, 20.5), kept=97.0,
              best=1, worst=2),
    RatedLine("5Б", "Средние", 61, 50, 72, 2, (1, 3), 24, contributions=(61, None)),
    RatedLine("5В", n=3, reason="Мало учеников", contributions=(None, None)),
    RatedLine("5Г", "Выше", 70.5, 60, 81, 1, (1, 2), 25, contributions=(50, 20.5), kept=0.0,
              best=1, worst=4),
)  # fmt: skip


def shown(lines=LINES, summary=("Лучших нет.",)):
    return given(lines, PARTS, summary, plain)


class TestRatingTables(unittest.TestCase):
    def test_groups_in_the_order_of_the_rating(self):
        table = shown()["rating_groups"]
        self.assertEqual(
            values(table),
            [["Выше", 2, "5А, 5Г"], ["Средние", 1, "5Б"], ["Not compared", 1, "5В"]],
        )
        self.assertEqual(table["sentences"], ["Лучших нет."])

    def test_a_place_stands_with_those_that_chance_leaves_open(self):
        self.assertEqual([place_text(line) for line in LINES[:3]], ["1 (1–2)", "2 (1–3)", ""])
        rows = values(shown()["rating_lines"])
        self.assertEqual(rows[0], ["5А", 70.5, 60, 81, "1 (1–2)", 25, ""])
        self.assertEqual(rows[2], ["5В", None, None, None, "", 3, "Мало учеников"])

    def test_contributions_and_the_index_that_they_add_up_to(self):
        table = shown()["rating_parts"]
        self.assertEqual(
            [one["title"] for one in table["columns"]],
            ["Who or what", "Успеваемость", "Прогулы", "Index"],
        )
        self.assertEqual(values(table)[1:3], [["5Б", 61, None, 61], ["5В", None, None, None]])

    def test_the_rule_is_told_as_it_was_set(self):
        rows = values(shown()["rating_rule"])
        self.assertEqual(rows[1], ["Прогулы", 1, 0, 30, "Меньше", "Школа"])

    def test_how_much_a_place_owes_to_the_weights_is_told_of_those_who_have_one(self):
        rows = values(shown()["rating_stability"])
        self.assertEqual(rows, [["5А", 1, 97, 1, 2], ["5Г", 1, 0, 1, 4]])
        self.assertNotIn("rating_stability", shown(LINES[1:3]))
