import csv
import io
from pathlib import Path

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from ..common import make_user
from .common import ImportCase

CASES = Path(__file__).parents[1] / "samples" / "cases"
PUPILS = [
    ["Список отряда на лето"],
    ["№", "Кто", "Появился", "Поток", "Буква потока", "Рост"],
    [1, "Абрамцев Юрий Павлович", "04.03.2014", 5, "Б", 140],
    [2, "Лодыгина Вера Олеговна", "31.31.2014", 6, "А", 150],
]
USES = ["ignored", "name", "birthdate", "grade", "letter", "ignored"]


def book(rows):
    content = io.StringIO()
    csv.writer(content, delimiter=";").writerows(rows)
    return content.getvalue().encode()


def choice(uses, layout="contingent", row=1, **more):
    """What the page of columns sends."""
    uses = [[use, ""] if isinstance(use, str) else list(use) for use in uses]
    told = {"layout": layout, "sheet": 0, "row": row, "lines": 1, "transposed": False}
    return told | {"uses": uses} | more


@tagged("post_install", "-at_install")
class TestImportColumns(ImportCase):
    """People say what the columns of a table mean, once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Arrangement = cls.env["vsoko.import.arrangement"]

    def upload_pupils(self, rows=PUPILS):
        return self.upload("отряд.csv", book(rows))

    def test_a_list_that_nobody_knows(self):
        record = self.upload_pupils()
        record.action_check()
        self.assertEqual(record.state, "failed")
        record.action_arrange(choice(USES))
        self.assertEqual((record.state, record.layout), ("checked", "contingent"))
        record.action_load()
        pupil = self.env["vsoko.student"].search([("name", "=", "Абрамцев Юрий Павлович")])
        self.assertEqual(pupil.class_id.name, "5Б")

    def test_a_remark_names_the_place_in_the_file(self):
        record = self.upload_pupils()
        record.action_arrange(choice(USES))
        wrong = record.issue_ids.filtered(lambda issue: issue.severity == "error")
        self.assertEqual(
            [(one.row, one.column, one.text) for one in wrong], [(4, "C", "31.31.2014")]
        )

    def test_the_next_file_is_read_by_itself(self):
        self.upload_pupils().action_arrange(choice(USES))
        rows = [["Школа"], [], *([row[0], *row[:0:-1]] for row in PUPILS[1:])]
        record = self.upload_pupils(rows)
        record.action_recognise()
        self.assertEqual(record.layout, "contingent")
        record.action_check()
        self.assertFalse(record.arrangement_id)
        self.assertIn("отряд.csv", "".join(record.issue_ids.mapped("message")))
        self.assertEqual(record.count_new, self.upload_counts(PUPILS))

    def upload_counts(self, rows):
        record = self.upload_pupils(rows)
        record.action_check()
        return record.count_new

    def test_told_again_it_is_changed_and_not_doubled(self):
        record = self.upload_pupils()
        record.action_arrange(choice(USES))
        record.action_arrange(choice([*USES[:5], "note"]))
        known = self.Arrangement.search([])
        self.assertEqual(len(known), 1)
        self.assertIn("Примечание", known.columns)

    def test_what_is_forgotten_is_asked_anew(self):
        record = self.upload_pupils()
        record.action_arrange(choice(USES))
        record.arrangement_id.unlink()
        other = self.upload_pupils()
        other.action_check()
        self.assertEqual(other.state, "failed")

    def test_another_school_remembers_its_own(self):
        self.upload_pupils().action_arrange(choice(USES))
        company = self.env["res.company"].sudo().create({"name": "Школа № 2"})
        self.user.sudo().company_ids += company
        other = self.upload_pupils().with_company(company)
        other = self.env["vsoko.import"].create(
            {"name": "x.csv", "file": other.file, "company_id": company.id}
        )
        other.action_check()
        self.assertEqual(other.state, "failed")


@tagged("post_install", "-at_install")
class TestColumnsPage(ImportCase):
    """What the page of columns is told and what it may say."""

    def test_it_begins_with_a_guess(self):
        rows = [
            ["Класс: 9А"],
            ["Дитя", "Дата рождения", "Класс"],
            ["Новиков Илья", "1.2.2014", "5А"],
        ]
        told = self.upload("a.csv", book(rows)).get_columns()
        self.assertEqual(told["choice"]["layout"], "contingent")
        self.assertEqual(told["choice"]["row"], 1)
        fields = [use[0] for use in told["choice"]["uses"]]
        self.assertEqual(fields[1:], ["birthdate", "class_name"])

    def test_the_preview_shows_how_rows_are_read(self):
        record = self.upload("отряд.csv", book(PUPILS))
        told = record.look_columns(choice(USES))
        self.assertFalse(told["faults"])
        self.assertEqual(told["labels"][:2], ["ФИО", "Дата рождения"])
        self.assertEqual(told["preview"][0][:2], ["Абрамцев Юрий Павлович", "04.03.2014"])
        self.assertEqual(len(told["preview"]), 1)
        self.assertIn("31.31.2014", told["problems"][0])

    def test_a_missing_column_is_named(self):
        record = self.upload("отряд.csv", book(PUPILS))
        uses = ["ignored", "name", "birthdate", "ignored", "letter", "ignored"]
        self.assertEqual(len(record.look_columns(choice(uses))["faults"]), 1)
        with self.assertRaises(UserError):
            record.action_arrange(choice(uses))
        self.assertFalse(self.env["vsoko.import.arrangement"].search([]))

    def test_a_column_told_twice_and_a_task_without_a_maximum(self):
        record = self.upload("отряд.csv", book(PUPILS))
        twice = record.look_columns(choice(["name", *USES[1:]]))["faults"]
        self.assertEqual(len(twice), 1)
        tasks = ["ignored", "name", ["task", "1=2"], ["task", ""], "ignored", "ignored"]
        self.assertEqual(len(record.look_columns(choice(tasks, "task_points"))["faults"]), 1)

    def test_what_no_page_sends_is_refused(self):
        record = self.upload("отряд.csv", book(PUPILS))
        for wrong in (
            {},
            choice(USES, row=-1),
            choice(USES, row=10**9),
            choice(USES, row=float("inf")),
            choice(USES, sheet=7),
            choice(USES, lines=99),
            choice(USES, layout="x"),
            choice(["no_such_field"]),
            choice([["name", "я" * 1000]]),
            choice(USES) | {"uses": 5},
            None,
        ):
            with self.assertRaises(UserError):
                record.look_columns(wrong)

    def test_nothing_is_written_by_hand(self):
        record = self.upload("отряд.csv", book(PUPILS))
        record.action_arrange(choice(USES))
        known = record.arrangement_id
        known.name = "Лагерь"
        with self.assertRaises(AccessError):
            known.content = '["staff", [["кто", "name", ""]], 1, false]'
        with self.assertRaises(AccessError):
            known.copy()
        for content in ("", "x", "[1]", '["contingent", [["a", "no_such", ""]], 1, false]'):
            with self.assertRaises(ValidationError):
                known.sudo().content = content

    def test_only_the_administration(self):
        record = self.upload("отряд.csv", book(PUPILS))
        teacher = make_user(self.env(su=True), "t", "teacher")
        for call in (
            lambda one: one.get_columns(),
            lambda one: one.look_columns(choice(USES)),
            lambda one: one.action_arrange(choice(USES)),
        ):
            with self.assertRaises(AccessError):
                call(record.with_user(teacher))

    def test_a_loaded_file_stays(self):
        record = self.upload("отряд.csv", book(PUPILS))
        record.action_arrange(choice(USES))
        record.action_load()
        with self.assertRaises(UserError):
            record.action_arrange(choice(USES))


@tagged("post_install", "-at_install")
class TestOtherLayouts(ImportCase):
    """Layouts of practice that need no question, or one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.load_base()

    def check(self, name):
        record = self.upload(name, next(CASES.glob(f"*/{name}")).read_bytes())
        record.action_check()
        return record

    def test_lists_of_pupils_with_other_headings(self):
        for name in ("B12a_heading.xlsx", "B12c_heading.xlsx", "B12g_heading.xlsx"):
            with self.subTest(name):
                record = self.check(name)
                self.assertEqual((record.state, record.layout), ("checked", "contingent"))
                self.assertEqual((record.count_new, record.count_error), (1, 0))

    def test_a_long_list_of_marks(self):
        record = self.check("L6_long.xlsx")
        self.assertEqual(record.layout, "marks_list")
        self.assertEqual((record.class_id.name, record.period_id), ("9А", self.q1))
        self.assertEqual((record.count_new, record.count_error), (10, 0))
        record.action_load()
        marks = self.env["vsoko.mark"].search([("import_id", "=", record.id)])
        self.assertEqual(len(marks), 10)

    def test_a_ledger_with_pupils_in_its_heading(self):
        record = self.check("C7_transposed.xlsx")
        self.assertEqual(record.layout, "class_ledger")
        self.assertEqual((record.count_new, record.count_error), (10, 0))
        record.action_load()
        third = self.env["vsoko.student"].search([("name", "=", "Вербина Варвара Михайловна")])
        algebra = self.env["vsoko.mark"].search(
            [("student_id", "=", third.id), ("subject_id.name", "=", "Алгебра")]
        )
        self.assertEqual((algebra.value, algebra.period_id), (5, self.q1))

    def test_points_by_task_go_to_the_chosen_assessment(self):
        rows = [
            ["Участник", "Первое", "Второе", "Всего"],
            ["Бондаревский Тимур Андреевич", 1, 2, 3],
            ["Ведёркина Стефания Романовна", 0, 1, 1],
        ]
        work = self.env["vsoko.assessment"].create(
            {
                "type_id": self.env["vsoko.assessment.type"]
                .search([("procedure", "=", "internal")], limit=1)
                .id,
                "subject_id": self.env["vsoko.subject"].search([("name", "=", "Алгебра")]).id,
                "class_ids": self.env["vsoko.class"].search([("name", "=", "9А")]).ids,
                "date": "2025-10-01",
            }
        )
        record = self.upload("работа.csv", book(rows))
        uses = ["name", ["task", "1 = 1"], ["task", "2 = 2"], "total"]
        record.action_arrange(choice(uses, "task_points", row=0))
        self.assertEqual((record.count_new, record.count_error), (0, 1))
        record.assessment_id = work
        record.action_check()
        self.assertEqual((record.count_new, record.count_error), (2, 0))
        record.action_load()
        self.assertEqual(work.test_id.task_ids.mapped("max_score"), [1, 2])
        self.assertEqual(sorted(work.result_ids.mapped("score")), [1, 3])
