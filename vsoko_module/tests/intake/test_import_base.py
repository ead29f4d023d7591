import io
from datetime import date

import xlsxwriter

from odoo.tests import tagged

from .common import ImportCase

PUPILS = ("№", "ФИО", "Дата рождения", "Пол", "Класс", "Дата зачисления", "Дата выбытия")
MOVES = ("Дата", "ФИО", "Вид движения", "Из класса", "В класс", "Приказ")
LOAD = ("Учитель", "Предмет", "Класс", "Часов в неделю", "С", "По", "Группа")


def workbook(**sheets):
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for index, row in enumerate(rows):
                sheet.write_row(index, 0, row)
    return target.getvalue()


def pupil(name, school_class, birth="01.02.2014", start="01.09.2020", end=""):
    return ("", name, birth, "М", school_class, start, end)


@tagged("post_install", "-at_install")
class TestImportBase(ImportCase):
    """Lists of pupils and the teaching load: moves, namesakes, corrections."""

    def load_pupils(self, *pupils, moves=()):
        record = self.upload(
            "pupils.xlsx", workbook(Контингент=[PUPILS, *pupils], Движение=[MOVES, *moves])
        )
        record._load()
        return record

    def spells(self, name):
        pupil = self.env["vsoko.student"].search([("name", "=", name)])
        enrolments = pupil.enrolment_ids.sorted("date_from")
        return [(one.class_id.name, one.date_from, one.date_to, one.reason) for one in enrolments]

    def test_moves_between_classes(self):
        name = "Белов Олег Ильич"
        self.load_pupils(
            pupil(name, "5Б"), moves=[("10.11.2025", name, "перевод", "5А", "5Б", "7-у")]
        )
        moved, start = date(2025, 11, 10), date(2025, 9, 1)
        self.assertEqual(
            self.spells(name),
            [("5А", start, moved, "transfer"), ("5Б", moved, False, False)],
        )

    def test_a_move_that_is_not_explained(self):
        name = "Белов Олег Ильич"
        self.load_pupils(pupil(name, "5А"))
        record = self.upload("b.xlsx", workbook(A=[PUPILS, pupil(name, "5Б")]))
        record.action_check()
        self.assertEqual(self.counts(record), (0, 0, 0, 1))
        self.assertIn("Движение", record.issue_ids.message)
        moves = [("10.11.2025", name, "перевод", "5А", "5Б", "")]
        again = self.load_pupils(pupil(name, "5Б"), moves=moves)
        self.assertEqual(self.counts(again), (0, 1, 0, 0))
        self.assertEqual([spell[0] for spell in self.spells(name)], ["5А", "5Б"])
        # a list without the sheet of movement does not spoil what is known
        self.assertEqual(self.counts(self.load_pupils(pupil(name, "5Б"), moves=[])), (0, 0, 1, 0))

    def test_a_departure_closes_the_enrolment_and_undo_opens_it(self):
        name = "Белов Олег Ильич"
        self.load_pupils(pupil(name, "5А"))
        record = self.load_pupils(pupil(name, "5А", end="20.02.2026"))
        self.assertEqual(self.spells(name), [("5А", date(2025, 9, 1), date(2026, 2, 20), "left")])
        record._undo()
        self.assertEqual(self.spells(name), [("5А", date(2025, 9, 1), False, False)])

    def test_who_left_before_the_year_is_not_enrolled(self):
        self.load_pupils(pupil("Белов Олег Ильич", "5А", end="20.06.2025"))
        self.assertEqual(self.spells("Белов Олег Ильич"), [])

    def test_namesakes_differ_by_birthdate(self):
        name = "Белов Олег Ильич"
        record = self.load_pupils(pupil(name, "5А"), pupil(name, "5А", birth="03.04.2015"))
        self.assertEqual(self.counts(record), (2, 0, 0, 0))
        again = self.load_pupils(pupil(name, "5А", birth="03.04.2015"))
        self.assertEqual(self.counts(again), (0, 0, 1, 0))
        doubtful = self.upload("c.xlsx", workbook(A=[PUPILS, pupil(name, "5А", birth="")]))
        doubtful.action_check()
        self.assertEqual(doubtful.count_error, 1)

    def test_a_corrected_birthdate(self):
        name = "Белов Олег Ильич"
        self.load_pupils(pupil(name, "5А"))
        record = self.load_pupils(pupil(name, "5А", birth="02.02.2014"))
        self.assertEqual(self.counts(record), (0, 1, 0, 0))
        pupils = self.env["vsoko.student"].search([("name", "=", name)])
        self.assertEqual(pupils.birthdate, date(2014, 2, 2))

    def load_lessons(self, *lessons):
        record = self.upload("load.xlsx", workbook(Нагрузка=[LOAD, *lessons]))
        record.action_check()
        return record

    def make_teachers(self):
        self.load_pupils(pupil("Белов Олег Ильич", "5А"))
        self.env["vsoko.teacher"].create(
            [{"name": "Орлова Анна Петровна"}, {"name": "Седов Игорь Львович"}]
        )

    def test_a_change_of_teachers(self):
        self.make_teachers()
        self.load_lessons(("Орлова А.П.", "Математика", "5А", 5, "", ""))._load()
        conflict = self.load_lessons(
            ("Седов Игорь Львович", "Математика", "5А", 5, "12.01.2026", "")
        )
        self.assertEqual(self.counts(conflict), (0, 0, 0, 1))
        change = self.load_lessons(
            ("Седов Игорь Львович", "Математика", "5А", 5, "12.01.2026", ""),
            ("Орлова Анна Петровна", "Математика", "5А", 5, "", "11.01.2026"),
        )
        self.assertEqual(self.counts(change), (1, 1, 0, 0))
        change._load()
        lessons = self.env["vsoko.teaching"].search([], order="date_from")
        self.assertEqual(lessons[0].date_to, date(2026, 1, 11))
        self.assertEqual(lessons[1].teacher_id.name, "Седов Игорь Львович")

    def test_parallel_teachers_lead_groups(self):
        self.make_teachers()
        record = self.load_lessons(
            ("Орлова Анна Петровна", "Иностранный язык (английский)", "5А", 3, "", ""),
            ("Седов Игорь Львович", "Иностранный язык (английский)", "5А", 3, "", ""),
        )
        self.assertEqual((record.count_new, record.count_error), (2, 0))
        self.assertEqual(len(self.messages(record, "warning")), 2)
        record._load()
        groups = self.env["vsoko.teaching"].search([]).mapped("group_name")
        self.assertEqual(set(groups), {"Орлова Анна Петровна", "Седов Игорь Львович"})

    def test_unknown_words_of_the_load(self):
        self.make_teachers()
        record = self.load_lessons(
            ("Орлова Анна Петровна", "Математка", "5А", 5),
            ("Орлова Анна Петровна", "Русск. яз.", "5А", 5),
            ("Орлова Мария Петровна", "Математика", "5А", 5),
            ("Орлова Анна Петровна", "Математика", "5Я", 5),
            ("Орлова Анна Петровна", "Введение в драконоведение", "5А", 1),
        )
        self.assertEqual(self.counts(record), (1, 0, 0, 4))
        self.assertEqual(
            record.issue_ids.filtered("match_kind").mapped("match_kind"),
            ["subject", "subject", "teacher", "class"],
        )
        record._load()
        self.assertTrue(
            self.env["vsoko.subject"].search([("name", "=", "Введение в драконоведение")])
        )

    def test_no_year_no_period_no_class(self):
        empty = self.upload("svod/svod_9A_Q1.xlsx")
        empty.action_check()
        self.assertIn("9А", empty.issue_ids.message)
        marks = workbook(A=[("№", "ФИО", "Математика"), ("1", "Белов Олег Ильич", 5)])
        self.load_pupils(pupil("Белов Олег Ильич", "5А"))
        nameless = self.upload("marks.xlsx", marks)
        nameless.action_check()
        self.assertEqual(self.counts(nameless), (0, 0, 0, 2))
        nameless.write({"period_id": self.q1.id, "class_id": self.env["vsoko.class"].search([]).id})
        nameless.action_check()
        self.assertEqual(self.counts(nameless), (1, 0, 0, 0))
