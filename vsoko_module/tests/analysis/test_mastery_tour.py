from odoo.tests import HttpCase, tagged

from ..evidence.mastery_case import MasteryCase


@tagged("post_install", "-at_install")
class TestMasteryTour(MasteryCase, HttpCase):
    def test_from_the_map_to_the_pupil(self):
        self.start_tour("/odoo/vsoko-element-map", "vsoko_mastery", login="school_teacher")

    def test_dynamics_of_a_class(self):
        later = self.make_work(self.class_5a, "thematic", "2025-12-15")
        later.action_start()
        self.enter(later, ["11111"] * 6)
        self.start_tour(
            f"/odoo/vsoko-classes/{self.class_5a.id}", "vsoko_dynamics", login="school_teacher"
        )
