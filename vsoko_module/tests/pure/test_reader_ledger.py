"""Ledgers with the headings, rows and columns that schools really have."""

import unittest
from collections import Counter
from datetime import date

from reader_samples import SAMPLES, read_sample
from tools.readers import Refused, read_sheets
from tools.readers.layouts import class_ledger_year
from tools.readers.layouts.class_ledger import extract
from tools.readers.sheet import Sheet
from tools.readers.unread import name_unread

RUSSIAN, ENGLISH = "Русский язык", "Иностранный язык (английский)"
NAMES = ("Орлов Иван Ильич", "Белова Анна Львовна", "Котов Пётр Олегович")


def case(name):
    return read_sample(f"cases/{name}")


def told(read):
    return [(problem.code, problem.row, problem.column) for problem in read.problems]


def subjects(read):
    return dict(Counter(row.subject for row in read.rows))


def ledger(*rows, name="Лист1"):
    """``Extract`` of a sheet with the title of a ledger over the rows."""
    top = [["Сводная ведомость"], ["Класс: 9А"], ["Период: 1 четверть"], []]
    sheet = Sheet(name, [*top, *map(list, rows)])
    found = extract([sheet], date(2026, 6, 1))
    return found._replace(problems=name_unread([sheet], found.problems))


class TestShortRows(unittest.TestCase):
    def test_a_row_may_end_before_its_heading(self):
        head = ["ФИО", "Алгебра", "Химия", "Физика"]
        read = ledger(head, [NAMES[0], 5, 4, 3], [NAMES[1], 5, 4], [NAMES[2], 5])
        self.assertEqual(subjects(read), {"Алгебра": 3, "Химия": 2, "Физика": 1})
        self.assertEqual(told(read), [])

    def test_a_class_of_the_row_may_be_missing_at_its_end(self):
        read = ledger(["ФИО", "Алгебра", "Класс"], [NAMES[0], 5, "9Б"], [NAMES[1], 4])
        self.assertEqual([str(row.class_name) for row in read.rows], ["9Б", "9А"])


class TestColumnOfNoSubject(unittest.TestCase):
    def test_it_is_named_once_and_gives_no_marks(self):
        head = ["ФИО", "Алгебра", "2 четверть"]
        read = ledger(head, [NAMES[0], 5, 4], [NAMES[1], 4, 3])
        self.assertEqual(subjects(read), {"Алгебра": 2})
        self.assertEqual(told(read), [("no_subject", 5, 3)])
        empty = ledger(head, [NAMES[0], 5, ""], [NAMES[1], 4, ""])
        self.assertEqual((subjects(empty), told(empty)), ({"Алгебра": 2}, []))


class TestNameInParts(unittest.TestCase):
    def test_the_surname_may_stand_in_the_first_column(self):
        for head, row in (
            (["Фамилия", "Имя", "Алгебра"], ["Орлов", "Иван", 5]),
            (["Имя", "Фамилия", "Алгебра"], ["Иван", "Орлов", 5]),
            (["№", "Фамилия", "Имя", "Алгебра"], [1, "Орлов", "Иван", 5]),
        ):
            read = ledger(head, row)
            self.assertEqual(subjects(read), {"Алгебра": 1}, head)
            self.assertEqual({*read.rows[0].name.split()}, {"Орлов", "Иван"}, head)


class TestLedgerOfTheYear(unittest.TestCase):
    def test_it_wants_a_column_of_periods_which_a_term_has_not(self):
        rows = [["ФИО", "Алгебра", "Физика"], [NAMES[0], 5, 4], [NAMES[1], 4, 3]]
        self.assertEqual(len(extract([Sheet("9А", rows)], date(2026, 6, 1)).rows), 4)
        with self.assertRaises(Refused) as caught:
            class_ledger_year.extract([Sheet("9А", rows)], date(2026, 6, 1))
        self.assertIn("Период", str(caught.exception))


