from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from .sheet_case import SheetCase

PARTS = ("vsoko.sheet", "vsoko.sheet.line", "vsoko.sheet.evidence", "vsoko.sheet.change")


@tagged("post_install", "-at_install")
class TestSheetRights(SheetCase):
    """The own sheet and nobody else's."""

    def found(self, user, name="vsoko.sheet"):
        return self.env[name].with_user(user).search([])

    def test_a_teacher_sees_the_own_sheet_alone(self):
        self.assertEqual(self.found(self.teacher), self.sheet)
        self.assertEqual(self.found(self.teacher, "vsoko.sheet.line").sheet_id, self.sheet)
        foreign = (self.sheets - self.sheet)[0].with_user(self.teacher)
        with self.assertRaises(AccessError):
            foreign.read(["total"])
        with self.assertRaises(AccessError):
            foreign.line_ids.read(["points"])
        with self.assertRaises(AccessError):
            foreign.export_data(["total"])

    def test_points_of_others_are_not_guessed(self):
        self.line("2.2").claimed = 3
        foreign = (self.sheets - self.sheet)[0]
        self.line("2.2", foreign).claimed = 3
        Sheet = self.env["vsoko.sheet"].with_user(self.teacher)
        self.assertEqual(Sheet.search_count([("total", ">=", 0)]), 1)
        self.assertEqual(Sheet.search([("line_ids.claimed", "=", 3)]), self.sheet)
        self.assertEqual(Sheet.search([], order="total desc"), self.sheet)
        groups = Sheet._read_group([], ["teacher_id"], ["__count"])
        self.assertEqual(groups, [(self.teachers[0], 1)])
        Teacher = self.env["vsoko.teacher"].with_user(self.teacher)
        self.assertNotIn("sheet_ids", Teacher._fields)

    def test_the_head_sees_those_of_the_association_while_they_are_checked(self):
        own = self.sheets.filtered(lambda one: one.teacher_id == self.teachers[3])
        self.assertEqual(self.found(self.head), own)
        self.bring("checked")
        self.assertEqual(self.found(self.head), own | self.sheet)
        self.line("2.1", by=self.head).write({"checked": 1, "reason": "Урок был в другой четверти"})
        self.sheet.with_user(self.director).action_send()
        self.assertEqual(self.found(self.head), own)

    def test_the_commission_sees_what_came_before_it(self):
        for name in PARTS:
            self.assertFalse(self.found(self.chair, name), name)
        self.bring("commission")
        self.assertEqual(self.found(self.chair), self.sheet)
        self.assertEqual(self.found(self.chair, "vsoko.sheet.line"), self.sheet.line_ids)
        self.assertFalse(self.found(self.users["specialist"]))

    def test_a_teacher_writes_claims_and_nothing_else(self):
        line = self.line("2.2", by=self.teacher)
        line.claimed = 1
        for vals in ({"program_points": 3}, {"value": 3}, {"records": 3}):
            with self.assertRaises(AccessError):
                line.write(vals)
        for vals in ({"checked": 3}, {"final": 3}):
            with self.assertRaises(UserError):
                line.write(vals)
        with self.assertRaises(AccessError):
            self.sheet.with_user(self.teacher).commission_id = self.commission
        with self.assertRaises(AccessError):
            self.sheet.with_user(self.teacher).meeting_id = self.minutes()
        nested = [Command.update(line.id, {"final": 3})]
        with self.assertRaises(UserError):
            self.sheet.with_user(self.teacher).line_ids = nested

    def test_nobody_decides_on_the_own_sheet(self):
        self.commission.chair_id.user_id = self.teacher
        self.bring_without_chair()
        with self.assertRaises(AccessError):
            self.line("2.1", by=self.teacher).final = 4
        self.line("2.1", by=self.people["secretary"]).final = 4
        self.assertEqual(self.line("2.1").points, 4)

    def bring_without_chair(self):
        self.sheet.with_user(self.teacher).action_hand_in()
        self.sheet.with_user(self.director).action_send()

    def test_a_head_does_not_check_the_own_sheet(self):
        own = self.sheets.filtered(lambda one: one.teacher_id == self.teachers[3])
        own.with_user(self.head).action_hand_in()
        with self.assertRaises(AccessError):
            self.line("2.1", own, by=self.head).checked = 4

    def test_nobody_writes_the_history(self):
        self.line("2.2", by=self.teacher).claimed = 1
        change = self.line("2.2").change_ids
        self.assertEqual((change.after, change.changed_by_id), (1, self.teacher))
        with self.assertRaises(AccessError):
            change.with_user(self.director).reason = "Иначе"
