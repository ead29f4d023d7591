import unittest

from test_reader_arrangement import TODAY
from tools.readers import column_choice
from tools.readers.arrangement import Arrangement, Use, column_keys, find_headings
from tools.readers.column_choice import LayoutChoice, read_choice
from tools.readers.meanings import BY_HEADING, IGNORED
from tools.readers.sheet import Sheet

BELOV, KOTOVA = "Белов Олег Ильич", "Котова Вера Львовна"
LEDGER = [
    ["Класс: 5А", "", "Период: 1 четверть"],
    ["Дитя", "Алгебра", "Физика"],
    [BELOV, 5, "н/а"],
    [KOTOVA, "осв", "зач"],
]


def sent(**changes):
    """What the page sends of a list of children."""
    return {
        "layout": "contingent",
        "sheet": 0,
        "row": 0,
        "lines": 1,
        "transposed": False,
        "uses": [["name", ""], ["class_name", ""]],
    } | changes


class TestSent(unittest.TestCase):
    SHEETS = (Sheet("Лист1", []), Sheet("Лист2", []))

    def test_what_the_page_sends_is_taken_up_to_its_borders(self):
        for values in (
            sent(),
            sent(sheet=1, row=39, lines=3),
            sent(uses=[[IGNORED, "я" * 80]]),
            sent(uses=[]),
            sent(layout="class_ledger", uses=[["name", ""], [BY_HEADING, ""]]),
        ):
            with self.subTest(values):
                choice = read_choice(values, self.SHEETS)
                self.assertEqual((choice.sheet, choice.row), (values["sheet"], values["row"]))
                self.assertEqual(choice.uses, tuple(Use(*use) for use in values["uses"]))

    def test_what_no_page_sends_is_none(self):
        for values in (
            sent(sheet=2),
            sent(sheet=-1),
            sent(row=40),
            sent(row=-1),
            sent(lines=0),
            sent(lines=4),
            sent(layout="unknown"),
            sent(uses=[["subject", ""]]),
            sent(uses=[[BY_HEADING, ""]]),
            sent(uses=[[IGNORED, "я" * 81]]),
            sent(uses=[["name"]]),
            sent(uses=None),
            sent(row="первая"),
            {},
        ):
            with self.subTest(values):
                self.assertIsNone(read_choice(values, self.SHEETS))

    def test_no_table_has_more_columns_than_a_sheet(self):
        choice = read_choice(sent(uses=[[IGNORED, ""]] * 1001), self.SHEETS)
        self.assertEqual(len(choice.uses), 1000)


class TestShown(unittest.TestCase):
    def choice(self, layout, *fields, **changes):
        uses = tuple(use if isinstance(use, Use) else Use(use) for use in fields)
        return LayoutChoice(layout, 0, 0, 1, False, uses)._replace(**changes)

    def preview(self, rows, choice):
        return column_choice.preview([Sheet("Лист1", [list(row) for row in rows])], choice, TODAY)

    def test_marks_are_shown_as_they_are_understood(self):
        choice = self.choice("class_ledger", "name", BY_HEADING, BY_HEADING, row=1)
        labels, texts, problems = self.preview(LEDGER, choice)
        self.assertEqual(labels, ["ФИО", "Предмет", "Класс", "Отметка"])
        self.assertEqual(
            [(row[0], row[1], row[-1]) for row in texts],
            [
                (BELOV, "Алгебра", "5"),
                (BELOV, "Физика", "н/а"),
                (KOTOVA, "Алгебра", "осв"),
                (KOTOVA, "Физика", "зач"),
            ],
        )
        self.assertFalse(problems)

    def test_points_by_task_are_shown_with_gaps(self):
        rows = [["Ученик", "№1", "№2"], [BELOV, 1, 2], [KOTOVA, 0, ""]]
        task = [Use("task", f"{number}={number}") for number in (1, 2)]
        labels, texts, _problems = self.preview(rows, self.choice("task_points", "name", *task))
        points = labels.index("Баллы по заданиям")
        self.assertEqual([row[points] for row in texts], ["1, 2", "0, –"])

    def test_eight_rows_are_shown(self):
        rows = [["Дитя", "Отряд"], *([f"Белова Анна {part}", "5Б"] for part in "АБВГДЕЖЗИ")]
        _labels, texts, _problems = self.preview(
            rows, self.choice("contingent", "name", "class_name")
        )
        self.assertEqual([len(texts), texts[0][:2]], [8, ["Белова Анна А", "5Б"]])

    def test_a_table_is_shown_in_one_width(self):
        rows = [[], [1], ["я" * 61, "", "b"], *([["", ""]] * 40)]
        shown = column_choice.table([Sheet("Лист1", rows)], self.choice("contingent"))
        self.assertEqual(len(shown), 30)
        self.assertEqual(shown[0], ["", "", ""])
        self.assertEqual(shown[2], ["я" * 60, "", "b"])
        wide = column_choice.table([Sheet("Лист1", [[1] * 61])], self.choice("contingent"))
        self.assertEqual(len(wide[0]), 60)
        self.assertEqual(column_choice.table([Sheet("Лист1", [])], self.choice("contingent")), [])


