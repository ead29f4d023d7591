import base64
import io
from datetime import date

import openpyxl

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..evidence.common import AssessmentCase

FIRST = 9
COLUMNS = "EFGHI"


@tagged("post_install", "-at_install")
class TestImportSheet(AssessmentCase):
    """The sheet of an assessment: downloaded, filled in, loaded, taken back."""

    def setUp(self):
        super().setUp()
        self.admin = self.users["administration"]
        self.work = self.work.with_user(self.admin)

    def page_of(self, work=None):
        content = (work or self.work)._build_sheet()[1]
        self.book = openpyxl.load_workbook(io.BytesIO(content))
        return self.book.worksheets[0]

    def upload(self, name="sheet.xlsx", **vals):
        target = io.BytesIO()
        self.book.save(target)
        return (
            self.env["vsoko.import"]
            .with_user(self.admin)
            .create({"name": name, "file": base64.b64encode(target.getvalue())} | vals)
        )

    def fill(self, page, row, cells, variant=None):
        for column, value in zip(COLUMNS, cells, strict=False):
            page[f"{column}{row}"] = value
        page[f"D{row}"] = variant

    def result(self, page, row):
        return self.work.result_ids.filtered(
            lambda one: one.student_id.name == page[f"C{row}"].value
        )

    def test_filled_in_and_loaded(self):
        page = self.page_of()
        self.assertEqual(page.max_row, FIRST - 1 + len(self.work.result_ids))
        self.fill(page, FIRST, (1, 1, 0, 2, "-"), variant="2")
        self.fill(page, FIRST + 1, ("н",))
        self.fill(page, FIRST + 2, ("осв",))
        record = self.upload()
        record.action_check()
        self.assertEqual((record.layout, record.count_changed), ("assessment_sheet", 3))
        self.assertEqual((record.assessment_id, record.count_error), (self.work, 0))
        self.assertEqual(set(self.work.result_ids.mapped("attendance")), {False})
        record.action_load()
        first = self.result(page, FIRST)
        self.assertEqual(
            first.task_score_ids.sorted("task_id").mapped("score"), [1, 1, 0, 2, False]
        )
        self.assertEqual((first.score, first.mark, first.variant), (4, 3, "2"))
        self.assertEqual((first.import_id, first.source_row), (record, FIRST))
        states = [self.result(page, FIRST + place).attendance for place in (1, 2, 3)]
        self.assertEqual(states, ["absent", "exempt", False])

    def test_a_corrected_sheet_and_the_way_back(self):
        page = self.page_of()
        self.fill(page, FIRST, (1, 1, 0, 2, 0))
        self.upload().action_load()
        page = self.page_of()
        self.assertEqual([page[f"{column}{FIRST}"].value for column in COLUMNS], [1, 1, 0, 2, 0])
        self.fill(page, FIRST, (1, 1, 1, 2, 3))
        self.fill(page, FIRST + 1, (0, 0, 0, 0, 0))
        second = self.upload("second.xlsx")
        second.action_load()
        first, other = self.result(page, FIRST), self.result(page, FIRST + 1)
        self.assertEqual((first.score, first.mark, other.score, other.mark), (8, 5, 0, 2))
        second.action_undo()
        self.assertEqual((first.score, first.mark), (4, 3))
        self.assertEqual(
            (other.attendance, other.score, other.task_score_ids.ids), (False, False, [])
        )

    def test_namesakes_keep_their_rows(self):
        one, other = self.pupils_of(self.class_5a)[:2]
        (one | other).name = "Иванов Иван Ильич"
        one.birthdate, other.birthdate = "2014-03-12", "2014-07-01"
        page = self.page_of()
        rows = {page[f"C{row}"].value: row for row in range(FIRST, page.max_row + 1)}
        self.fill(page, rows["Иванов Иван Ильич (12.03.2014)"], (1, 1, 0, 2, 0))
        self.fill(page, rows["Иванов Иван Ильич (01.07.2014)"], ("н",))
        record = self.upload()
        record.action_load()
        self.assertEqual((record.count_changed, record.count_error), (2, 0))
        results = self.work.result_ids.grouped("student_id")
        self.assertEqual((results[one].score, results[other].attendance), (4, "absent"))

    def test_corrections_after_the_load_are_not_lost(self):
        page = self.page_of()
        self.fill(page, FIRST, (1, 1, 0, 2, 0))
        record = self.upload()
        record.action_load()
        sheet = self.work.get_score_sheet()
        row = next(one for one in sheet["rows"] if one["attendance"])
        row["scores"][0] = 0
        self.work.save_score_sheet([row])
        # all that a test writes bears the time of its transaction
        self.env.cr.execute(
            "UPDATE vsoko_result SET write_date = write_date + interval '1 hour' WHERE id = %s",
            [row["id"]],
        )
        with self.assertRaisesRegex(UserError, "^1 "):
            record.action_undo()

    def test_the_sheet_unchanged_changes_nothing(self):
        self.enter(self.work, ("11123", "1-1-0"))
        self.page_of()
        record = self.upload()
        record.action_check()
        counts = record.count_new, record.count_changed, record.count_skipped, record.count_error
        self.assertEqual(counts, (0, 0, 2, 0))

    def test_hostile_changes_name_their_cells(self):
        page = self.page_of()
        for row in range(FIRST, FIRST + 5):
            self.fill(page, row, (1, 1, 0, 2, 0))
        page[f"C{FIRST}"] = "Совсем Другой Ученик"
        page[f"E{FIRST + 1}"] = 2
        page[f"F{FIRST + 2}"] = "н"
        page[f"B{FIRST + 3}"] = "9А"
        page["K8"], page[f"K{FIRST + 4}"] = "Примечание", "опоздал"
        record = self.upload()
        record.action_check()
        told = {(i.severity, i.row, i.column) for i in record.issue_ids}
        self.assertLessEqual(
            {
                ("error", FIRST, "C"),
                ("error", FIRST + 1, "E"),
                ("error", FIRST + 2, "F"),
                ("warning", FIRST + 4, "K"),
            },
            told,
        )
        self.assertEqual((record.count_changed, record.count_new), (1, 0))

    def test_changed_tasks_load_nothing(self):
        for cell, value in (("E8", "1 (5б)"), ("F8", "Без задания"), ("E8", "77 (1б)")):
            page = self.page_of()
            self.fill(page, FIRST, (1, 1, 0, 2, 0))
            page[cell] = value
            record = self.upload()
            with self.subTest(value), self.assertRaises(UserError), self.env.cr.savepoint():
                record.action_load()
        self.assertEqual(set(self.work.result_ids.mapped("attendance")), {False})

    def test_columns_in_another_order(self):
        page = self.page_of()
        page["E8"], page["I8"] = page["I8"].value, page["E8"].value
        self.fill(page, FIRST, (3, 0, 1, 2, 1))
        self.upload().action_load()
        scores = self.result(page, FIRST).task_score_ids.sorted("task_id").mapped("score")
        self.assertEqual(scores, [1, 0, 1, 2, 3])

    def test_another_work_and_a_closed_one(self):
        page = self.page_of()
        self.fill(page, FIRST, (1, 1, 0, 2, 0))
        other = self.make_work(self.class_5a, day=date(2025, 10, 2))
        with self.assertRaisesRegex(UserError, "Математика"), self.env.cr.savepoint():
            self.upload(assessment_id=other.id).action_load()
        page["A3"] = "Работа №: 999999999"
        with self.assertRaisesRegex(UserError, "999999999"), self.env.cr.savepoint():
            self.upload().action_load()
        self.work.result_ids.attendance = "absent"
        self.work.action_close()
        page["A3"] = f"Работа №: {self.work.id}"
        with self.assertRaises(UserError), self.env.cr.savepoint():
            self.upload().action_load()

    def test_a_planned_work_gets_all_its_pupils(self):
        planned = self.make_work(self.class_5a | self.class_5b, day=date(2025, 10, 8))
        page = self.page_of(planned.with_user(self.admin))
        self.fill(page, FIRST, (1, 1, 0, 2, 0))
        self.upload().action_load()
        self.assertEqual(planned.state, "collecting")
        self.assertEqual(len(planned.result_ids), len(self.work.result_ids))
        self.assertEqual(
            (planned.present_count, planned.pending_count), (1, planned.pupil_count - 1)
        )

    def test_a_teacher_gets_the_own_pupils(self):
        rows = self.work.with_user(self.users["teacher"])._get_sheet_rows()
        self.assertTrue(0 < len(rows) < len(self.work.result_ids))
        with self.assertRaises(AccessError):
            self.work.with_user(self.users["specialist"])._build_sheet()

    def read_as(self, role):
        target = io.BytesIO()
        self.book.save(target)
        work = self.work.with_user(self.users[role])
        return work.read_sheet_file("s.xlsx", base64.b64encode(target.getvalue()).decode())

    def test_a_teacher_fills_the_score_sheet_from_the_file(self):
        """Nothing is stored until the score sheet is saved; others' pupils are told, not taken."""
        page = self.page_of()
        known = self.env["vsoko.import"].search([])
        last = page.max_row
        self.fill(page, FIRST, (1, 1, 0, 2, "-"), variant="2")
        self.fill(page, FIRST + 1, ("н",))
        self.fill(page, FIRST + 2, (9, 0, 0, 0, 0))
        self.fill(page, last, (1, 1, 1, 1, 1))
        found = self.read_as("teacher")
        self.assertEqual(
            [(row["attendance"], row["variant"], row["scores"]) for row in found["rows"]],
            [("present", "2", [1, 1, 0, 2, None]), ("absent", "", [None] * 5)],
        )
        self.assertEqual(len(found["problems"]), 2)
        self.assertIn(str(FIRST + 2), found["problems"][0])
        self.assertIn(str(last), found["problems"][1])
        self.assertEqual(set(self.work.result_ids.mapped("attendance")), {False})
        self.assertEqual(self.env["vsoko.import"].search([]), known)

    def test_who_enters_no_results_fills_nothing(self):
        page = self.page_of()
        self.fill(page, FIRST, (1, 1, 0, 2, 0))
        self.assertEqual(self.read_as("association_head")["rows"], [])
        with self.assertRaises(AccessError):
            self.read_as("specialist")

    def test_whoever_gets_the_sheet_reads_it_back(self):
        """The sheet names to each role the pupils that its file is understood to be of."""
        namesake = self.pupils_of(self.class_5a)[:2]
        namesake.name = "Иванов Иван Ильич"
        namesake[0].birthdate, namesake[1].birthdate = "2014-03-12", "2014-07-01"
        for role in ("teacher", "association_head", "administration", "director"):
            page = self.page_of(self.work.with_user(self.users[role]))
            for row in range(FIRST, page.max_row + 1):
                self.fill(page, row, (1, 1, 0, 2, 0))
            found = self.read_as(role)
            named = page.max_row - FIRST + 1
            entered = {"teacher": 6, "association_head": 0}.get(role, 10)
            with self.subTest(role):
                self.assertEqual(named, 6 if role == "teacher" else 10)
                self.assertEqual(len(found["rows"]), entered)
                refused = [text for text in found["problems"] if "do not enter" in text]
                self.assertEqual(len(refused), named - entered)
                self.assertEqual(len(found["problems"]), len(refused))

    def test_pupils_of_nobody_else_are_guessed_by_a_sheet(self):
        """A name that the sheet did not tell is not known, whether or not the school has it."""
        page = self.page_of(self.work.with_user(self.users["teacher"]))
        self.fill(page, FIRST, (1, 1, 0, 2, 0))
        told = []
        for name in (self.pupils_of(self.class_5b)[0].name, "Совсем Другой Ученик"):
            page[f"B{FIRST}"], page[f"C{FIRST}"] = "5Б", name
            (text,) = self.read_as("teacher")["problems"]
            told.append(text.replace(name, ""))
        self.assertEqual(*told)

    def test_the_file_of_another_work_fills_nothing(self):
        other = self.make_work(self.class_5a, day=date(2025, 10, 2))
        other.action_start()
        page = self.page_of(other.with_user(self.admin))
        self.fill(page, FIRST, (1, 1, 0, 2, 0))
        found = self.read_as("teacher")
        self.assertEqual(found["rows"], [])
        self.assertIn("02.10.2025", found["problems"][0])

    def test_the_number_of_queries_does_not_grow(self):
        counts = []
        for pupils in (1, 8):
            work = self.make_work(self.class_5a | self.class_5b, day=date(2025, 11, 5 + pupils))
            page = self.page_of(work.with_user(self.admin))
            for row in range(FIRST, FIRST + pupils):
                self.fill(page, row, (1, 1, 0, 2, 0))
            record = self.upload(f"{pupils}.xlsx")
            self.env.flush_all()
            before = self.env.cr.sql_log_count
            record._load()
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0] + 5)
