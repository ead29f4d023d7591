import io
import unittest
from dataclasses import replace

from docx import Document
from tools.reports.document import document
from tools.reports.sheet_paper import (
    CriterionRow,
    SheetText,
    SummaryText,
    sheet_paper,
    summary_paper,
)
from tools.translation import plain

SHEET = SheetText(
    school="МБОУ № 1",
    title="Лунина К. К., 1 четверть",
    facts=(("Схема", "Лист учителя"),),
    criteria=(
        CriterionRow("Обучение", "1.1 Качество", "61,5", (3, None, None, None), 3, 5),
        CriterionRow("Обучение", "1.2 Успеваемость", "—", (None,) * 4, None, 3),
        CriterionRow("Снижение", "3.1 Сроки", "", (None, None, -1, None), -1, 0, "Журнал"),
    ),
    total=2,
)


def words(paper):
    word = Document(io.BytesIO(document(paper, plain)))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in word.paragraphs] + cells)


class TestSheetPaper(unittest.TestCase):
    def test_what_is_there_stands_on_it(self):
        text = words(sheet_paper(SHEET, plain))
        for part in ("Лунина К. К.", "Обучение", "1.1 Качество", "61,5", "Журнал", "Лист учителя"):
            self.assertIn(part, text)
        self.assertEqual(text.count("Обучение"), 1, "a group is named once")

    def test_what_is_not_known_is_a_dash(self):
        nothing = replace(SHEET, total=None, criteria=SHEET.criteria[1:2])
        self.assertGreaterEqual(words(sheet_paper(nothing, plain)).count("—"), 2)

    def test_tables_without_a_row_are_left_out(self):
        names = [part.name for part in sheet_paper(SHEET, plain).parts]
        self.assertEqual(names, ["About the sheet", "Criteria and points"])
        more = replace(
            SHEET,
            records=(("01.10.2025", "Дроби", "2.1", 2.0, ""),),
            changes=(("01.10.2025", "Лунин", "2.1", None, 2.0, ""),),
        )
        names = [part.name for part in sheet_paper(more, plain).parts]
        self.assertEqual(names[2:], ["Records", "Who changed what"])

    def test_large_tables_lie_across_where_that_is_asked(self):
        def turned(paper):
            return [part.name for part in paper.parts if part.frozen["wide"]]

        summary = SummaryText("МБОУ № 1", "Листы", (), (), (("№ 101", (), 3, 30.0, ""),))
        self.assertEqual(turned(sheet_paper(SHEET, plain)), [])
        self.assertEqual(turned(sheet_paper(SHEET, plain, wide=True)), ["Criteria and points"])
        self.assertEqual(turned(summary_paper(summary, plain)), [])
        self.assertEqual(turned(summary_paper(summary, plain, wide=True)), ["Sheets of teachers"])

    def test_a_summary_has_a_row_a_sheet(self):
        summary = SummaryText(
            "МБОУ № 1",
            "Листы учителей",
            ("Комиссия",),
            ("Обучение", "Воспитание"),
            (
                ("№ 101", (3, None), 3, 30.0, "Окончательный"),
                ("№ 102", (None, None), None, None, ""),
            ),
        )
        text = words(summary_paper(summary, plain))
        for part in ("№ 101", "№ 102", "Воспитание", "30", "Окончательный"):
            self.assertIn(part, text)
        self.assertGreaterEqual(text.count("—"), 4)
