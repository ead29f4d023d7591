import unittest

from tools.readers.arrangement import Use
from tools.readers.guessing import guess, guess_heading, guess_split_class
from tools.readers.meanings import BY_HEADING, GRADE, IGNORED, LETTER
from tools.readers.sheet import Sheet

NAMES = [
    f"Белова Анна {name}" for name in ("Ильинична", "Львовна", "Юрьевна", "Олеговна", "Петровна")
]
BORN = "04.03.2014"


def sheet(heading, *columns):
    """A sheet of a heading over columns of cells."""
    return Sheet("Лист1", [heading, *map(list, zip(*columns, strict=True))])


def fields(found):
    return {key: use.field for key, use in found.arrangement.columns.items()}


class TestClassInTwoColumns(unittest.TestCase):
    HEADING = ["ФИО", "Дата рождения", "Класс", "Литера", "Рост"]

    def found(self, classes, letters):
        return guess([sheet(self.HEADING, NAMES, [BORN] * 5, classes, letters, [140] * 5)])

    def test_a_number_beside_a_letter_is_a_grade(self):
        found = self.found([5] * 5, list("АБВГД"))
        self.assertEqual(
            fields(found),
            {"фио": "name", "дата рождения": "birthdate", "класс": GRADE, "литера": LETTER},
        )
        self.assertTrue(found.certain)

    def test_a_whole_class_stays_one(self):
        self.assertEqual(fields(self.found(["5А"] * 5, list("АБВГД")))["класс"], "class_name")

    def test_four_numbers_of_five_are_enough(self):
        for classes, field in ((["5А", 5, 5, 5, 5], GRADE), (["5А", "5Б", 5, 5, 5], "class_name")):
            with self.subTest(field):
                self.assertEqual(fields(self.found(classes, ["А"] * 5))["класс"], field)

    def test_a_layout_that_knows_the_table_is_asked_only_about_such_classes(self):
        split = sheet(self.HEADING, NAMES, [BORN] * 5, [5] * 5, ["А"] * 5, [140] * 5)
        self.assertEqual(fields(guess_split_class([split]))["класс"], GRADE)
        whole = sheet(self.HEADING[:3], NAMES, [BORN] * 5, ["5А"] * 5)
        self.assertIsNone(guess_split_class([whole]))
        self.assertIsNone(guess_split_class([]))


class TestCertainty(unittest.TestCase):
    def found(self, born, heading=("ФИО ребёнка", "Дата рождения", "Класс")):
        return guess([sheet(list(heading), NAMES, born, ["5А"] * 5)])

    def test_a_column_may_be_empty_and_what_stands_in_it_has_to_be_right(self):
        for born, certain in (
            ([""] * 5, True),
            ([BORN] * 4 + [""], True),
            ([BORN] * 4 + ["весной"], True),
            ([BORN] * 3 + ["весной"] * 2, False),
            (["весной"] * 5, False),
        ):
            with self.subTest(born):
                self.assertEqual(self.found(born).certain, certain)

    def test_a_second_line_has_to_tell_more(self):
        rows = [["ФИО ребёнка", "Дата рождения", "Класс"], ["", "(день, месяц, год)", ""]]
        rows += [[name, BORN, "5А"] for name in NAMES]
        self.assertEqual(guess([Sheet("Лист1", rows)]).arrangement.lines, 1)
        rows[:2] = [["Ребёнок", "", "Класс"], ["ФИО", "родился", ""]]
        self.assertEqual(guess([Sheet("Лист1", rows)]).arrangement.lines, 2)

    def test_a_heading_of_two_words_is_no_name(self):
        rows = [["Ребёнок", "", "Класс"], ["ФИО", "Дата рождения", ""]]
        rows += [[name, BORN, "5А"] for name in NAMES]
        found = guess([Sheet("Лист1", rows)]).arrangement
        self.assertEqual(found.lines, 2)
        self.assertEqual(
            [use.field for use in found.columns.values()], ["name", "birthdate", "class_name"]
        )

    def score(self, heading, *columns, layout="contingent"):
        found = guess([sheet(heading, *columns)], (layout,))
        return found and found.score

    def test_a_column_that_is_known_counts_one_and_one_that_is_missing_takes_two(self):
        born, classes, words = [BORN] * 5, ["5А"] * 5, ["да"] * 5
        heading = ["ФИО", "Дата рождения", "Класс", "Пол"]
        whole = self.score(heading, NAMES, born, classes, ["м"] * 5)
        self.assertEqual((whole, self.score(heading[:3], NAMES, born, classes)), (4, 3))
        self.assertEqual(self.score([*heading[:2], "Слово"], NAMES, born, words), 2 - 2)
        self.assertIsNone(self.score(["Пол", "Слово"], ["м"] * 5, words), "nothing that is needed")

    def test_of_columns_of_marks_three_count(self):
        heading = ["ФИО", "Алгебра", "Физика", "Химия", "Биология"]
        for count in (1, 2, 3, 4):
            columns = [[5, 4, 3, 4, 5]] * count
            found = self.score(heading[: count + 1], NAMES, *columns, layout="class_ledger")
            self.assertEqual(found, 1 + min(count, 3))

    def test_a_second_line_takes_a_half(self):
        rows = [["Ребёнок", "", "Класс"], ["ФИО", "родился", ""]]
        rows += [[name, BORN, "5А"] for name in NAMES]
        self.assertEqual(guess([Sheet("Лист1", rows)], ("contingent",)).score, 3 - 0.5)

    def test_nothing_like_a_table(self):
        for rows in ([], [["ФИО"]], [["Слово", "Дело"], ["раз", "два"]], [[1, 2], [3, 4]]):
            with self.subTest(rows):
                self.assertIsNone(guess([Sheet("Лист1", rows)]))


