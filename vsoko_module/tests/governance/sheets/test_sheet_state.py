from datetime import timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged

from .sheet_case import SheetCase


@tagged("post_install", "-at_install")
class TestSheetState(SheetCase):
    """From the own assessment to the minutes, with an appeal."""

    def test_lower_points_need_a_reason(self):
        self.line("2.2", by=self.teacher).claimed = 3
        self.bring("checked")
        line = self.line("2.2", by=self.head)
        with self.assertRaises(UserError):
            line.checked = 1
        line.write({"checked": 1, "reason": "Одно выступление"})
        change = self.line("2.2").change_ids[0]
        self.assertEqual((change.before, change.after, change.stage), (3, 1, "checked"))
        self.assertEqual(change.reason, "Одно выступление")
        line.checked = 2
        self.assertEqual(self.sheet.total, 1 + 2 + 2)

    def test_points_are_taken_away_with_a_reason(self):
        with self.assertRaises(UserError):
            self.line("3.1", by=self.teacher).claimed = 0
        self.bring("checked")
        line = self.line("3.1", by=self.director)
        with self.assertRaises(UserError):
            line.checked = -1
        with self.assertRaises(ValidationError):
            line.write({"checked": -4, "reason": "Больше предела"})
        line.write({"checked": -1, "reason": "Журнал за октябрь заполнен 5 ноября"})
        self.assertEqual(self.sheet.total, 1 + 2 - 1)

    def test_who_says_nothing_leaves_the_points_of_the_step_before(self):
        self.assertEqual(self.sheet.total, 3)
        self.bring("commission")
        self.assertEqual(self.sheet.total, 3)
        self.line("2.1", by=self.chair).final = 4
        self.assertEqual(self.sheet.total, 5)

    def test_the_commission_decides_in_signed_minutes(self):
        sheet = self.bring("commission").with_user(self.chair)
        with self.assertRaises(UserError):
            sheet.action_decide()
        meeting = self.minutes()
        foreign = self.env["vsoko.meeting"].create(
            {"body_id": self.bodies["methodical"].id, "date_start": meeting.date_start}
        )
        with self.assertRaises(ValidationError):
            sheet.sudo().meeting_id = foreign
        sheet.meeting_id = meeting
        with self.assertRaises(AccessError):
            sheet.with_user(self.director).action_decide()
        sheet.action_decide()
        self.assertEqual(self.sheet.state, "acquainted")
        self.assertEqual(self.sheet.minutes_text, meeting.display_name)

    def test_after_the_minutes_all_is_frozen(self):
        sheet = self.bring("acquainted")
        for record in (self.line("2.1"), self.line("2.1", by=self.chair)):
            with self.assertRaises(UserError):
                record.write({"final": 1, "reason": "Иначе"})
        with self.assertRaises(UserError):
            self.line("2.1").evidence_ids.name = "Иначе"
        with self.assertRaises(UserError):
            sheet.write({"meeting_id": False})
        with self.assertRaises(UserError):
            sheet.line_ids[:1].unlink()
        with self.assertRaises(UserError):
            sheet.action_fill()

    def test_points_are_final_when_nobody_has_appealed_in_time(self):
        sheet = self.bring("acquainted")
        with self.assertRaises(UserError):
            sheet.with_user(self.director).action_finish()
        sheet._store({"appeal_until": self.yesterday})
        sheet.with_user(self.director).action_finish()
        self.assertEqual(sheet.state, "final")
        with self.assertRaises(UserError):
            self.say(sheet, "appeal", "Не согласен", self.teacher)

    def test_changed_points_are_shown_anew(self):
        sheet = self.bring("acquainted")
        sheet.with_user(self.teacher).action_acknowledge()
        sheet._store({"appeal_until": self.today})
        self.say(sheet, "appeal", "Забыт урок", self.teacher)
        self.line("2.1", by=self.chair).final = 4
        with self.assertRaises(UserError):
            self.say(sheet, "answer", "Учтено", self.chair)
        sheet.with_user(self.chair).answer_meeting_id = self.minutes(1)
        self.say(sheet, "answer", "Учтено", self.chair)
        self.assertEqual(sheet.state, "acquainted")
        self.assertFalse(sheet.acknowledged_at)
        self.assertGreater(sheet.appeal_until, self.today + timedelta(days=4))

    def test_an_answer_without_changes_ends_the_sheet(self):
        sheet = self.bring("acquainted")
        with self.assertRaises(AccessError):
            self.say(sheet, "appeal", "Не согласен", self.director)
        self.say(sheet, "appeal", "Не согласен", self.teacher)
        sheet.with_user(self.chair).answer_meeting_id = self.minutes(1)
        self.say(sheet, "answer", "Оснований нет", self.chair)
        self.assertEqual((sheet.state, sheet.appeal_answer), ("final", "Оснований нет"))

    def test_an_appeal_is_too_late(self):
        sheet = self.bring("acquainted")
        sheet._store({"appeal_until": self.yesterday})
        with self.assertRaises(UserError):
            self.say(sheet, "appeal", "Не согласен", self.teacher)

    def test_days_off_make_the_term_longer(self):
        sheet = self.bring("acquainted")
        sheet._store({"shown_date": "2025-12-31"})
        # after the holidays 9, 12, 13, 14 and 15 January
        self.assertEqual(str(sheet.appeal_until), "2026-01-15")
        leaves = self.env["resource.calendar.leaves"]
        leaves.create(
            {
                "name": "Перенос",
                "company_id": sheet.company_id.id,
                "calendar_id": sheet.company_id.resource_calendar_id.id,
                "date_from": "2026-01-09 00:00:00",
                "date_to": "2026-01-09 12:00:00",
            }
        )
        self.assertEqual(str(sheet.appeal_until), "2026-01-15", "what was told stays")
        sheet._store({"shown_date": "2025-12-30"})
        self.assertEqual(str(sheet.appeal_until), "2026-01-15", "31, 12 to 15")

    def test_a_sheet_goes_back_with_a_reason(self):
        sheet = self.bring("checked")
        with self.assertRaises(UserError):
            self.say(sheet, "return", " ", self.director)
        self.say(sheet, "return", "Добавьте фото", self.director)
        self.assertEqual((sheet.state, sheet.return_reason), ("self", "Добавьте фото"))
        with self.assertRaises(AccessError):
            self.say(sheet, "return", "Ещё", self.teacher)

    def test_a_claim_by_hand_shows_what_it_is_for(self):
        line = self.line("2.3", by=self.teacher)
        line.claimed = 2
        with self.assertRaises(UserError):
            self.sheet.with_user(self.teacher).action_hand_in()
        vals = {"line_id": line.id, "name": "Вечер чтения", "date": "2025-10-10"}
        record = self.env["vsoko.sheet.evidence"].with_user(self.teacher).create(vals)
        self.assertEqual((line.records, line.program_points), (1, 2))
        with self.assertRaises(UserError):
            self.sheet.with_user(self.teacher).action_hand_in()
        record.document_ids = [Command.create({"name": "a.jpg", "raw": b"1"})]
        self.sheet.with_user(self.teacher).action_hand_in()
        self.assertEqual(self.sheet.state, "checked")
