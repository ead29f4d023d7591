from odoo.tests import tagged

from .common import ImportCase
from .test_import_base import PUPILS, pupil, workbook

CONSENTS = ("ФИО ученика", "Класс", "Вид согласия", "Кем дано", "Дата согласия", "Отозвано")
ACCIDENTS = ("№", "Дата", "ФИО пострадавшего", "Класс", "Место", "Вид происшествия")
LEVELS = ("Класс", "Высокий уровень", "Средний уровень", "Низкий уровень")
BELOV = "Белов Олег Ильич"


@tagged("post_install", "-at_install")
class TestImportPupilLists(ImportCase):
    """Lists of consents, accidents and levels of upbringing become lines of the registers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.upload("pupils.xlsx", workbook(Контингент=[PUPILS, pupil(BELOV, "5А")]))._load()

    def load_rows(self, *rows, name="a.xlsx"):
        record = self.upload(name, workbook(Лист1=rows))
        record._load()
        return record

    def test_consents(self):
        row = (BELOV, "5А", "распространение", "Белова И. П.", "02.09.2025")
        first = self.load_rows(CONSENTS, (*row, ""))
        line = self.env["vsoko.consent"].search([])
        self.assertEqual((first.layout, self.counts(first)), ("consents", (1, 0, 0, 0)))
        self.assertEqual((line.kind, line.year_id), ("distribution", self.year))
        again = self.load_rows(CONSENTS, (*row, "13.02.2026"), name="b.xlsx")
        self.assertEqual(self.counts(again), (0, 1, 0, 0))
        self.assertEqual(str(line.date_withdrawn), "2026-02-13")
        again.action_undo()
        self.assertFalse(line.date_withdrawn)
        first.action_undo()
        self.assertFalse(line.exists())

    def test_accidents(self):
        row = (1, "13.11.2025", BELOV, "5А", "спортзал")
        first = self.load_rows(ACCIDENTS, (*row, "падение"), (2, "13.11.2020", *row[2:], "ушиб"))
        self.assertEqual((first.layout, self.counts(first)), ("injuries", (1, 0, 0, 1)))
        self.assertTrue(any("no school year" in text for text in self.messages(first)))
        again = self.load_rows(ACCIDENTS, (*row, "ушиб"), name="b.xlsx")
        line = self.env["vsoko.injury"].search([])
        self.assertEqual((self.counts(again), line.happening), ((0, 1, 0, 0), "ушиб"))

    def test_levels_of_upbringing(self):
        title = ("Уровень воспитанности на 15.12.2025",)
        record = self.load_rows(title, LEVELS, ("5А", 10, 12, 3), ("9А", 10, 12, 3))
        self.assertEqual((record.layout, self.counts(record)), ("upbringing", (1, 0, 0, 1)))
        line = self.env["vsoko.upbringing"].search([])
        self.assertEqual((line.assessed, line.class_id.name, line.kind), (25, "5А", "upbringing"))
        line.action_check()
        again = self.upload("b.xlsx", workbook(Лист1=[title, LEVELS, ("5А", 11, 11, 3)]))
        again.action_check()
        self.assertEqual((self.counts(again)[:2], line.high), ((0, 0), 10))
