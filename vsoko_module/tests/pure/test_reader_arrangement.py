import io
import unittest
from datetime import date

import xlsxwriter
from tools.readers import Refused, column_choice, read
from tools.readers.arrangement import Arrangement, Use
from tools.readers.meanings import BY_HEADING, IGNORED
from tools.readers.sheet import Sheet

TODAY = date(2026, 6, 1)


def book(*sheets):
    """An xlsx file; each sheet is a list of rows of texts and numbers."""
    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"in_memory": True})
    for rows in sheets:
        sheet = workbook.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    workbook.close()
    return content.getvalue()


PUPILS = [
    ["Список отряда"],
    [],
    ["№", "Кто", "Появился на свет", "Поток", "Буква потока", "Размер обуви"],
    [1, "Абрамцев Юрий Павлович", "04.03.2014", 5, "Б", 36],
    [2, "Лодыгина Вера Олеговна", "31.31.2014", 6, "А", 35],
]
ARRANGED = Arrangement(
    "contingent",
    {
        "№": Use(IGNORED),
        "#1": Use(IGNORED),
        "кто": Use("name"),
        "появился на свет": Use("birthdate"),
        "поток": Use("grade"),
        "буква потока": Use("letter"),
        "размер обуви": Use(IGNORED),
    },
)


def of_pupils(**changes):
    columns = {key: use for key, use in ARRANGED.columns.items() if key != "№"}
    return ARRANGED._replace(columns=columns | changes)


class TestArranged(unittest.TestCase):
    def test_a_list_with_headings_that_nobody_knows(self):
        extract = read(book(PUPILS), arrangement=of_pupils(), today=TODAY)
        (row,) = extract.rows
        self.assertEqual((extract.layout, row.name), ("contingent", "Абрамцев Юрий Павлович"))
        self.assertEqual((str(row.class_name), row.birthdate), ("5Б", date(2014, 3, 4)))

    def test_problems_have_the_places_of_the_file(self):
        extract = read(book(PUPILS), arrangement=of_pupils(), today=TODAY)
        places = [(one.code, one.row, one.column) for one in extract.problems]
        self.assertEqual(places, [("bad_date", 5, 3)])

    def test_a_column_that_nobody_spoke_of_is_named(self):
        rows = [
            [*row, *([text] if number > 1 else [])]
            for number, (row, text) in enumerate(
                zip(PUPILS, ["", "", "Рост", 140, 150], strict=True)
            )
        ]
        self.assertRaises(Refused, read, book(rows), today=TODAY)
        extract = read(book(rows), remembered=[of_pupils()], today=TODAY)
        named = [(one.row, one.column, one.text) for one in extract.problems if one.row == 4]
        self.assertEqual(named, [(4, 7, "140")])

    def test_another_heading_is_refused_with_what_is_missing(self):
        rows = [[*PUPILS[2][:4], "Отряд"], *PUPILS[3:]]
        with self.assertRaises(Refused) as caught:
            read(book(rows), arrangement=of_pupils(), today=TODAY)
        self.assertEqual(caught.exception.params["columns"], "«буква потока»")
        self.assertIn("«Отряд»", caught.exception.params["found"])


