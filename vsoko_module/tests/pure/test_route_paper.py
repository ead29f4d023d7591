import io
import unittest
from dataclasses import replace

from docx import Document
from tools.reports.document import document
from tools.reports.route_paper import RouteText, route_paper
from tools.translation import plain

ROUTE = RouteText(
    school="МБОУ № 1",
    title="Пробелы: математика",
    facts=(("Ученики", "Зотова Анна, 5А"), ("Ответственный", "Лунин К. К.")),
    goals=(("2.1 Дроби", 70.0, "Зотова Анна: не достигнуто, 48 → 61 %"),),
    steps=(("01.12.2025", "Карточки", "В группе", 1.5, "Лунин К. К.", "—"),),
    aim="Уверенно складывать дроби",
    ground="Есть «2»: математика",
    signers=(("Ответственный", "Лунин К. К."),),
)


def words(paper):
    word = Document(io.BytesIO(document(paper, plain)))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in word.paragraphs] + cells)


class TestRoutePaper(unittest.TestCase):
    def test_what_is_there_stands_on_it(self):
        text = words(route_paper(ROUTE, plain))
        for part in ("Зотова Анна, 5А", "2.1 Дроби", "70", "Карточки", "1,5", "Есть «2»", "Лунин"):
            self.assertIn(part, text)

    def test_tables_without_a_row_are_left_out(self):
        names = [part.name for part in route_paper(ROUTE, plain).parts]
        self.assertEqual(names, ["About the route", "Goals", "Steps"])
        more = replace(
            ROUTE,
            checks=(("10.12.2025", "Проверочная работа"),),
            corrections=(("05.12.2025", "Карточки: изменено", "Лунин К. К."),),
        )
        names = [part.name for part in route_paper(more, plain).parts]
        self.assertEqual(names[3:], ["Check points", "Changes on the way"])

    def test_what_nobody_wrote_has_no_heading(self):
        text = words(route_paper(replace(ROUTE, ground="", aim=""), plain))
        self.assertNotIn("Ground", text)
        self.assertNotIn("Aim", text)
