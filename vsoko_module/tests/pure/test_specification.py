import io
import unittest

from docx import Document
from tools.reports.document import document
from tools.reports.specification import Element, PlannedTask, Specification, specification
from tools.translation import plain
from work_samples import values

FRACTIONS = ("1", "Дроби")
ADDING = Element("1.2", "Сложение дробей", FRACTIONS)
TENTHS = Element("1.10", "Десятичные дроби", FRACTIONS)
SKILL = Element("3", "Решать задачи")


def sample(**changes):
    tasks = (
        PlannedTask("1", 1, "Базовый", "Краткий", content=(TENTHS,)),
        PlannedTask("2", 2, "Базовый", "Развёрнутый", content=(ADDING, TENTHS), skills=(SKILL,)),
        PlannedTask("3", 3, "Высокий", "Развёрнутый", content=(ADDING,)),
    )
    fields = {
        "school": "Школа № 1",
        "name": "=Дроби",
        "purpose": "Проверить сложение дробей",
        "facts": (("Предмет", "Математика"),),
        "tasks": tasks,
        "bands": ((2, 0, ""), (3, 2, ""), (5, 5, "геометрия: не менее 1")),
        "origin": "Методический совет",
    }
    return Specification(**fields | changes)


class TestSpecification(unittest.TestCase):
    def tables(self, **changes):
        return specification(sample(**changes), plain).frozen.data["given"]

    def test_levels_have_tasks_points_and_shares(self):
        rows = values(self.tables()["levels"])
        self.assertEqual(rows[0], ["Базовый", "1, 2", 2, 3, 50.0])
        self.assertEqual(rows[1], ["Высокий", "3", 1, 3, 50.0])
        self.assertEqual(rows[2], ["Total", "", 3, 6, 100.0])

    def test_scale_reaches_the_greatest_points(self):
        table = self.tables()["scale"]
        self.assertEqual(
            values(table),
            [["«2»", "0–1", "—"], ["«3»", "2–4", "—"], ["«5»", "5–6", "геометрия: не менее 1"]],
        )
        self.assertIn("Методический совет", table["note"])

    def test_codifier_is_in_the_order_of_codes_under_its_sections(self):
        tables = self.tables()
        self.assertEqual(
            values(tables["content"]),
            [
                ["1", "Дроби", ""],
                ["1.2", "Сложение дробей", "2, 3"],
                ["1.10", "Десятичные дроби", "1, 2"],
            ],
        )
        self.assertEqual(values(tables["skills"]), [["3", "Решать задачи", "2"]])

    def test_what_the_test_does_not_say_has_no_section(self):
        without_elements = (PlannedTask("1", 1),)
        paper = specification(sample(tasks=without_elements, bands=()), plain)
        self.assertEqual([part.frozen["code"] for part in paper.parts], ["purpose", "plan"])

    def test_document_of_word(self):
        paper = specification(sample(approved_by="Орлова А. П.", approved_on="01.09.2025"), plain)
        word = Document(io.BytesIO(document(paper, plain)))
        texts = [paragraph.text for paragraph in word.paragraphs]
        self.assertIn("Проверить сложение дробей", texts)
        self.assertIn("Approved by the methodical council: Орлова А. П., 01.09.2025", texts)
        plan = next(table for table in word.tables if len(table.columns) == 6)
        self.assertEqual(
            [cell.text for cell in plan.rows[2].cells][1:3][0],
            "1.2 Сложение дробей; 1.10 Десятичные дроби",
        )
        self.assertEqual(plan.rows[2].cells[5].text, "2")
