from datetime import date

from odoo.tests import tagged

from .common import ImportCase

VPR = "cases/05_vpr_federal_form"
RESIT = "cases/12_resit"
DAY = date(2026, 4, 20)
# the column «Итого баллов» of the files
POINTS = {
    "Бирюзов Марк Сергеевич": 13,
    "Валенков Илья Романович": 12,
    "Вербина Таисия Андреевна": 14,
    "Гаванин Степан Максимович": 13,
    "Гороховский Мирон Константинович": 13,
    "Заливин-Дорогин Макар Игоревич": 14,
}


@tagged("post_install", "-at_install")
class TestImportCases(ImportCase):
    """Files of federal systems as practice has them: the form of VPR of 2022, several protocols in
    one book, an exam that is written again."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.load_base()
        cls.load(f"{VPR}/M4_codes.xlsx")
        cls.subject = cls.env["vsoko.subject"].search([("code", "=", "math")], limit=1)

    def load_vpr(self, name):
        told = {"subject_id": self.subject.id, "grade": 4, "work_date": DAY}
        record = self.upload(f"{VPR}/{name}", **told)
        record._load()
        return record, self.env["vsoko.result"].search([("import_id", "=", record.id)])

    def points(self, results):
        return {result.student_id.name: result.score for result in results}

    def test_the_federal_form_of_2022(self):
        record, results = self.load_vpr("M1_fioco_2022.xlsx")
        self.assertEqual(self.points(results), POINTS)
        self.assertEqual(results.class_id.name, "4А")
        work = results.assessment_id
        self.assertEqual((work.subject_id, work.procedure, work.date), (self.subject, "vpr", DAY))
        # the boy of row 3 has not reached task 6(2); nothing there is not zero
        row = results.filtered(lambda one: one.student_id.name.startswith("Валенков"))
        left = row.task_score_ids.filtered(lambda one: one.task_id.number == "6.2")
        self.assertEqual((len(results.task_score_ids), left.score), (90, False))
        self.assertFalse(record.is_partial)

    def test_two_protocols_of_one_book(self):
        record, results = self.load_vpr("M3_two_protocols.xlsx")
        # another file than that of 2022: here the fifth has not reached a task
        self.assertEqual(self.points(results), POINTS | {"Гороховский Мирон Константинович": 12})
        self.assertFalse(record.issue_ids.filtered(lambda issue: issue.severity != "info"))
        self.assertEqual(len(results.assessment_id), 1)
        self.assertFalse(record.is_partial)
        record._undo()
        self.assertFalse(results.exists())

    def test_an_exam_that_is_written_again(self):
        self.load(f"{RESIT}/E3a_first.xlsx", f"{RESIT}/E3b_resit.xlsx")
        results = self.env["vsoko.result"].search(
            [("student_id.name", "=like", "Бондаревский%")], order="id"
        )
        self.assertEqual(results.mapped("mark"), [2, 3])
        self.assertEqual(results.mapped("attempt"), [1, 2])
        self.assertEqual(results.mapped("is_valid"), [False, True])
        facts = self.env["vsoko.fact.result"].search(
            [("period_id", "=", self.whole_year.id), ("procedure", "=", "oge")]
        )
        self.assertEqual(facts.mapped("mark"), [3])
