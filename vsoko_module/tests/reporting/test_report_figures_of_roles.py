from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import tagged

from ...tools.reports.types import REPORT_TYPES
from ..common import ROLES
from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestReportFiguresOfRoles(ReportCase):
    """No type of report shows a role figures that the rules of values close to it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.subjects = {
            "class": {"class_id": cls.class_5a.id},
            "teacher": {"teacher_id": cls.teachers[0].id},
            "subject": {"subject_id": cls.math.id},
            "association": {"association_id": cls.association.id},
            "student": {"student_id": cls.pupils_of(cls.class_5a)[0].id},
            "": {},
        }
        calendar_year = cls.year._make_periods("calendar_year")
        periods = {
            "order_1324": calendar_year,
            "self_examination": calendar_year,
            "public_report": cls.year_period,
            "year_analysis": cls.year_period,
            "problem_analysis": cls.year_period,
            "training_results": cls.year_period,
        }
        cls.reports = [
            cls.approve(
                cls.env["vsoko.report"]
                .with_user(cls.deputy)
                .create(
                    {
                        "type": kind,
                        "period_id": periods.get(kind, cls.q1).id,
                        **cls.subjects[known.about],
                    }
                )
            )
            for kind, known in REPORT_TYPES.items()
            # works have points of their own instead of values
            if known.about in cls.subjects
        ]
        cls.env.flush_all()

    def shown(self, report):
        """The values that the frozen part of a report shows: pairs (cell, code)."""
        return {
            (cell, code)
            for cell, row in ((report.figures or {}).get("figures", {})).items()
            for code in row
        }

    def test_a_report_shows_no_more_than_the_values(self):
        Value = self.env["vsoko.indicator.value"]
        compared = 0
        for role in ROLES:
            user = self.users[role]
            self.env.invalidate_all()
            for report in (one.with_user(user) for one in self.reports):
                if not report.has_access("read"):
                    continue
                values = Value.with_user(user).search([("period_id", "=", self.q1.id)])
                known = {(value.cell, value.indicator_id.code) for value in values.sudo()}
                with self.subTest(role=role, type=report.type):
                    self.assertLessEqual(self.shown(report), known)
                    compared += bool(self.shown(report))
        self.assertGreater(compared, 20)

    def test_sections_with_cells_of_people_are_marked(self):
        people = {"teacher", "teacher_subject", "student", "student_subject"}
        for report in self.reports:
            for section in report.section_ids:
                parts = [p for p in report.sudo().frozen["sections"] if p["code"] == section.code]
                scopes = {
                    scope
                    for part in parts
                    for block in part["blocks"]
                    for scope in (*block.get("scopes", ()), block.get("scope"))
                }
                if scopes & people:
                    with self.subTest(report.type, section=section.code):
                        self.assertTrue(section.names_people)

    def test_what_a_report_is_about_comes_from_its_type(self):
        forged = {"about": False, "version": 7, "parent_id": self.reports[0].id}
        Report = self.env["vsoko.report"].with_user(self.users["teacher"])
        vals = {"type": "class_results", "period_id": self.q1.id, "class_id": self.class_5a.id}
        own = Report.create(vals)
        for name, value in forged.items():
            with self.subTest(name):
                forgery = {name: value}
                for refused in (
                    lambda forgery=forgery: own.write(forgery),
                    lambda forgery=forgery: Report.create(vals | forgery),
                    lambda forgery=forgery: own.write(
                        {"correction_ids": [Command.create(vals | forgery)]}
                    ),
                ):
                    with self.assertRaises(AccessError):
                        refused()
                self.env["ir.default"].set("vsoko.report", name, value)
        with self.assertRaises(AccessError):
            own.write({"correction_ids": [Command.create(vals)]})
        defaults = {f"default_{name}": value for name, value in forged.items()}
        for report in (
            Report.with_context(**defaults).create(vals),
            own.with_context(**defaults).copy(forged),
        ):
            self.assertEqual((report.about, report.version), ("class", 1))
            self.assertFalse(report.parent_id)
        result = own.load([".id", "about", "version"], [[str(own.id), "", "7"]])
        self.assertFalse(result["ids"])
