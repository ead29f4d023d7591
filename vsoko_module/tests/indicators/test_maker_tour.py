from odoo.tests import HttpCase, tagged

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestMakerTour(SchoolCase, HttpCase):
    """A deputy director adds an indicator by questions and sees its value before it is saved."""

    def test_from_questions_to_the_draft(self):
        """3 · 100, 2 · 64, 3 · 36 and 2 · 16 points of ten marks are 56.8."""
        pupils = [*self.pupils_of(self.class_5a), *self.pupils_of(self.class_5b)]
        marks = (5, 4, 3, 3, 2, 2, 5, 5, 4, 3)
        self.add_marks(
            {(pupil, self.math): mark for pupil, mark in zip(pupils, marks, strict=True)}, self.q1
        )
        self.start_tour("/odoo/vsoko-new-indicator", "vsoko_maker", login="school_administration")
        made = self.env["vsoko.indicator"].search([("name", "=", "Обученность класса")])
        self.assertEqual((made.aggregate, made.source), ("degree_of_learning", "mark"))
        self.assertEqual(made.framework_id.state, "draft")