class TestFaults(unittest.TestCase):
    def faults(self, layout, *uses):
        uses = tuple(use if isinstance(use, Use) else Use(use) for use in uses)
        return list(column_choice.faults(LayoutChoice(layout, 0, 0, 1, False, uses)))

    def test_a_column_that_is_needed(self):
        self.assertEqual(self.faults("contingent"), [("missing", "ФИО» / «Фамилия")])
        self.assertEqual(self.faults("class_ledger", "surname"), [])
        self.assertEqual(self.faults("class_ledger_year", "name"), [("missing", "Период")])
        self.assertEqual(self.faults("staff", "name"), [("missing", "Должность")])

    def test_what_must_be_told_besides(self):
        for text, is_fine in (("1=2", True), ("2.1 = 100", True), ("1", False), ("1=1000", False)):
            with self.subTest(text):
                found = self.faults("task_points", "name", Use("task", text))
                self.assertEqual(found, [] if is_fine else [("parameter", "Балл за задание")])
        self.assertEqual(
            self.faults("class_ledger", "name", "subject"), [("parameter", "Отметки по предмету")]
        )

    def test_a_period_is_told_by_its_name_or_not_at_all(self):
        for text, is_fine in (("", True), ("4 четверть", True), ("5 четверть", False)):
            with self.subTest(text):
                found = self.faults("marks_list", "name", "subject", Use("mark", text))
                self.assertEqual(found, [] if is_fine else [("parameter", "Отметка")])

    def test_several_columns_of_one_meaning(self):
        chemistry, physics = Use("subject", "Химия"), Use("subject", "Физика")
        self.assertEqual(self.faults("class_ledger", "name", chemistry, physics), [])
        self.assertEqual(self.faults("class_ledger", "name", "name"), [("twice", "ФИО")])


class TestFirstChoice(unittest.TestCase):
    def first(self, rows, *remembered):
        return column_choice.first_choice([Sheet("Лист1", rows)], remembered)

    def test_what_was_told_before_comes_back_with_columns_that_are_new(self):
        told = Arrangement("contingent", {"дитя": Use("name"), "отряд": Use("class_name")})
        rows = [["Лагерь"], ["Отряд", "Дитя", "Рост"], ["5Б", BELOV, 140]]
        choice = self.first(rows, told)
        self.assertEqual((choice.layout, choice.row), ("contingent", 1))
        self.assertEqual(choice.uses, (Use("class_name"), Use("name"), Use(IGNORED)))

    def test_where_nothing_is_known_the_fullest_of_the_first_rows_is_shown(self):
        choice = self.first([["а"], ["б", "в"], [1, 2, 3], ["г", "д"]])
        self.assertEqual((choice.layout, choice.row, choice.uses), ("contingent", 1, ()))
        self.assertEqual(self.first([]).row, 0)

    def test_uses_are_made_as_many_as_columns(self):
        sheets = [Sheet("Лист1", [["Дитя", "Отряд", "Рост"], [BELOV, "5Б", 140]])]
        for told in (1, 3, 4):
            choice = LayoutChoice("contingent", 0, 0, 1, False, (Use("name"),) * told)
            uses = column_choice.complete(sheets, choice).uses
            self.assertEqual(len(uses), 3)
            self.assertEqual(uses.count(Use(IGNORED)), max(3 - told, 0))


