from odoo.tests import HttpCase, tagged

from .common import AssessmentCase


@tagged("post_install", "-at_install")
class TestScoreSheetTour(AssessmentCase, HttpCase):
    def test_from_the_plan_to_the_note(self):
        """Plan, enter, close, analyse, note: through the screens of the administration."""
        known = self.env["vsoko.assessment"].search([])
        self.env["ir.default"].set("vsoko.assessment", "date", "2025-12-01")
        self.start_tour(
            "/odoo/vsoko-assessments/new", "vsoko_score_sheet", login="school_administration"
        )
        work = self.env["vsoko.assessment"].search([]) - known
        self.assertEqual(work.class_ids, self.class_5a | self.class_5b)
        self.assertEqual(work.state, "closed")
        results = work.result_ids.sorted(lambda r: (r.class_id.name, r.student_id.name))
        self.assertEqual(results.mapped("score")[:9], [8, 7, 6, 4, 3, 3, 2, 1, 1])
        self.assertEqual(results[9].attendance, "absent")
        note = self.env["vsoko.report"].search([("assessment_id", "=", work.id)])
        self.assertEqual((note.type, note.state), ("assessment_note", "draft"))

    def test_nothing_typed_is_lost(self):
        """Somebody else saves the same row, then the connection breaks while saving."""
        self.start_tour(
            f"/odoo/vsoko-assessments/{self.work.id}",
            "vsoko_score_sheet_losses",
            login="school_administration",
        )
        first = self.work.get_score_sheet()["rows"][0]
        self.assertEqual(first["scores"], [1, None, None, None, None])
        self.assertEqual(self.work.pending_count, len(self.work.result_ids) - 1)
