from datetime import date

from odoo.exceptions import UserError
from odoo.tests import tagged

from ...tools.analysis import grouped_tasks
from ..pure.vpr_files import book, of_2020, of_2021, of_2022
from .common import ImportCase

DAY = date(2026, 4, 20)
PUPILS = (
    (101, "а", 1, 4, (1, "X", 2)),
    (102, "а", 2, 3, (0, 1, 1)),
    (103, "а", "отсутствовал", "", ()),
)
DESCRIPTION = [
    ["№ КИМ", "№", "Уровень сложности", "Код КЭС", "Код КТ", "Максимальный балл"],
    ["1", "1", "Б", "1", "2.1", "1"],
    ["2(1)", "2", "Б", "1", "2.2", "1"],
    ["2(1)", "2", "Б", "3", "2.2", "1"],
    ["2(2)", "3", "П", "3", "2.1", "2"],
]


@tagged("post_install", "-at_install")
class TestImportVprYears(ImportCase):
    """Results of VPR as the federal system gives them out: codes, no names, no subject."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.school_class = cls.env["vsoko.class"].create(
            {"year_id": cls.year.id, "grade": 4, "letter": "А"}
        )
        cls.pupils = cls.env["vsoko.student"].create(
            [{"name": f"Кедрова Анна {name}"} for name in ("Ильинична", "Львовна", "Юрьевна")]
        )
        cls.env["vsoko.enrolment"].create(
            [
                {
                    "student_id": pupil.id,
                    "class_id": cls.school_class.id,
                    "date_from": cls.year.date_start,
                }
                for pupil in cls.pupils
            ]
        )
        cls.subject = cls.env["vsoko.subject"].search([("code", "=", "math")], limit=1)
        cls.env["vsoko.participant.code"].create(
            [
                {
                    "year_id": cls.year.id,
                    "subject_id": cls.subject.id,
                    "grade": 4,
                    "code": str(code),
                    "student_id": pupil.id,
                }
                for code, pupil in zip((101, 102, 103), cls.pupils, strict=True)
            ]
        )

    def upload_book(self, sheet, told=True, **vals):
        if told:
            vals = {"subject_id": self.subject.id, "grade": 4, "work_date": DAY} | vals
        return self.upload("vpr.xlsx", book(Протокол=sheet), **vals)

    def points(self, record):
        results = self.env["vsoko.result"].search([("import_id", "=", record.id)])
        return {result.student_id.name.split()[-1]: result.score for result in results}

    def test_the_user_is_asked_once_for_what_the_file_does_not_name(self):
        record = self.upload_book(of_2020(*PUPILS), told=False)
        record.action_check()
        self.assertTrue(record.is_empty)
        message = self.messages(record, "error")[0]
        for name in ("subject", "grade", "day"):
            self.assertIn(name, message)
        record.write({"subject_id": self.subject.id, "grade": 4, "work_date": DAY})
        record.action_check()
        self.assertEqual(self.counts(record), (3, 0, 0, 0), self.messages(record))

    def test_results_of_three_headings(self):
        for sheet in (of_2020(*PUPILS), of_2021(*PUPILS), of_2022(*PUPILS)):
            record = self.upload_book(sheet)
            record._load()
            with self.subTest(sheet[0][0]):
                self.assertEqual(
                    self.points(record), {"Ильинична": 3, "Львовна": 2, "Юрьевна": False}
                )
                results = self.env["vsoko.result"].search([("import_id", "=", record.id)])
                self.assertEqual(results.class_id, self.school_class)
                self.assertEqual(results.assessment_id.date, DAY)
                self.assertEqual(set(results.mapped("attendance")), {"present", "absent"})
            record._undo()

    def test_without_codes_the_list_of_codes_is_asked_for(self):
        self.env["vsoko.participant.code"].search([]).unlink()
        record = self.upload_book(of_2020(*PUPILS))
        record.action_check()
        self.assertIn("codes", self.messages(record, "error")[-1])
        with self.assertRaises(UserError):
            record.action_load()

    def test_of_a_file_of_many_schools_the_own_rows_are_taken(self):
        rows = of_2021(*PUPILS, login="SCH1")
        rows += of_2021((101, "а", 1, 5, (9, 9, 9)), (999, "а", 1, 5, (1, 1, 1)), login="sch2")[1:]
        record = self.upload_book(rows)
        record.action_check()
        self.assertIn("login", self.messages(record, "error")[0])
        self.env.company.sudo().vsoko_login = "sch1"
        record.action_check()
        self.assertEqual(self.counts(record), (3, 0, 0, 0), self.messages(record))
        self.assertTrue(any("2 rows are of other schools" in one for one in self.messages(record)))
        self.env.company.sudo().vsoko_login = "sch7"
        record.action_check()
        self.assertIn("sch7", self.messages(record, "error")[0])

    def test_the_description_of_the_work_gives_its_tasks(self):
        plan = self.upload(
            "plan.xlsx", book(Лист1=DESCRIPTION), subject_id=self.subject.id, grade=4
        )
        plan.action_check()
        self.assertEqual(self.counts(plan), (3, 0, 0, 0), self.messages(plan))
        plan._load()
        test = self.env["vsoko.test"].search(
            [("subject_id", "=", self.subject.id), ("grade", "=", 4)]
        )
        self.assertEqual(test.task_ids.mapped("number"), ["1", "2.1", "2.2"])
        self.assertEqual(test.task_ids[1].content_ids.mapped("code"), ["1", "3"])
        record = self.upload_book(of_2020(*PUPILS))
        record._load()
        work = self.env["vsoko.result"].search([("import_id", "=", record.id)]).assessment_id
        self.assertEqual(work.test_id, test)
        groups = grouped_tasks(work._make_work(), "content")
        found = {group.key[0]: round(group.percent, 4) for group in groups}
        # element 1: tasks 1 and 2.1, 2 of 4 points; element 3: tasks 2.1 and 2.2, 4 of 6
        self.assertEqual(found, {"1": 50, "3": 66.6667})

    def test_a_description_loaded_again_changes_nothing(self):
        vals = {"subject_id": self.subject.id, "grade": 4}
        self.upload("plan.xlsx", book(Лист1=DESCRIPTION), **vals)._load()
        again = self.upload("plan2.xlsx", book(Лист1=[*DESCRIPTION, []]), **vals)
        again.action_check()
        self.assertEqual(self.counts(again), (0, 0, 3, 0))

    def test_an_official_codifier_is_of_the_subject_and_grade_that_the_user_names(self):
        rows = [["Код", "Проверяемые требования к уровню подготовки"], ["7", "Считать"]]
        record = self.upload("kt.xlsx", book(Лист1=rows))
        record.action_check()
        self.assertEqual(record.count_error, 1)
        record.write({"subject_id": self.subject.id, "grade": 4})
        record._load()
        skill = self.env["vsoko.skill"].search(
            [("subject_id", "=", self.subject.id), ("code", "=", "7"), ("grade_to", "=", 4)]
        )
        self.assertEqual((skill.name, skill.grade_from), ("Считать", 4))