class TestGuess(unittest.TestCase):
    ROW = ["Абрамцев Юрий Павлович", "04.03.2014", 5, "Б"]

    def read(self, *heading, row=None):
        return read(book([list(heading), row or self.ROW]), today=TODAY)

    def test_a_class_in_two_columns(self):
        for grade, letter in (("Параллель", "Литера"), ("Класс", "Буква"), ("Класс", "Литера")):
            with self.subTest(grade):
                extract = self.read("Ф.И.О. ребёнка", "Дата рождения", grade, letter)
                self.assertEqual(str(extract.rows[0].class_name), "5Б")
                self.assertFalse([one for one in extract.problems if one.severity == "error"])

    def test_cells_that_are_not_what_the_heading_says(self):
        row = ["Абрамцев Юрий Павлович", "в марте", 5, "Б"]
        with self.assertRaises(Refused) as caught:
            self.read("Список детей", "Дата рождения", "Параллель", "Литера", row=row)
        self.assertIn("«Список детей»", caught.exception.params["found"])

    def test_a_row_of_data_is_no_part_of_the_heading(self):
        rows = [["Ученик", "Первое", "Второе"], ["Абрамцев Юрий Павлович", "1", "2"]]
        sheets = [Sheet("Лист1", [*rows, ["Лодыгина Вера Олеговна", "0", "2"]])]
        choice = column_choice.complete(sheets, column_choice.first_choice(sheets))
        self.assertEqual((choice.row, choice.lines), (0, 1))
        self.assertEqual(choice.uses[0], Use("name"))
        self.assertNotIn(Use("class_name"), choice.uses)

    def test_row_numbers_and_totals_are_no_subjects(self):
        sheet = Sheet("Лист1", [["№", "ФИО", "Химия", "Средний балл"]])
        sheet.rows += [[n, f"Лодыгина Вера {name}", 4, 4] for n, name in enumerate("АБВ", 1)]
        choice = column_choice.complete(
            [sheet], column_choice.LayoutChoice("class_ledger", 0, 0, 1, False, ())
        )
        self.assertEqual([use.field for use in choice.uses], [IGNORED, "name", BY_HEADING, IGNORED])

    def test_a_class_is_told_once_and_whole(self):
        def faults(*fields):
            uses = tuple(map(Use, fields))
            return [
                code
                for code, _label in column_choice.faults(
                    column_choice.LayoutChoice("contingent", 0, 0, 1, False, uses)
                )
            ]

        self.assertEqual(faults("name", "grade", "letter"), [])
        self.assertEqual(faults("name", "letter"), ["missing"])
        self.assertEqual(faults("name", "class_name", "grade"), ["twice"])

    def test_a_table_without_birth_dates_is_told_by_people(self):
        told = Arrangement("contingent", {"дитя": Use("name"), "отряд": Use("class_name")})
        rows = [["Дитя", "Отряд"], ["Абрамцев Юрий Павлович", "5Б"]]
        extract = read(book(rows), arrangement=told, today=TODAY)
        self.assertEqual([str(row.class_name) for row in extract.rows], ["5Б"])
        self.assertEqual([one.code for one in extract.problems], ["no_birthdate"])


class TestSignature(unittest.TestCase):
    def test_other_order_and_other_lines_above_are_the_same_heading(self):
        rows = [["Школа"], ["Утверждаю"], *([row[0], *row[:0:-1]] for row in PUPILS[2:])]
        extract = read(book(rows), remembered=[of_pupils()], today=TODAY)
        self.assertEqual([row.row for row in extract.rows], [4])
        self.assertEqual(str(extract.rows[0].class_name), "5Б")

    def test_it_does_not_depend_on_the_order(self):
        turned = Arrangement("contingent", dict(reversed(of_pupils().columns.items())))
        self.assertEqual(turned.signature, of_pupils().signature)
        self.assertNotEqual(of_pupils(кто=Use(IGNORED))._replace(lines=2), of_pupils())

    def test_subjects_of_a_ledger_are_no_part_of_it(self):
        ledger = [
            ["Класс: 5А", "", "Период: 1 четверть"],
            ["Дитя", "Алгебра", "Физика", "Поведение"],
            ["Новиков Илья Ильич", 5, 4, "хор."],
        ]
        told = Arrangement(
            "class_ledger",
            {"дитя": Use("name"), "поведение": Use(IGNORED), "химия": Use("by_heading")},
        )
        extract = read(book(ledger), remembered=[told], today=TODAY)
        self.assertEqual(
            [(row.subject, row.value) for row in extract.rows], [("Алгебра", 5), ("Физика", 4)]
        )
        self.assertFalse(extract.problems)

    def test_json_keeps_everything(self):
        told = of_pupils(кто=Use("name", "1=2"))._replace(lines=2, transposed=True)
        self.assertEqual(Arrangement.from_json(told.to_json()), told)


