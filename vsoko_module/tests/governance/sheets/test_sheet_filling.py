from odoo.exceptions import UserError
from odoo.tests import tagged

from .sheet_case import SheetCase, make_sheets


@tagged("post_install", "-at_install")
class TestSheetFilling(SheetCase):
    """The program fills sheets with what it knows."""

    def test_a_figure_of_the_teacher_gives_points_of_its_scale(self):
        line = self.line("1.1")
        self.assertEqual((line.value, line.program_points), (50, 1))
        self.assertIn("3", line.gap_text)
        other = self.sheets.filtered(lambda one: one.teacher_id == self.teachers[3])
        self.assertIs(self.line("1.1", other).program_points, False, "no lessons: no figure")
        self.assertIs(other.total, False)

    def test_a_grey_figure_is_none(self):
        figure = self.env["vsoko.indicator.value"].search(
            [
                ("indicator_id.code", "=", "quality"),
                ("scope", "=", "teacher"),
                ("teacher_id", "=", self.teachers[0].id),
                ("period_id", "=", self.q1.id),
            ]
        )
        figure.write({"status": "grey"})
        self.sheet.action_fill()
        self.assertIs(self.line("1.1").value, False)
        self.assertIs(self.line("1.1").program_points, False)

    def test_a_barred_figure_is_none(self):
        self.env.cr.execute("UPDATE vsoko_indicator_value SET rating_allowed = FALSE")
        self.sheet.action_fill()
        self.assertIs(self.line("1.1").value, False)

    def test_records_of_the_period_give_points_once(self):
        line = self.line("2.1")
        self.assertEqual((line.records, line.program_points), (1, 2))
        self.assertEqual(line.evidence_ids.event_id, self.lesson)
        self.lesson.copy({"name": "Проценты", "date": "2026-01-20"})
        self.lesson.copy({"name": "Площадь", "date": "2025-09-20"})
        self.lesson.copy({"name": "Объём", "date": "2025-09-21"})
        self.sheet.action_fill()
        self.assertEqual((line.records, line.program_points), (3, 4), "never over the maximum")

    def test_one_event_is_paid_under_one_criterion(self):
        self.lesson.copy({"kind": "speech"})
        self.sheet.action_fill()
        self.assertEqual(self.line("2.1").program_points, 2, "the criterion that gives more")
        self.assertIs(self.line("2.2").program_points, False)

    def test_one_event_is_paid_in_one_period(self):
        self.lesson.date = self.q2.date_start
        sheets = make_sheets(self.scheme, self.q2, self.director)
        later = sheets.filtered(lambda one: one.teacher_id == self.teachers[0])
        self.assertIs(self.line("2.1", later).program_points, False, "paid in the first quarter")
        self.sheet.action_fill()
        later.action_fill()
        self.assertIs(self.line("2.1").program_points, False)
        self.assertEqual(self.line("2.1", later).program_points, 2)

    def test_groups_keep_their_cap(self):
        self.line("2.1").write({"claimed": 4})
        self.line("2.2").write({"claimed": 3})
        self.assertEqual(self.sheet.total, 1 + 5)

    def test_the_number_of_queries_does_not_depend_on_the_number_of_sheets(self):
        self.env.invalidate_all()
        one = self.count_queries(self.sheet)
        self.env.invalidate_all()
        self.assertLessEqual(self.count_queries(self.sheets), one + 2)

    def count_queries(self, sheets):
        before = self.env.cr.sql_log_count
        sheets._fill()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def test_making_again_keeps_what_is_there(self):
        self.line("2.2", by=self.teacher).claimed = 2
        again = make_sheets(self.scheme, self.q1, self.director)
        self.assertEqual(again, self.sheets)
        self.assertEqual(self.line("2.2").claimed, 2)

    def test_nobody_with_the_position_is_said(self):
        scheme = self.scheme.copy({"positions": "водолаз"})
        scheme._store({"state": "approved", "approved_by_id": 1, "approved_date": "2025-09-01"})
        with self.assertRaises(UserError):
            make_sheets(scheme, self.q1, self.director)
