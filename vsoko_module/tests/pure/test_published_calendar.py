import io
import unittest
from datetime import date

import openpyxl
from tools.reports import tables
from tools.reports.published_calendar import PublishedWork, calendar_book, published_calendar
from tools.translation import plain

MONTHS = {(2025, 9): "Сентябрь", (2025, 10): "Октябрь"}
WORKS = [
    PublishedWork(date(2025, 10, 21), ("5А", "5Б"), "Математика", "Матем.", "Четвертной"),
    PublishedWork(
        date(2025, 9, 18), ("5А",), "Русский язык", "Рус.", "ВПР", external=True, lesson=2
    ),
    PublishedWork(date(2025, 10, 3), ("5А",), "=Химия", "=Хим.", "Входной"),
]


class TestPublishedCalendar(unittest.TestCase):
    def setUp(self):
        classes = ["5А", "5Б", "6А"]
        self.paper = published_calendar("Школа № 1", "2025/2026", classes, WORKS, MONTHS, plain)

    def test_classes_by_months_with_days_and_external_ones_marked(self):
        (block,) = self.paper.parts[0].frozen["blocks"]
        table = tables.build(self.paper.frozen, block, plain)
        self.assertEqual([column.title for column in table.columns], ["Class", *MONTHS.values()])
        rows = [[cell.value for cell in row] for row in table.rows]
        self.assertEqual(rows[0], ["5А", "18\u00a0Рус.*", "03\u00a0=Хим., 21\u00a0Матем."])
        self.assertEqual(rows[1], ["5Б", "", "21\u00a0Матем."])
        self.assertEqual(rows[2], ["6А", "", ""])
        self.assertIn("*", table.note)
        self.assertEqual(
            [[cell.bold for cell in row] for row in table.rows], [[True, False, False]] * 3
        )

    def test_workbook_lists_every_work_by_day_as_text_and_dates(self):
        book = openpyxl.load_workbook(io.BytesIO(calendar_book(self.paper, WORKS, plain)))
        sheet = book.worksheets[2]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
        self.assertEqual([row[3] for row in rows], ["Русский язык", "=Химия", "Математика"])
        self.assertEqual([row[5] for row in rows], ["yes", "no", "no"])
        self.assertEqual([row[1] for row in rows], [2, "—", "—"])
        self.assertEqual(rows[0][0].date(), date(2025, 9, 18))
        types = {cell.data_type for row in sheet.iter_rows() for cell in row}
        self.assertNotIn("f", types)
