from odoo.tests import HttpCase, tagged

from .indicators.common import FiguresCase


@tagged("post_install", "-at_install")
class TestJourneyTour(HttpCase, FiguresCase):
    """The main journey of a deputy director: a file, its figures, their rows, the report."""

    def test_from_a_file_to_a_report(self):
        self.start_tour(
            "/odoo/vsoko-upload",
            "vsoko_journey_from_file_to_report",
            login="school_administration",
        )
        self.assertEqual(self.env["vsoko.mark"].search_count([("period_id", "=", self.q2.id)]), 6)
        self.assertAlmostEqual(self.figure("quality", period=self.q2).value, 50.0)
        report = self.env["vsoko.report"].search([("period_id", "=", self.q2.id)])
        self.assertEqual(report.state, "draft")
