from dataclasses import replace
from unittest.mock import patch

from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tests import tagged

from odoo.addons.vsoko_module.models.reporting.reports.about import ABOUT
from odoo.addons.vsoko_module.models.reporting.reports.about.school_class import AboutClass
from odoo.addons.vsoko_module.tools.reports.types import REPORT_TYPES

from .schedule_case import ScheduleCase


class LeavingClass(AboutClass):
    """A kind that nobody but this file knows: a class that leaves the school this year."""

    code = "leaving"
    scopes = ()

    def get_choice(self, schedule, period):
        return super().get_choice(schedule, period) & Domain("grade", "in", (9, 11))


@tagged("post_install", "-at_install")
class TestReportAbout(ScheduleCase):
    """What a report is about is one object: a new kind needs nothing else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        kind = replace(REPORT_TYPES["class_results"], code="leaving_results", about="leaving")
        cls.startClassPatcher(patch.dict(ABOUT, {"leaving": LeavingClass()}))
        cls.startClassPatcher(patch.dict(REPORT_TYPES, {kind.code: kind}))

    def test_every_type_is_about_something_known(self):
        self.assertLessEqual({kind.about for kind in REPORT_TYPES.values()}, set(ABOUT))
        fields = self.env["vsoko.report"]._fields
        self.assertTrue(all(about.field in fields for code, about in ABOUT.items() if code))
        self.assertEqual({about.code for about in ABOUT.values()}, set(ABOUT))

    def test_a_schedule_makes_reports_of_a_new_kind(self):
        schedule = self.make(name="Выпуск", type="leaving_results", send_to_concerned=True)
        reports = self.env["vsoko.report"].browse(schedule.action_run_now()["res_id"])
        self.assertEqual((reports.about, reports.class_id), ("leaving", self.class_9a))
        self.assertIn(self.class_9a.name, reports.name)
        self.assertEqual(reports.figures["order"]["class"], [f"class:{self.class_9a.id}"])
        self.assertEqual(schedule.run_ids.key, f"leaving:{self.class_9a.id}")

    def test_a_new_kind_keeps_its_record(self):
        Report = self.env["vsoko.report"].with_user(self.deputy)
        vals = {"type": "leaving_results", "period_id": self.q1.id}
        with self.assertRaises(ValidationError):
            Report.create(vals)
        with self.assertRaises(ValidationError):
            Report.create({**vals, "class_id": self.class_9a.id, "subject_id": self.math.id})
        made = Report.create({**vals, "class_id": self.class_9a.id})
        self.assertEqual(made._get_about(), self.class_9a)

    def test_a_kind_that_no_schedule_makes_is_not_offered(self):
        Schedule = self.env["vsoko.report.schedule"]
        self.assertIn("leaving_results", dict(Schedule._selection_type()))
        with patch.object(LeavingClass, "is_scheduled", False):
            self.assertNotIn("leaving_results", dict(Schedule._selection_type()))
        self.assertNotIn("pupil_results", dict(Schedule._selection_type()))
        self.assertNotIn("assessment_note", dict(Schedule._selection_type()))
