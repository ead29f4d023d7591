from dataclasses import replace
from unittest.mock import patch

from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tests import Form, tagged

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

    def test_the_form_of_a_report_asks_for_the_record_of_each_kind(self):
        # not `get_view`, which would keep the form with the kind of this file
        form, _view = self.env["vsoko.report"]._get_view(view_type="form")
        asked = {
            (field.get("name"), field.get("required"))
            for field in form.xpath("//field[starts-with(@required, 'about == ')]")
        }
        kinds = [about for about in ABOUT.values() if about.field]
        self.assertEqual(asked, {(kind.field, f"about == '{kind.code}'") for kind in kinds})
        self.assertIn(("class_id", "about == 'leaving'"), asked)

    def test_a_report_is_made_in_the_form(self):
        form = Form(self.env["vsoko.report"].with_user(self.deputy))
        form.type, form.period_id = "subject_results", self.q1
        with self.assertRaises(AssertionError):
            form.save()
        form.subject_id = self.math
        report = form.save()
        self.assertEqual(report._get_about(), self.math)
        self.assertTrue(report.is_impersonal)

    def test_a_schedule_asks_what_its_kind_needs(self):
        def asked(kind):
            schedule = self.env["vsoko.report.schedule"].new({"type": kind})
            return schedule.chosen_by, schedule.has_concerned

        self.assertEqual(asked("leaving_results"), ("grades", True))
        self.assertEqual(asked("subject_results"), ("associations", False))
        self.assertEqual(asked("association_results"), ("associations", True))
        self.assertFalse(any(asked("period_results")))

    def test_reports_about_nobody_alone_are_found(self):
        Report = self.env["vsoko.report"]
        about_class = Report.create(
            {"type": "leaving_results", "period_id": self.q1.id, "class_id": self.class_9a.id}
        )
        about_school = Report.create({"type": "period_results", "period_id": self.q1.id})
        both = [("id", "in", (about_class | about_school).ids)]
        found = Report.search([*both, ("is_impersonal", "=", True)])
        self.assertEqual(found, about_school)
        self.assertEqual(Report.search([*both, ("is_impersonal", "=", False)]), about_class)
