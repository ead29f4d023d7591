from datetime import date

from odoo.tests import tagged

from ..pure.vpr_files import book
from .common import ImportCase

TITLE = "Контрольная работа по физике. 9А класс. 12.12.2025"


@tagged("post_install", "-at_install")
class TestImportOfficeWorks(ImportCase):
    """Lists of works and report cards as offices keep them go the way of all files."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.load_base()
        cls.pupils = (
            cls.env["vsoko.enrolment"].search([("class_id.name", "=", "9А")]).student_id[:2]
        )

    def check(self, *rows):
        record = self.upload("Работа.xlsx", book(Лист1=list(rows)))
        record.action_check()
        return record

    def results(self, record):
        found = self.env["vsoko.result"].search([("import_id", "=", record.id)], order="id")
        return {one.student_id: one for one in found}

    def test_points_and_marks_make_a_work_without_tasks(self):
        first, second = self.pupils
        record = self.check(
            [TITLE], ["ФИО", "Балл", "Отметка"], [first.name, 17, 4], [second.name, "н", ""]
        )
        self.assertEqual(self.counts(record), (2, 0, 0, 0), self.messages(record))
        record.action_load()
        found = self.results(record)
        self.assertEqual((found[first].score, found[first].mark), (17, 4))
        self.assertEqual(found[second].attendance, "absent")
        work = found[first].assessment_id
        self.assertEqual((work.procedure, work.date), ("internal", date(2025, 12, 12)))
        self.assertEqual((work.subject_id.code, work.class_ids.name), ("phys", "9А"))
        self.assertFalse(work.test_id)

    def test_signs_make_tasks_of_one_point_with_halves(self):
        first, second = self.pupils
        record = self.check(
            [TITLE],
            ["ФИО", "1", "2", "3", "Оценка"],
            [first.name, "+", "±", "-", 4],
            [second.name, "+", "+", "+", 5],
        )
        self.assertEqual(self.counts(record), (2, 0, 0, 0), self.messages(record))
        record.action_load()
        found = self.results(record)
        self.assertEqual((found[first].score, found[second].score), (1.5, 3))
        test = found[first].assessment_id.test_id
        self.assertEqual(test.task_ids.mapped("max_score"), [1, 1, 1])

    def test_a_work_of_vpr_typed_by_hand_is_kept_apart(self):
        record = self.check(
            ["ВПР по физике, 9А класс, 12.12.2025"],
            ["ФИО", "Балл", "Отметка"],
            [self.pupils[0].name, 8, 4],
        )
        record.action_load()
        work = self.results(record)[self.pupils[0]].assessment_id
        self.assertEqual(work.procedure, "vpr")

    def test_report_cards_give_the_marks_of_terms(self):
        first, second = self.pupils
        rows = []
        for pupil, marks in ((first, (4, 5)), (second, (3, "н/а"))):
            rows += [[f"Ученик: {pupil.name}"], ["Класс: 9А, 2025/2026 учебный год"]]
            rows += [["Предмет", "1 четверть", "2 четверть"], ["Физика", *marks], []]
        record = self.check(["Табель успеваемости"], *rows)
        self.assertEqual(self.counts(record), (4, 0, 0, 0), self.messages(record))
        record.action_load()
        marks = self.env["vsoko.mark"].search([("import_id", "=", record.id)])
        found = {(one.student_id, one.period_id.number): one.value or one.status for one in marks}
        self.assertEqual(
            found,
            {(first, 1): 4, (first, 2): 5, (second, 1): 3, (second, 2): "not_attested"},
        )