class TestColumnsOfOneSubject(unittest.TestCase):
    def test_a_merged_heading_over_two_groups(self):
        for name in ("C2f_merged_nosub", "C2d_groups_two_row", "C2_groups_same_name"):
            with self.subTest(name):
                read = case(f"03_merged_subject_heading/{name}.xlsx")
                self.assertEqual(subjects(read), {RUSSIAN: 5, ENGLISH: 5})
                self.assertEqual(told(read), [])

    def test_a_column_of_marks_without_a_heading_is_an_error(self):
        read = case("03_merged_subject_heading/C2h_no_heading.xlsx")
        self.assertEqual(subjects(read), {RUSSIAN: 5, "Алгебра": 5})
        self.assertEqual(told(read), [("nameless_marks", 6, 4)])
        self.assertEqual(read.problems[0].params["count"], 5)

    def test_the_mean_beside_the_mark_is_no_mark(self):
        read = case("03_merged_subject_heading/N3_mean_whole.xlsx")
        marks = [row.value for row in read.rows if row.subject == RUSSIAN]
        self.assertEqual((marks, told(read)), ([4, 5, 4, 3, 5], []))

    def test_columns_that_contradict_each_other_are_not_read(self):
        read = ledger(
            ["ФИО", "Физика", "Физика", "Химия"], [NAMES[0], 4, 5, 3], [NAMES[1], "", 3, 3]
        )
        self.assertEqual(subjects(read), {"Химия": 2})
        self.assertEqual(told(read), [("same_subject", 5, 2), ("same_subject", 5, 3)])

    def test_groups_by_number_and_by_teacher(self):
        for low in (["1 группа", "2 группа"], ["Котова А.П.", "Белов О. И."], ["гр. 1", "гр. 2"]):
            with self.subTest(low):
                read = ledger(
                    ["№", "Ученик", RUSSIAN, "Информатика", ""],
                    ["", "", "", *low],
                    [1, NAMES[0], 4, 5, ""],
                    [2, NAMES[1], 4, "", 3],
                )
                self.assertEqual(subjects(read), {RUSSIAN: 2, "Информатика": 2})
                self.assertEqual(told(read), [])


class TestPeriods(unittest.TestCase):
    def test_a_subject_over_quarters_and_the_year(self):
        read = case("03_merged_subject_heading/L2_subject_over_quarters.xlsx")
        periods = Counter((row.subject, row.period) for row in read.rows)
        self.assertEqual(set(periods.values()), {5})
        self.assertEqual(len(periods), 6)
        self.assertEqual(told(read), [])

    def test_one_subject_with_quarters_year_exam_and_final(self):
        read = case("07_year_ledger_exam_final/L1_subject_quarters.xlsx")
        self.assertEqual(set(subjects(read)), {"Алгебра"})
        kinds = Counter((row.period.kind, row.kind) for row in read.rows)
        self.assertEqual(
            kinds, {("quarter", "mark"): 20, ("year", "mark"): 5, ("year", "final"): 5}
        )
        self.assertEqual(told(read), [])

    def test_rows_of_exam_and_final_spoil_nothing(self):
        read = case("07_year_ledger_exam_final/C13_year_exam.xlsx")
        self.assertEqual(
            Counter(row.kind for row in read.rows), {"mark": 50, "exam": 10, "final": 10}
        )
        self.assertEqual(told(read), [])

    def test_an_unknown_row_is_named_once(self):
        read = ledger(
            ["ФИО", "Период", "Физика"],
            [NAMES[0], "1 четверть", 4],
            ["", "Сентябрь", 5],
            [NAMES[1], "1 четверть", 3],
            ["", "Сентябрь", 5],
        )
        self.assertEqual([row.value for row in read.rows], [4, 3])
        self.assertEqual(told(read), [("unknown_periods", 7, 2)])
        self.assertEqual(read.problems[0].params["count"], 2)

    def test_periods_over_subjects(self):
        read = ledger(
            ["ФИО", "1 четверть", "", "2 четверть", ""],
            ["", "Физика", "Химия", "Физика", "Химия"],
            [NAMES[0], 4, 5, 3, 4],
        )
        self.assertEqual(
            [(row.subject, row.period.number, row.value) for row in read.rows],
            [("Физика", 1, 4), ("Химия", 1, 5), ("Физика", 2, 3), ("Химия", 2, 4)],
        )

    def test_columns_of_periods_without_a_subject_are_named(self):
        read = ledger(["ФИО", "Физика", "Год"], [NAMES[0], 4, 5])
        self.assertEqual(told(read), [("no_subject", 5, 3)])


