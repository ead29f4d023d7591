from odoo.tests import HttpCase, tagged

from .sheet_case import SheetCase, approve_scheme, make_scheme, make_sheets


@tagged("post_install", "-at_install")
class TestSheetPhoneTour(SheetCase, HttpCase):
    """A teacher assesses the own work on a phone."""

    browser_size = "390x844"
    touch_enabled = True

    def test_a_record_with_a_photo_is_handed_in(self):
        self.start_tour("/odoo/vsoko-my-sheet", "vsoko_sheet_mine", login=self.teacher.login)
        self.env.invalidate_all()
        record = self.line("2.3").evidence_ids
        self.assertEqual((record.name, str(record.date)), ("Вечер чтения", "2025-10-10"))
        self.assertEqual(record.document_ids.mapped("name"), ["evening.jpg"])
        self.assertEqual(self.line("2.3").program_points, 2)
        self.assertEqual(self.sheet.state, "checked")


@tagged("post_install", "-at_install")
class TestSheetCommissionTour(SheetCase, HttpCase):
    """The chair decides on a sheet that is known by its number; an order ends it."""

    def test_from_the_commission_to_the_order(self):
        scheme = approve_scheme(
            make_scheme(self.env, name="По номерам", is_numbered=True), self.director
        )
        numbered = make_sheets(scheme, self.q1, self.director, commission_id=self.commission.id)
        sheet = numbered[:1]
        sheet.with_user(self.director).action_hand_in()
        sheet.with_user(self.director).action_send()
        minutes = self.minutes()
        self.start_tour(
            "/odoo/vsoko-commission-sheets", "vsoko_sheet_commission", login=self.chair.login
        )
        self.env.invalidate_all()
        self.assertEqual((sheet.state, sheet.meeting_id), ("acquainted", minutes))
        self.assertEqual(self.line("2.2", sheet).final, 2)
        sheet._store({"appeal_until": self.yesterday})
        sheet.with_user(self.director).action_finish()
        order = self.env["vsoko.document"].with_user(self.director)
        order = order.create({"name": "О баллах", "kind": "order"})
        order.action_approve()
        sheet.with_user(self.director).order_id = order
        self.assertEqual((sheet.state, sheet.order_id.state), ("final", "approved"))
