import base64

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..pure.form_samples import changed, form_with, municipal_form
from .submission_case import SHEET, SubmissionCase


@tagged("post_install", "-at_install")
class TestSubmissionForm(SubmissionCase):
    """The bindings of a form: read from its marks, judged, corrected by hand."""

    def line(self, form, cell):
        return form.cell_ids.filtered(lambda line: line.cell == cell)

    def test_marks_become_lines_in_the_order_of_the_form(self):
        form = self.upload(municipal_form())
        self.assertEqual(form.name, "Мониторинг")
        self.assertEqual(
            form.cell_ids.mapped("cell"),
            ["A1", "A1", "A1", "B3", "C3", "D3", "B4", "B5", "B7", "B7"],
        )
        self.assertEqual(form.cell_ids[:3].mapped("kind"), ["school", "period", "year"])
        line = self.line(form, "C3")
        self.assertEqual((line.indicator_id, line.part), (self.indicators["quality"], "count"))

    def test_breakdowns_are_bound_to_records(self):
        form = self.make_form({"A1": "{{success|класс:5-а|предмет:математика}}"})
        line = form.cell_ids
        self.assertEqual((line.class_name, line.subject_id), ("5А", self.math))
        self.assertFalse(line.problem)

    def test_every_problem_is_told(self):
        problems = {
            "A1": ("{{quality|класс:5Я}}", "5Я"),
            "A2": ("{{quality|предмет:Матиматика}}", "Матиматика"),
            "A3": ("{{no_such_code}}", "no_such_code"),
            "A4": ("{{olympiad_results}}", ""),
            "A5": ("{{staff_all|класс:5А}}", ""),
            "A6": ("{{contingent.base}}", ""),
            "A7": ("{{качество}}", "качество"),
            "A8": ("{{quality|уровень:вуз}}", "вуз"),
        }
        # everything shipped is counted; a school may have an indicator without a source
        self.env.cr.execute(
            "UPDATE vsoko_indicator SET source = NULL, has_source = FALSE"
            " WHERE code = 'olympiad_results'"
        )
        self.env["vsoko.indicator"].invalidate_model()
        form = self.make_form({cell: text for cell, (text, _word) in problems.items()})
        for cell, (_text, word) in problems.items():
            with self.subTest(cell):
                problem = self.line(form, cell).problem
                self.assertTrue(problem)
                self.assertIn(word, problem)
        self.assertEqual(form.problem_count, len(problems))
        # what was not understood is bound to nothing, not to the whole school
        self.assertEqual(self.line(form, "A2").kind, False)
        self.assertIn("Математика", self.line(form, "A2").problem)

    def test_a_problem_is_corrected_without_the_file(self):
        form = self.make_form({"A1": "{{качество}}", "A2": "{{quality|предмет:Матиматика}}"})
        self.line(form, "A1").indicator_id = self.indicators["quality"]
        self.line(form, "A2").write(
            {"indicator_id": self.indicators["quality"].id, "subject_id": self.math.id}
        )
        self.assertEqual(form.problem_count, 0)
        self.assertEqual(form.cell_ids.mapped("kind"), ["figure", "figure"])
        # over all subjects 7 + 14 of 28; in mathematics 7 of 14
        self.assertEqual(self.filled(form), {"A1": 75, "A2": 50})

    def test_a_line_may_be_added_without_a_mark(self):
        form = self.make_form({"A1": "Качество"})
        form.cell_ids = [
            (0, 0, {"sheet": SHEET, "cell": " b1 ", "code": "quality", "kind": "figure"})
        ]
        self.assertEqual(self.filled(form), {"A1": "Качество", "B1": 75})

    def test_a_line_needs_a_place_that_can_be_filled(self):
        form = self.make_form({"A1": "=1+1"})
        for sheet, cell in ((SHEET, "A1"), (SHEET, "5Б"), ("Лист 2", "A2")):
            with self.subTest((sheet, cell)), self.assertRaises(ValidationError) as caught:
                form.cell_ids = [(0, 0, {"sheet": sheet, "cell": cell, "kind": "school"})]
            self.assertIn(cell, str(caught.exception))

    def test_breakdowns_that_do_not_exist_are_refused(self):
        line = self.make_form({"A1": "{{quality}}"}).cell_ids
        with self.assertRaises(ValidationError):
            line.write({"level": "ooo", "subject_id": self.math.id})
        with self.assertRaises(ValidationError):
            line.class_name = "первый"
        line.class_name = "5 «б»"
        self.assertEqual(line.class_name, "5Б")

    def test_a_new_file_keeps_what_people_corrected(self):
        form = self.make_form({"A1": "{{качество}}", "A2": "{{success}}"})
        corrected = self.line(form, "A1")
        corrected.indicator_id = self.indicators["quality"]
        form.cell_ids = [(0, 0, {"sheet": SHEET, "cell": "C1", "kind": "school"})]
        content = form_with({"A1": "{{качество}}", "A3": "{{школа}}"})
        form.write({"file": base64.b64encode(content), "file_name": "Новая.xlsx"})
        self.assertEqual(form.cell_ids.mapped("cell"), ["A1", "A3", "C1"])
        self.assertEqual(self.line(form, "A1"), corrected)
        self.assertEqual(corrected.code, "quality")

    def test_a_mark_cannot_be_moved_to_another_cell(self):
        line = self.make_form({"A1": "{{quality}}"}).cell_ids
        with self.assertRaises(ValidationError):
            line.cell = "B1"

    @mute_logger("odoo.sql_db")
    def test_bad_files_are_refused_in_words(self):
        bad = {
            "CSV": b"a;b;c",
            "macros": changed(form_with({}), {"xl/vbaProject.bin": b"x"}),
            "broken": form_with({})[:300],
        }
        for name, content in bad.items():
            with self.subTest(name), self.assertRaises(UserError) as caught:
                self.upload(content)
            self.assertGreater(len(str(caught.exception)), 30)
        form = self.make_form({"A1": "{{quality}}"})
        with self.assertRaises(UserError), self.env.cr.savepoint():
            form.file = base64.b64encode(bad["macros"])

    def test_a_form_without_marks_is_no_error(self):
        form = self.make_form({"A1": "Просто таблица"})
        self.assertFalse(form.cell_ids)
        self.assertEqual(self.filled(form), {"A1": "Просто таблица"})
