from odoo.tests import HttpCase, tagged

from .note_case import NoteCase


@tagged("post_install", "-at_install")
class TestOrderTour(NoteCase, HttpCase):
    def test_from_the_work_to_the_draft_of_an_order(self):
        self.approve(self.make_note())
        self.start_tour(
            f"/odoo/vsoko-assessments/{self.work.id}",
            "vsoko_order_from_note",
            login="school_administration",
        )
        order = self.env["vsoko.report"].search([("type", "=", "assessment_order")])
        self.assertEqual((order.assessment_id, order.state), (self.work, "draft"))