class TestColumnsBesideTheSubjects(unittest.TestCase):
    def test_they_are_named_once(self):
        read = case("13_surname_first_name/N4b_no_footers.xlsx")
        self.assertEqual(subjects(read), {RUSSIAN: 5, "Алгебра": 5})
        self.assertEqual(told(read), [("not_marks", 6, 6), ("not_marks", 6, 9)])
        self.assertEqual({problem.severity for problem in read.problems}, {"warning"})

    def test_an_unknown_column_of_texts_is_one_error(self):
        read = ledger(["ФИО", "Физика", "Кружок"], [NAMES[0], 4, "шахматы"], [NAMES[1], 5, "хор"])
        self.assertEqual(subjects(read), {"Физика": 2, "Кружок": 1})
        read = ledger(["ФИО", "Физика", "Кружок"], [NAMES[0], 4, "шахматы"], [NAMES[1], 5, "лыжи"])
        self.assertEqual(told(read), [("no_marks_in_column", 5, 3)])
        self.assertEqual(read.problems[0].severity, "error")

    def test_three_columns_of_a_name(self):
        read = case("13_surname_first_name/C1f_split_columns.xlsx")
        self.assertEqual(read.rows[0].name, "Бондаревский Тимур Андреевич")
        self.assertEqual((subjects(read), told(read)), ({RUSSIAN: 5, "Алгебра": 5}, []))

    def test_a_row_of_column_numbers_is_no_pupil(self):
        read = ledger(["№", "ФИО", "Физика"], [1, 2, 3], [1, NAMES[0], 4])
        self.assertEqual([row.name for row in read.rows], [NAMES[0]])
        self.assertEqual(told(read), [])


class TestRows(unittest.TestCase):
    def test_birth_dates_tell_namesakes_apart(self):
        read = case("16_namesakes/L7c_ledger_birth.xlsx")
        self.assertEqual(len(read.rows), 6)
        self.assertEqual(len({(row.name, row.birthdate) for row in read.rows}), 3)
        self.assertEqual(told(read), [])

    def test_rows_of_one_name_are_numbered(self):
        read = case("16_namesakes/L7b_ledger.xlsx")
        twins = {(row.name, row.row): row.twin for row in read.rows}
        name = "Тёзкин Иван Ильич"
        self.assertEqual(twins, {(name, 7): 1, (name, 8): 2, ("Другов Пётр Ильич", 9): 0})
        self.assertEqual(told(read), [])

    def test_totals_under_the_pupils(self):
        read = case("23_headings_and_names/C4_footers.xlsx")
        self.assertEqual((len(read.rows), told(read)), (10, []))

    def test_a_total_of_an_unknown_name_is_under_the_numbers(self):
        read = ledger(
            ["№", "ФИО", "Физика"], [1, NAMES[0], 4], [2, NAMES[1], 5], ["", "Резерв, %", 4]
        )
        self.assertEqual((len(read.rows), told(read)), (2, []))

    def test_a_pupil_called_as_a_total_has_a_number(self):
        read = ledger(["№", "ФИО", "Физика"], [1, "Качество Ян", 4], [2, NAMES[1], 5])
        self.assertEqual([row.name for row in read.rows], ["Качество Ян", NAMES[1]])

    def test_names_without_marks(self):
        read = ledger(["№", "ФИО", "Физика"], [1, NAMES[0], ""], [2, NAMES[1], ""])
        self.assertEqual((read.rows, told(read)), ([], [("no_marks", 0, 0)]))
        self.assertEqual(read.problems[0].params, {"count": 2})

    def test_words_for_marks(self):
        read = case("23_headings_and_names/C10_words.xlsx")
        self.assertEqual((len(read.rows), told(read)), (15, []))


class TestTitles(unittest.TestCase):
    def test_another_name_of_the_period(self):
        read = case("23_headings_and_names/C11_q1.xlsx")
        self.assertEqual((read.titles.period, read.titles.year), (("quarter", 1), 2025))

    def test_a_label_in_a_cell_of_its_own(self):
        rows = [["Сводная ведомость"], ["Класс:", "9А"], ["Период:", "II полугодие"], []]
        rows += [["ФИО", "Физика"], [NAMES[0], 4]]
        titles = extract([Sheet("Лист1", rows)], date(2026, 6, 1)).titles
        self.assertEqual((str(titles.class_name), titles.period), ("9А", ("half", 2)))

    def test_the_name_of_the_sheet_says_what_the_titles_do_not(self):
        rows = [["Сводная ведомость"], ["ФИО", "Физика"], [NAMES[0], 4]]
        row = extract([Sheet("9А", rows)], date(2026, 6, 1)).rows[0]
        self.assertEqual((str(row.class_name), row.period), ("9А", None))

    def test_long_lists_and_transposed_tables_are_no_ledgers(self):
        for name in ("L6_long", "C7_transposed"):
            content = (SAMPLES / "cases" / "30_other_layouts" / f"{name}.xlsx").read_bytes()
            with self.subTest(name), self.assertRaises(Refused):
                extract(read_sheets(content), None)


if __name__ == "__main__":
    unittest.main()
