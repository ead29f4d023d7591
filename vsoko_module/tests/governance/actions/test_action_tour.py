from odoo.tests import HttpCase, tagged

from .action_case import ActionCase


@tagged("post_install", "-at_install")
class TestActionTour(HttpCase, ActionCase):
    """A red figure, an action on it, the next quarter and what has become of the figure."""

    def test_from_a_figure_to_its_effect(self):
        marks = {(pupil, self.math): 5 for pupil in self.students}
        self.add_marks(marks, self.q2)
        self.start_tour(
            "/odoo/vsoko", "vsoko_action_from_figure_to_effect", login="school_administration"
        )
        action = self.env["vsoko.action"].search([("indicator_id.code", "=", "quality")])
        self.assertEqual((action.state, action.verdict), ("measured", "reached"))
