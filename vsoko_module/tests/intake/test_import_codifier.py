import io

import xlsxwriter

from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged

from .common import ImportCase

HEADING = ("Предмет", "Код КЭС", "Наименование", "Входит в раздел", "С класса", "По класс")
TREE = (
    ("Математика", "1.1.2", "Десятичные дроби"),
    ("Математика", "1", "Числа"),
    ("Математика", "1.1", "Дроби"),
    ("Математика", "А", "Приложение", "1"),
)


def workbook(*rows, heading=HEADING):
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("КЭС")
        for number, row in enumerate((heading, *rows)):
            sheet.write_row(number, 0, row)
    return target.getvalue()


@tagged("post_install", "-at_install")
class TestImportCodifier(ImportCase):
    """Codifiers of subjects from a table: trees, corrections, taking back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.math = cls.env.ref("vsoko_module.vsoko_subject_math")

    def load_rows(self, *rows, name="codifier.xlsx", heading=HEADING):
        record = self.upload(name, workbook(*rows, heading=heading))
        record.action_load()
        return record

    def tree(self):
        elements = self.env["vsoko.content.element"].search(
            [("company_id", "=", self.env.company.id)]
        )
        return {one.code: (one.name, one.parent_id.code or "") for one in elements}

    def test_sections_follow_the_codes_or_the_column(self):
        record = self.upload("codifier.xlsx", workbook(*TREE))
        record.action_check()
        self.assertEqual((record.layout, record.count_new, record.count_error), ("codifier", 4, 0))
        self.assertEqual(self.tree(), {})
        record.action_load()
        self.assertEqual(
            self.tree(),
            {
                "1": ("Числа", ""),
                "1.1": ("Дроби", "1"),
                "1.1.2": ("Десятичные дроби", "1.1"),
                "А": ("Приложение", "1"),
            },
        )
        self.assertEqual(self.env["vsoko.content.element"].search([], limit=1).grade_to, 11)

    def test_a_corrected_file_updates_the_same_lines(self):
        self.load_rows(*TREE)
        before = self.env["vsoko.content.element"].search([]).ids
        second = self.load_rows(
            ("Математика", "1", "Числа и вычисления", "", 5, 6),
            ("Математика", "1.1", "Дроби"),
            ("Математика", "1.1.2", "Десятичные дроби", "1"),
            ("Математика", "2", "Уравнения"),
            name="corrected.xlsx",
        )
        self.assertEqual(self.counts(second), (1, 2, 1, 0))
        self.assertIn("1 ", second.issue_ids.message)
        found = self.env["vsoko.content.element"].browse(before)
        first = found.filtered(lambda one: one.code == "1")
        self.assertEqual(
            (first.name, first.grade_from, first.grade_to), ("Числа и вычисления", 5, 6)
        )
        self.assertEqual(self.tree()["1.1.2"], ("Десятичные дроби", "1"))
        second.action_undo()
        self.assertEqual(self.env["vsoko.content.element"].search([]).ids, before)
        self.assertEqual(self.tree()["1.1.2"], ("Десятичные дроби", "1.1"))
        self.assertEqual(first.name, "Числа")

    def test_one_code_for_several_grades(self):
        self.load_rows(
            ("Математика", "1", "Числа", "", 5, 6),
            ("Математика", "1.1", "Дроби", "", 5, 6),
            ("Математика", "1", "Степени", "", 7, 9),
            ("Математика", "1.1", "Корни", "", 7, 9),
        )
        roots = self.env["vsoko.content.element"].search([("name", "=", "Корни")])
        self.assertEqual(roots.parent_id.name, "Степени")
        again = self.load_rows(("Математика", "1.1", "Корни n-й степени", "", 7, 9), name="b.xlsx")
        self.assertEqual(again.count_changed, 1)
        self.assertEqual(roots.name, "Корни n-й степени")

    def test_skills_with_the_subject_above(self):
        rows = [("Код КПУ", "Умение"), ("1", "Решать"), ("1.1", "Решать уравнения")]
        self.load_rows(*rows, heading=("Предмет: Математика",))
        skills = self.env["vsoko.skill"].search([])
        self.assertEqual(skills.mapped("code"), ["1", "1.1"])
        self.assertEqual(skills.subject_id, self.math)
        self.assertEqual(skills[1].parent_id, skills[0])

    def test_every_problem_has_its_cell(self):
        record = self.upload(
            "bad.xlsx",
            workbook(
                ("Математека", "1", "Числа"),
                ("Математика", "2", "Дроби", "9"),
                ("Математика", "3", "Круг", "4"),
                ("Математика", "4", "Круг", "3"),
                ("Математика", "5", ""),
                ("Математика", "6", "Верная строка"),
            ),
        )
        record.action_check()
        told = {(issue.row, issue.column) for issue in record.issue_ids}
        self.assertEqual(told, {(2, "A"), (3, "D"), (4, "D"), (5, "D"), (6, "C")})
        self.assertEqual((record.count_new, record.count_error), (1, 5))
        record.action_load()
        self.assertEqual(self.tree(), {"6": ("Верная строка", "")})

    def test_what_a_test_uses_is_not_deleted(self):
        record = self.load_rows(*TREE)
        element = self.env["vsoko.content.element"].search([("code", "=", "1.1.2")])
        test = self.env["vsoko.test"].create(
            {
                "name": "Дроби",
                "subject_id": self.math.id,
                "grade": 5,
                "task_ids": [Command.create({"number": "1", "content_ids": element.ids})],
            }
        )
        test.action_send_to_expertise()
        test.action_approve()
        with self.assertRaises(UserError), self.env.cr.savepoint():
            record.action_undo()
        self.assertEqual(test.task_ids.content_ids, element)
        self.load_rows(("Математика", "7", "Другое"), name="other.xlsx")
        self.assertEqual(len(self.tree()), 5)

    def test_a_section_does_not_lie_in_itself(self):
        self.load_rows(*TREE)
        elements = self.env["vsoko.content.element"].search([])
        top = elements.filtered(lambda one: one.code == "1")
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            top.parent_id = elements.filtered(lambda one: one.code == "1.1.2")
        other = self.env["vsoko.content.element"].create(
            {
                "code": "1",
                "name": "Звуки",
                "subject_id": self.env.ref("vsoko_module.vsoko_subject_rus").id,
            }
        )
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            other.parent_id = top

    def test_the_template_comes_back_unchanged(self):
        self.load_rows(*TREE)
        name, content = self.env["vsoko.import.template"]._build("codifier", *[None] * 3)
        again = self.upload(name, content)
        again.action_check()
        self.assertEqual((again.count_skipped, again.count_new, again.count_changed), (4, 0, 0))
