import io

import xlsxwriter

from odoo.tests import tagged

from .common import ImportCase

EVENTS = ("ФИО", "Вид", "Название", "Уровень", "Результат", "Дата")
COURSES = ("ФИО", "Вид", "Тема программы", "Часов", "Организация", "Дата окончания")


@tagged("post_install", "-at_install")
class TestImportStaffRegisters(ImportCase):
    """Lists of courses and events become lines of the registers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.orlova, cls.sedov = cls.env["vsoko.teacher"].create(
            [{"name": "Орлова Анна Петровна"}, {"name": "Седов Игорь Львович"}]
        )

    def load_rows(self, *rows):
        content = io.BytesIO()
        with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
        record = self.upload("реестр.xlsx", content.getvalue())
        record._load()
        return record

    def test_events_and_the_same_file_again(self):
        rows = (
            EVENTS,
            ("Орлова А.П.", "конкурс", "Учитель года", "муниципальный", "призёр", "14.11.2025"),
            ("Седов И.Л.", "публикация", "Об уроке", "всероссийский", "", "13.01.2026"),
        )
        first = self.load_rows(*rows)
        lines = self.env["vsoko.staff.event"].search([])
        self.assertEqual(self.counts(first), (2, 0, 0, 0))
        contest = lines.filtered(lambda line: line.kind == "contest")
        self.assertEqual((contest.teacher_id, contest.result), (self.orlova, "prize"))
        self.assertEqual((contest.year_id, contest.state), (self.year, "entered"))
        self.assertEqual((contest.import_id, contest.source_row), (first, 2))
        again = self.load_rows(*rows[:2], (*rows[2][:3], "региональный", "", "13.01.2026"))
        self.assertEqual(self.counts(again), (0, 1, 1, 0))
        self.assertEqual((lines - contest).level, "regional")
        self.assertEqual(self.env["vsoko.staff.event"].search_count([]), 2)

    def test_a_checked_line_stays_and_is_named(self):
        row = ("Орлова А.П.", "конкурс", "Учитель года", "школьный", "участник", "14.11.2025")
        self.load_rows(EVENTS, row)
        line = self.env["vsoko.staff.event"].search([])
        line.action_check()
        changed = self.load_rows(EVENTS, (*row[:4], "победитель", "14.11.2025"))
        self.assertEqual(self.counts(changed)[:3], (0, 0, 1))
        self.assertIn("Учитель года", self.messages(changed, "warning")[-1])
        self.assertEqual(line.result, "participant")

    def test_courses_and_what_is_no_course(self):
        record = self.load_rows(
            COURSES,
            ("Орлова Анна Петровна", "КПК", "ФГОС ООО", 36, "ИРО", "21.03.2025"),
            ("Орлова Анна Петровна", "КПК", "Оценивание", 15, "ИРО", "13.04.2025"),
            ("Зимин Пётр Ильич", "КПК", "ФГОС ООО", 36, "ИРО", "21.03.2025"),
        )
        self.assertEqual(self.counts(record), (1, 0, 0, 2))
        course = self.env["vsoko.staff.course"].search([])
        self.assertEqual((course.topic, course.hours), ("ФГОС ООО", 36))
        self.assertEqual(str(self.orlova.course_date), "2025-03-21")
        record.action_undo()
        self.assertFalse(course.exists() or self.orlova.course_date)
