import base64
import io

import openpyxl

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..evidence.rubric_case import RubricCase
from .test_import_base import workbook

HEADING = ("Дата", "Педагог", "Класс", "Предмет", "Эксперт", "1. Критерий 1", "2. Критерий 2")


@tagged("post_install", "-at_install")
class TestImportObservations(RubricCase):
    """Paper sheets come as sheets that are being filled in; a corrected file changes them."""

    def upload(self, name, content):
        files = self.env["vsoko.import"].with_user(self.users["administration"])
        return files.create({"name": name, "file": base64.b64encode(content)})

    def counts(self, record):
        return (record.count_new, record.count_changed, record.count_skipped, record.count_error)

    def rows(self, *rows, heading=HEADING, rubric="Урок математики"):
        return [(f"Критерии: {rubric}",), heading, *rows]

    def lesson(self, *points, expert="", day="01.10.2025"):
        return day, self.teachers[0].name, "5А", "Математика", expert, *points

    def check_rows(self, *rows, name="a.xlsx", **others):
        record = self.upload(name, workbook(Лист1=self.rows(*rows, **others)))
        record.action_check()
        return record

    def load_rows(self, *rows, **others):
        record = self.check_rows(*rows, **others)
        record._load()
        return record

    def sheets(self):
        return self.env["vsoko.observation"].search([("rubric_id", "=", self.rubric.id)])

    def test_sheets_of_lessons(self):
        expert = self.users["methodical_council"]
        first = self.load_rows(self.lesson(2, "н/п", expert=expert.name), self.lesson(1, ""))
        self.assertEqual((first.layout, self.counts(first)), ("observations", (2, 0, 0, 0)))
        sheet = self.sheets().filtered(lambda one: one.expert_id == expert)
        self.assertEqual(sheet.answers, self.answers(2, "na"))
        self.assertEqual((sheet.import_id.id, sheet.source_row), (first.id, 3))
        self.assertEqual(sheet.state, "draft")
        self.assertEqual((sheet.teacher_id, sheet.class_id), (self.teachers[0], self.class_5a))
        first.action_undo()
        self.assertFalse(self.sheets())

    def test_a_corrected_file_takes_nothing_away(self):
        self.load_rows(self.lesson(2, 1))
        sheet = self.sheets()
        key = self.keys[1]
        sheet.answers = sheet.answers | {key: {"points": 1, "note": "Дети спорят"}}
        again = self.load_rows(self.lesson(0, ""), name="b.xlsx")
        self.assertEqual((self.counts(again), self.sheets()), ((0, 1, 0, 0), sheet))
        self.assertEqual(sheet.answers[key], {"points": 1, "note": "Дети спорят"})
        self.assertEqual(sheet.answers[self.keys[0]], {"points": 0})

    def test_what_is_not_loaded_is_named(self):
        record = self.check_rows(
            self.lesson(3, 0), self.lesson(1, 0, expert="Неизвестный Ян"), self.lesson(1, 0)[:2]
        )
        self.assertEqual((self.counts(record)[0], self.counts(record)[3]), (0, 3))
        texts = "\n".join(record.issue_ids.mapped("message"))
        for text in ("at most 2", "Неизвестный Ян", "no criterion is judged"):
            self.assertIn(text, texts)
        other = (*HEADING[:5], "1. Другой критерий", "2. Критерий 2")
        for options in ({"heading": other}, {"rubric": "Неизвестный лист"}):
            record = self.check_rows(self.lesson(1, 1), **options)
            self.assertEqual(self.counts(record)[::3], (0, 1))
        self.assertFalse(self.sheets())

    def test_a_complete_sheet_stays(self):
        self.load_rows(self.lesson(2, 1))
        sheet = self.sheets()
        sheet.answers = self.answers(2, 1, 2, 2, 2)
        sheet.action_complete()
        again = self.check_rows(self.lesson(0, 0), name="b.xlsx")
        self.assertEqual(self.counts(again), (0, 0, 0, 1))
        self.assertEqual(sheet.answers, self.answers(2, 1, 2, 2, 2))

    def test_sheets_of_pupils(self):
        project = self.make_rubric(name="Проект", code="own_project", about="student")
        project.action_approve()
        pupil = self.pupils_of(self.class_5a)[0]
        pupil.name = "Белов Олег Ильич"
        pupil.flush_recordset()
        heading = ("Дата", "Класс", "Ученик", "1. Критерий 1")
        record = self.load_rows(
            ("01.10.2025", "5А", "Белов Олег", 2), heading=heading, rubric="Проект"
        )
        sheet = self.env["vsoko.observation"].search([("rubric_id", "=", project.id)])
        self.assertEqual((self.counts(record), sheet.student_id), ((1, 0, 0, 0), pupil))

    def test_the_table_of_the_criteria(self):
        _name, content = self.rubric.with_user(self.users["administration"])._build_table()
        page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
        texts = [cell.value for row in page.iter_rows() for cell in row if cell.value]
        self.assertIn("Критерии: Урок математики", texts)
        self.assertIn("6. Критерий 6 (0–2)", texts)
        with self.assertRaises(AccessError):
            self.rubric.with_user(self.users["teacher"]).action_download_table()
