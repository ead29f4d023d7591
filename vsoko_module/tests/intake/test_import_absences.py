from odoo.tests import tagged

from .common import ImportCase
from .test_import_base import PUPILS, pupil, workbook

TITLE = ("Пропуски за 2 четверть 2025/2026 учебного года",)
BY_CLASS = ("Класс", "По болезни, дней", "Без уважительной причины, дней")
BY_PUPIL = ("ФИО", "Класс", "По болезни, дней", "Без уважительной причины, дней")
BY_DAY = ("ФИО", "Класс", "С", "По", "Причина")
FIRST, SECOND = "Белов Олег Ильич", "Зуева Анна Олеговна"


@tagged("post_install", "-at_install")
class TestImportAbsences(ImportCase):
    """Missed days by classes, by pupils and day by day: no day of a pupil counts twice."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        people = [pupil(FIRST, "5А"), pupil(SECOND, "5А")]
        cls.upload("pupils.xlsx", workbook(Контингент=[PUPILS, *people]))._load()
        cls.school_class = cls.env["vsoko.class"].search([])

    def load_rows(self, *rows, name="a.xlsx", **vals):
        record = self.upload(name, workbook(Лист1=rows), **vals)
        record._load()
        return record

    def check_rows(self, *rows, **vals):
        """Check a file of which nothing can be loaded."""
        record = self.upload("c.xlsx", workbook(Лист1=rows), **vals)
        record.action_check()
        self.assertEqual(record.count_new, 0)
        return self.messages(record, "error")

    def lines(self):
        return [
            (line.student_id.name, line.reason, line.days)
            for line in self.env["vsoko.absence"].search([], order="id")
        ]

    def test_pupils_of_a_class_in_a_quarter(self):
        record = self.load_rows(TITLE, BY_PUPIL, (FIRST, "5А", 3, 2), (SECOND, "5А", 0, 0))
        self.assertEqual((record.layout, self.counts(record)), ("pupil_missed_days", (3, 0, 0, 0)))
        self.assertEqual(
            self.lines(),
            [(FIRST, "illness", 3), (FIRST, "unexcused", 2), (SECOND, "illness", 0)],
        )
        again = self.load_rows(
            TITLE, BY_PUPIL, (FIRST, "5А", 4, 0), (SECOND, "5А", 0, 0), name="b.xlsx"
        )
        self.assertEqual(self.counts(again)[:3], (0, 2, 1))
        self.assertEqual([days for _name, _reason, days in self.lines()], [4, 0, 0])
        again.action_undo()
        record.action_undo()
        self.assertEqual(self.lines(), [])

    def test_the_class_may_be_said_by_people(self):
        headings = ("ФИО", "По болезни, дней")
        silent = self.check_rows(TITLE, headings, (FIRST, 3))
        self.assertIn("The file does not name a class. Choose it above.", silent)
        told = self.load_rows(
            TITLE, headings, (FIRST, 3), name="b.xlsx", class_id=self.school_class.id
        )
        self.assertEqual(self.counts(told)[0], 1)

    def test_day_by_day(self):
        rows = (
            (FIRST, "5А", "01.12.2025", "06.12.2025", "болезнь"),
            (FIRST, "5А", "05.12.2025", "09.12.2025", "болезнь"),
            (SECOND, "5А", "14.11.2025", "", "заявление родителей"),
        )
        record = self.load_rows(BY_DAY, *rows)
        self.assertEqual((record.layout, record.count_new), ("pupil_absences", 2))
        self.assertEqual(self.lines(), [(FIRST, "illness", 6), (SECOND, "family", 1)])
        self.assertTrue(any("Row 2" in text for text in self.messages(record, "error")))
        again = self.load_rows(
            BY_DAY, (FIRST, "5А", "01.12.2025", "06.12.2025", "НП"), name="b.xlsx"
        )
        self.assertEqual(self.counts(again)[:3], (0, 1, 0))

    def test_what_a_class_counts_already(self):
        self.load_rows(TITLE, BY_CLASS, ("5А", 12, 0))
        errors = self.check_rows(BY_DAY, (FIRST, "5А", "01.12.2025", "06.12.2025", "болезнь"))
        self.assertTrue(any("there already: 5А" in text for text in errors))
        year = ("Пропуски за 2025/2026 учебный год",)
        self.assertTrue(self.check_rows(year, BY_CLASS, ("5А", 40, 0)))
        self.assertTrue(self.check_rows(TITLE, BY_PUPIL, (FIRST, "5А", 3, 2)))

    def test_the_class_after_its_pupils(self):
        self.load_rows(TITLE, BY_PUPIL, (FIRST, "5А", 3, 2))
        errors = self.check_rows(TITLE, BY_CLASS, ("5А", 12, 0))
        self.assertTrue(any(FIRST in text for text in errors))