class TestTurnedOver(unittest.TestCase):
    LEDGER = [
        ["Класс: 9А"],
        ["Период: 1 четверть", "", "2025/2026"],
        ["№", "Предмет", "Бондаревский Тимур Андреевич", "Ведёркина Стефания Романовна"],
        [1, "Русский язык", 4, 5],
        [2, "Алгебра", "6", 3],
    ]

    def test_subjects_in_rows(self):
        extract = read(book(self.LEDGER), today=TODAY)
        marks = [
            (row.name[:4], row.subject, row.value, row.row, row.column) for row in extract.rows
        ]
        self.assertEqual(
            sorted(marks),
            [
                ("Бонд", "Русский язык", 4, 4, 3),
                ("Ведё", "Алгебра", 3, 5, 4),
                ("Ведё", "Русский язык", 5, 4, 4),
            ],
        )
        self.assertEqual(extract.titles.period.number, 1)

    def test_the_wrong_mark_is_named_where_it_stands(self):
        extract = read(book(self.LEDGER), today=TODAY)
        wrong = [
            (one.row, one.column, one.text) for one in extract.problems if one.code == "bad_mark"
        ]
        self.assertEqual(wrong, [(5, 3, "6")])

    def test_every_cell_is_accounted_for(self):
        rows = [*self.LEDGER, [], ["Экскурсия в музей"]]
        extract = read(book(rows), today=TODAY)
        self.assertIn((7, "Экскурсия в музей"), [(one.row, one.text) for one in extract.problems])


class TestLongList(unittest.TestCase):
    def test_periods_in_the_heading_and_names_written_once(self):
        rows = [
            ["Успеваемость 9А, 2025/2026"],
            ["ФИО", "Предмет", "1 четверть", "2 четверть", "Год"],
            ["Бондаревский Тимур Андреевич", "Алгебра", 4, 5, 5],
            ["", "Физика", 3, "-", "н/а"],
        ]
        extract = read(book(rows), today=TODAY)
        self.assertEqual(extract.layout, "marks_list")
        marks = [(row.name[:4], row.subject, row.period.kind, row.value) for row in extract.rows]
        self.assertEqual(len(marks), 5)
        self.assertIn(("Бонд", "Физика", "year", 0), marks)
        self.assertEqual({str(row.class_name) for row in extract.rows}, {"9А"})

    def test_an_empty_name_among_repeated_ones_is_not_guessed(self):
        rows = [
            ["ФИО", "Предмет", "Отметка"],
            ["Бондаревский Тимур Андреевич", "Алгебра", 4],
            ["Бондаревский Тимур Андреевич", "Физика", 4],
            ["", "Химия", 2],
        ]
        extract = read(book(rows), today=TODAY)
        self.assertEqual([row.subject for row in extract.rows], ["Алгебра", "Физика"])
        self.assertEqual([(one.code, one.row) for one in extract.problems], [("missing_value", 4)])

    def test_results_of_exams_are_no_marks_of_terms(self):
        rows = [
            ["ФИО", "Предмет", "Первичный балл", "Отметка"],
            ["Бондаревский Тимур Андреевич", "Химия", 20, 4],
        ]
        self.assertRaises(Refused, read, book(rows), today=TODAY)


class TestPointsByTask(unittest.TestCase):
    ROWS = [
        ["Ученик", "№1", "№2", "Сумма"],
        ["Бондаревский Тимур Андреевич", 1, 2, 3],
        ["Ведёркина Стефания Романовна", 1, 7, 8],
        ["Вербина Варвара Михайловна", "", "", ""],
    ]
    TOLD = Arrangement(
        "task_points",
        {
            "ученик": Use("name"),
            "1": Use("task", "1=1"),
            "2": Use("task", "2=2"),
            "сумма": Use("total"),
        },
    )

    def test_tasks_told_by_people(self):
        extract = read(book(self.ROWS), arrangement=self.TOLD, today=TODAY)
        self.assertEqual(
            [(task.number, task.maximum) for task in extract.details.tasks], [("1", 1), ("2", 2)]
        )
        self.assertEqual(
            [(row.points, row.attendance) for row in extract.rows],
            [((1, 2), "present"), ((), "absent")],
        )
        wrong = [
            (one.code, one.row, one.column) for one in extract.problems if one.severity == "error"
        ]
        self.assertEqual(wrong, [("bad_points", 3, 3)])

    def test_another_work_has_other_maxima_and_is_not_taken_for_this_one(self):
        self.assertRaises(Refused, read, book(self.ROWS), remembered=[self.TOLD], today=TODAY)
