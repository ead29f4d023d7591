import io

import openpyxl

from odoo.tests import tagged

from .common import ImportCase

HEADING = ["ФИО", "Класс", "Первичный балл", "Отметка"]


@tagged("post_install", "-at_install")
class TestImportExamList(ImportCase):
    """Results of an exam without answers become results of a work without tasks."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.load_base()
        cls.pupils = (
            cls.env["vsoko.enrolment"].search([("class_id.name", "=", "9А")]).student_id[:3]
        )

    def check(self, *results, title="Итоги ОГЭ", **vals):
        book = openpyxl.Workbook()
        for line in ([title], ["Предмет: Физика"], ["Дата экзамена: 26.05.2026"], HEADING):
            book.active.append(line)
        for pupil, result in zip(self.pupils, results, strict=False):
            book.active.append([pupil.name, "9А", *result])
        target = io.BytesIO()
        book.save(target)
        record = self.upload("Итоги ОГЭ.xlsx", target.getvalue(), **vals)
        record.action_check()
        return record

    def test_results_without_tasks(self):
        record = self.check((22, 4), (12, 3), ("не явился", ""))
        self.assertEqual(self.counts(record), (3, 0, 0, 0))
        record.action_load()
        results = self.env["vsoko.result"].search([("import_id", "=", record.id)], order="id")
        found = {one.student_id: (one.attendance, one.score, one.mark) for one in results}
        first, second, third = self.pupils
        self.assertEqual(found[first], ("present", 22, 4))
        self.assertEqual(found[second], ("present", 12, 3))
        self.assertEqual(found[third][0], "absent")
        self.assertFalse(results.assessment_id.test_id)

    def test_the_same_list_again_changes_what_differs(self):
        self.check((22, 4), (12, 3)).action_load()
        again = self.check((22, 4), (14, 3))
        self.assertEqual(self.counts(again), (0, 1, 1, 0))
        again.action_load()
        scores = self.env["vsoko.result"].search([], order="id").mapped("score")
        self.assertEqual(scores, [22, 14])
        work = self.env["vsoko.assessment"].search([])
        self.assertEqual((len(work), work.procedure), (1, "oge"))
