from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .sheet_case import GROUPS, SheetCase, approve_scheme, make_scheme, make_sheets

ORDER = "Приказ № 12 от 10.09.2025"


@tagged("post_install", "-at_install")
class TestSheetPaid(SheetCase):
    """What was paid by another order, what nobody claims, and what is about other positions."""

    def lesson_record(self, by=None):
        return self.line("2.1").evidence_ids.with_user(by or self.teacher)

    def test_what_was_paid_elsewhere_is_shown_and_gives_nothing(self):
        self.lesson_record().paid_elsewhere = ORDER
        line = self.line("2.1")
        self.assertEqual((line.records, line.program_points), (1, 0))
        self.assertEqual(self.sheet.total, 1)
        self.sheet.with_user(self.teacher).action_fill()
        self.assertEqual(self.lesson_record().paid_elsewhere, ORDER, "counted again, still said")
        self.assertEqual(line.program_points, 0)
        self.lesson_record().paid_elsewhere = False
        self.assertEqual(line.program_points, 2)

    def test_it_is_not_claimed_beside(self):
        self.lesson_record().paid_elsewhere = ORDER
        self.line("2.1", by=self.teacher).claimed = 2
        with self.assertRaises(UserError):
            self.sheet.with_user(self.teacher).action_hand_in()
        self.line("2.1", by=self.teacher).claimed = 0
        self.sheet.with_user(self.teacher).action_hand_in()

    def test_the_check_says_it_with_the_reason(self):
        self.bring("checked")
        with self.assertRaises(AccessError):
            self.lesson_record(self.teacher).paid_elsewhere = ORDER
        self.lesson_record(self.head).paid_elsewhere = ORDER
        line = self.line("2.1")
        self.assertEqual((line.checked, line.points), (0, 0))
        change = line.change_ids[0]
        self.assertEqual((change.before, change.after, change.stage), (2, 0, "checked"))
        self.assertEqual((change.reason, change.changed_by_id), (ORDER, self.head))
        with self.assertRaises(UserError):
            self.lesson_record(self.head).name = "Другой урок"

    def test_nobody_says_it_of_the_own_sheet_at_the_check(self):
        self.commission.chair_id.user_id = self.teacher
        own = self.sheets.filtered(lambda one: one.teacher_id == self.teachers[3])
        self.lesson.copy({"teacher_id": self.teachers[3].id})
        own.action_fill()
        own.with_user(self.head).action_hand_in()
        record = self.line("2.1", own).evidence_ids
        with self.assertRaises(AccessError):
            record.with_user(self.head).paid_elsewhere = ORDER
        self.bring("commission")
        with self.assertRaises(UserError):
            self.lesson_record(self.director).paid_elsewhere = ORDER

    def test_the_share_of_the_maximum(self):
        # 1.1 and 2.1 give 1 and 2; at most 5 of the first group, of the second its cap of 5
        self.assertEqual((self.sheet.total, self.sheet.most, self.sheet.share), (3, 10, 30))
        scheme = approve_scheme(make_scheme(self.env, leaves_unclaimed=True), self.director)
        self.sheet.unlink()
        sheet = make_sheets(scheme, self.q1, self.director)
        sheet = sheet.filtered(lambda one: one.teacher_id == self.teachers[0])
        # of the second group only the lessons, at most 4, are claimed
        self.assertEqual((sheet.total, sheet.most), (3, 9))
        self.line("2.2", sheet).claimed = 0
        self.assertEqual(sheet.most, 10, "claimed as nothing: judged by it")

    def test_a_criterion_of_another_position_is_no_line(self):
        first, *others = GROUPS
        name, cap, (criterion,) = first
        groups = ((name, cap, ({**criterion, "positions": "психолог, Логопед"},)), *others)
        self.teachers[1].position = "Логопед"
        scheme = approve_scheme(make_scheme(self.env, groups), self.director)
        sheets = make_sheets(scheme, self.q1, self.director)
        codes = {
            sheet.teacher_id: set(sheet.line_ids.criterion_id.mapped("code")) for sheet in sheets
        }
        self.assertIn("1.1", codes[self.teachers[1]])
        self.assertNotIn("1.1", codes[self.teachers[0]])
        self.assertEqual(sheets.filtered(lambda s: s.teacher_id == self.teachers[0]).most, 5)
