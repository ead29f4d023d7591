from odoo.tests import HttpCase, tagged

from ..indicators.common import FiguresCase
from .test_pupil_forecast import Habit


@tagged("post_install", "-at_install")
class TestCausesTour(Habit, FiguresCase, HttpCase):
    """What a teacher expects of the own pupils, what the deputy makes of a need and of a year."""

    def test_the_forecast_page_of_a_teacher(self):
        self.remember_marks()
        self.start_tour(
            "/odoo/vsoko-pupil-forecast", "vsoko_pupil_forecast", login="school_teacher"
        )

    def test_from_a_need_to_the_planned_training(self):
        self.year.state = "current"
        need = self.env["vsoko.training.need"].create(
            {
                "teacher_id": self.teachers[0].id,
                "theme": "Читательская грамотность",
                "way": "mentor",
                "due_date": self.year.date_end,
            }
        )
        login = self.users["administration"].login
        self.start_tour("/odoo/vsoko-training", "vsoko_training_plan", login=login)
        need.invalidate_recordset()
        self.assertEqual((need.action_id.state, need.action_id.origin), ("accepted", "training"))

    def test_a_document_from_the_menu_of_a_period(self):
        self.year_period.action_calculate()
        login = self.users["administration"].login
        path = f"/odoo/vsoko-periods/{self.year_period.id}"
        self.start_tour(path, "vsoko_document_of_period", login=login)
        report = self.env["vsoko.report"].search([("type", "=", "problem_analysis")])
        self.assertEqual(report.period_id, self.year_period)