class TestCells(unittest.TestCase):
    def uses(self, heading, *columns, layout="contingent"):
        return guess_heading(sheet(heading, *columns).rows, 0, 1, layout)

    def test_names_dates_and_classes_tell_themselves(self):
        found = self.uses(["Кто", "Когда", "Куда"], NAMES, [BORN] * 4 + ["?"], ["5А"] * 5)
        self.assertEqual(found, [Use("name"), Use("birthdate"), Use("class_name")])
        found = self.uses(["Кто", "Когда", "Куда"], NAMES, [BORN] * 3 + ["?"] * 2, [5] * 5)
        self.assertEqual(found, [Use("name"), None, None], "a lone number may be anything")

    def test_row_numbers_and_totals_say_nothing(self):
        found = self.uses(["№", "Кто", "Итого"], [1, 2, 3, 4, 5], NAMES, [BORN] * 5)
        self.assertEqual([found[0], found[1]], [Use(IGNORED), Use("name")])

    def test_the_first_sixty_rows_are_looked_at(self):
        late = [["Кто", "Когда"], *([f"Белова Анна {number}", "?"] for number in range(60))]
        late += [["", BORN]] * 500
        self.assertIsNone(guess_heading(late, 0, 1, "contingent")[1])
        late[1:51] = [["", BORN]] * 50
        self.assertEqual(guess_heading(late, 0, 1, "contingent")[1], Use("birthdate"))

    def test_subjects_are_told_by_marks(self):
        heading = ["ФИО", "Алгебра", "Рост", "Средний балл"]
        found = self.uses(heading, NAMES, [5, 4, "н/а", 3, ""], [140] * 5, [4] * 5,
                          layout="class_ledger")  # fmt: skip
        self.assertEqual(found, [Use("name"), Use(BY_HEADING), None, Use(IGNORED)])


class TestTurnedOver(unittest.TestCase):
    def turned(self, *cells):
        rows = [["Предмет", *NAMES[:2]]]
        rows += [[f"Предмет {number}", *row] for number, row in enumerate(cells)]
        found = guess([Sheet("Лист1", rows)], ("class_ledger",))
        return bool(found) and found.arrangement.transposed

    def test_half_of_the_subjects_have_marks(self):
        marks, words = (5, 4), ("да", "да")
        self.assertTrue(self.turned(marks, words))
        self.assertTrue(self.turned(marks))
        self.assertFalse(self.turned(marks, words, words))
        self.assertFalse(self.turned(words))
