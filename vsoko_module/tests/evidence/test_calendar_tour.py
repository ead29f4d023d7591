from odoo import fields
from odoo.tests import HttpCase, tagged

from .common import AssessmentCase


@tagged("post_install", "-at_install")
class TestCalendarTour(AssessmentCase, HttpCase):
    def test_a_work_is_moved_in_the_calendar(self):
        today = fields.Date.context_today(self.env.user)
        self.work.date = today.replace(day=10)
        other = self.make_work(self.class_5b, "vpr", today.replace(day=12))
        other.write(
            {"test_id": False, "subject_id": self.env.ref("vsoko_module.vsoko_subject_rus").id}
        )
        self.start_tour(
            "/odoo/vsoko-schedule", "vsoko_work_calendar", login="school_administration"
        )
        self.assertEqual(self.work.date, other.date)
