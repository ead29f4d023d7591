import unittest

from tools.readers.cells import BadValue
from tools.readers.sheet import Sheet
from tools.readers.works import (
    FileTask,
    Notes,
    WorkRow,
    check_total,
    find_cell,
    find_tasks,
    guess_maxima,
    line_value,
    parse_attendance,
    parse_points,
    parse_scale,
    parse_work_mark,
    read_points,
    task_label,
)


def pupil(*points):
    return WorkRow("Лист1", 1, "Белов Олег Ильич", "", None, "present", points=points)


class TestPoints(unittest.TestCase):
    def test_from_nothing_to_the_maximum(self):
        for cell, points in ((0, 0), ("3", 3), (3.0, 3), ("", None), ("X", None), ("–", None)):
            with self.subTest(cell):
                self.assertEqual(parse_points(cell, 3), points)
        for cell in (-1, 4, 1.5, "много", True):
            with self.subTest(cell):
                self.assertRaises(BadValue, parse_points, cell, 3)

    def test_halves_where_the_work_gives_them(self):
        self.assertEqual(parse_points("2,5", 3, 0.5), 2.5)
        self.assertRaises(BadValue, parse_points, 2.25, 3, 0.5)
        self.assertRaises(BadValue, parse_points, 3.5, 3, 0.5)

    def test_without_a_maximum_no_task_gives_more_than_sixty(self):
        self.assertEqual(parse_points(60, 0), 60)
        self.assertRaises(BadValue, parse_points, 61, 0)

    def test_the_best_points_stand_for_a_maximum_that_is_not_told(self):
        tasks = (FileTask("1", 2), FileTask("2", 0), FileTask("3", 0), FileTask("4", 0))
        rows = [pupil(0, 3, None, 0), pupil(), pupil(1, 4, None, 0)]
        found = guess_maxima(tasks, rows)
        self.assertEqual([task.maximum for task in found], [2, 4, 1, 1])
        self.assertEqual([task.guessed for task in found], [False, True, True, True])
        self.assertEqual(guess_maxima(tasks[1:2], [])[0].maximum, 1)

    def test_marks_and_attendance(self):
        self.assertEqual(
            [parse_work_mark(cell) for cell in (2, "5", 1, 6, "")], [2, 5, *[None] * 3]
        )
        self.assertEqual(parse_attendance(" НБ "), "absent")
        self.assertEqual(parse_attendance(None), "")
        self.assertRaises(BadValue, parse_attendance, "болел")


class TestTasks(unittest.TestCase):
    def test_a_heading_among_tasks_is_a_task(self):
        found = find_tasks(["ФИО", "1 (1б)", "2", "3К1 (2,5 балла)", "Итог", "4"])
        self.assertEqual({place: task[:2] for place, task in found.items()},
                         {1: ("1", 1), 2: ("2", 0), 3: ("3К1", 2.5)})  # fmt: skip
        self.assertEqual(find_tasks(["ФИО", "1", "2"]), {})

    def test_two_tasks_never_share_a_number(self):
        found = find_tasks(["1 (1б)", "1 (1б)", "2 (1б)", "1 (1б)"])
        self.assertEqual([task.number for task in found.values()], ["1", "1-2", "2", "1-3"])

    def test_one_spelling_of_a_number(self):
        for text, label in (("9(1)", "9.1"), ("11.3 k1", "11.3К1"), ("4,2", "4.2"), ("5a", "5А")):
            self.assertEqual(task_label(text), label)

    def test_the_scale_is_told_from_the_lowest(self):
        self.assertEqual(
            parse_scale("«5» — 8–9; «2» — 0–3; 4: 6-7; «3» — 4–5"), ((0, 2), (4, 3), (6, 4), (8, 5))
        )
        self.assertEqual(parse_scale("без отметки"), ())


class TestPlaces(unittest.TestCase):
    ROWS = [["Предмет: Физика: 9", 7], ["", "Класс"], ["Класс", "Предмет"]]

    def test_the_first_cell_counts(self):
        self.assertEqual(find_cell(self.ROWS, "класс"), (1, 1))
        self.assertEqual(find_cell(self.ROWS, "предмет"), (2, 1))
        self.assertIsNone(find_cell(self.ROWS, "учитель"))

    def test_the_text_after_a_label(self):
        self.assertEqual(line_value(self.ROWS, "предмет"), "Физика: 9")
        self.assertEqual(line_value(self.ROWS, "учитель"), "")


class TestNotes(unittest.TestCase):
    def setUp(self):
        self.sheet = Sheet("Лист1", [["Белов"], ["Котова"]])
        self.notes = Notes(self.sheet)

    def lost(self):
        return sorted(self.sheet.account.lost)

    def test_before_the_first_row_the_whole_sheet_is_meant(self):
        self.notes.note("bad_points", task="1", max=2)
        (problem,) = self.notes.problems
        self.assertEqual((problem.sheet, problem.row, problem.column), ("Лист1", 0, 0))
        self.assertEqual(self.lost(), [])

    def test_an_error_loses_its_row_and_a_warning_does_not(self):
        self.notes.row = 2
        self.notes.note("total_mismatch", 0, "4", total="4", points=3)
        self.assertEqual(self.lost(), [])
        self.notes.note("bad_points", 0, "4", task="1", max=2)
        self.assertEqual(self.lost(), [1])
        self.assertEqual([(one.row, one.column) for one in self.notes.problems], [(2, 1), (2, 1)])

    def test_guessed_tasks_are_said_of_the_sheet(self):
        self.notes.row = 2
        self.notes.report_guessed([FileTask("1", 1, guessed=True), FileTask("2", 1)])
        (problem,) = self.notes.problems
        self.assertEqual((problem.code, problem.row), ("guessed_maximum", 0))
        self.assertEqual(problem.params["tasks"], "1")
        self.notes.report_guessed([FileTask("2", 1)])
        self.assertEqual(len(self.notes.problems), 1)

    def test_a_row_has_its_points_or_none(self):
        self.notes.row = 1
        tasks = {1: FileTask("1", 1), 3: FileTask("2", 0)}
        self.assertEqual(read_points(self.notes, ["Белов", 1], tasks), (1, None))
        self.assertIsNone(read_points(self.notes, ["Белов", 2, "", 61], tasks))
        self.assertEqual([one.params["max"] for one in self.notes.problems], [1, 60])
        self.assertEqual([one.column for one in self.notes.problems], [2, 4])

    def test_a_total_is_compared_with_the_points_that_there_are(self):
        for cell in (3, "3,0", "", None):
            check_total(self.notes, cell, 4, (1, None, 2))
        self.assertEqual(self.notes.problems, [])
        for cell in (2, "три"):
            check_total(self.notes, cell, 4, (1, None, 2))
        self.assertEqual([one.column for one in self.notes.problems], [5, 5])