class TestHeadings(unittest.TestCase):
    def test_a_heading_that_is_repeated_is_found_again(self):
        told = Arrangement("contingent", {"дитя": Use("name"), "отряд": Use("class_name")})
        full = ["Дитя", "Отряд"]
        rows = [full, [BELOV, "5Б"], ["Отряд", "Дитя"], full, [KOTOVA, "5В"], full]
        self.assertEqual(find_headings(Sheet("Лист1", rows), told), [0, 3, 5])
        gap = Arrangement("contingent", {"#1": Use(IGNORED), **told.columns})
        rows = [["", *full], ["", BELOV, "5Б"], ["", *full]]
        self.assertEqual(find_headings(Sheet("Лист1", rows), gap), [0, 2])
        self.assertEqual(find_headings(Sheet("Лист1", [["Ученик"]]), told), [])

    def test_the_fortieth_row_is_the_last_that_may_be_a_heading(self):
        told = Arrangement("contingent", {"дитя": Use("name")})
        for above, found in ((39, [39]), (40, [])):
            rows = [*([["Лагерь"]] * above), ["Дитя"], [BELOV]]
            self.assertEqual(find_headings(Sheet("Лист1", rows), told), found)

    def test_columns_without_a_text_of_their_own_are_told_apart(self):
        rows = [["Балл", "", "Балл", "Итог", ""], ["1", "2", "", "за год", ""]]
        self.assertEqual(column_keys(rows, 0, 1), ["балл", "#2", "балл #2", "итог"])
        self.assertEqual(column_keys(rows, 0, 2), ["балл 1", "2", "балл", "итог за год"])
        self.assertEqual(column_keys([], 0, 1), [])


class TestStored(unittest.TestCase):
    TOLD = Arrangement("contingent", {"дитя": Use("name")})

    def changed(self, **changes):
        return self.TOLD._replace(**changes).to_json()

    def test_people_can_read_what_was_told(self):
        self.assertIn("дитя", self.TOLD.to_json())

    def test_what_is_at_its_border_is_taken_and_what_is_beyond_is_not(self):
        many = {f"к{number}": Use(IGNORED) for number in range(1000)}
        for fine, wrong in (
            ({"lines": 1}, {"lines": 0}),
            ({"lines": 3}, {"lines": 4}),
            ({"columns": {"а": Use("name")}}, {"columns": {}}),
            ({"columns": many}, {"columns": many | {"ещё": Use(IGNORED)}}),
            (
                {"columns": {"а": Use(IGNORED, "я" * 80)}},
                {"columns": {"а": Use(IGNORED, "я" * 81)}},
            ),
            ({"columns": {"а": Use("class_name")}}, {"columns": {"а": Use("subject")}}),
            ({"layout": "staff"}, {"layout": "unknown"}),
        ):
            with self.subTest(wrong=str(wrong)[:60]):
                self.assertIsNotNone(Arrangement.from_json(self.changed(**fine)))
                self.assertIsNone(Arrangement.from_json(self.changed(**wrong)))

    def test_what_is_no_arrangement(self):
        for text in ("", "{}", "[]", "null", '["contingent", [["а"]], 1, false]', None):
            with self.subTest(text):
                self.assertIsNone(Arrangement.from_json(text))
