from odoo import fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from .about import About, register


@register
class AboutClass(About):
    """A class with its pupils."""

    code = "class"
    field = "class_id"
    scopes = ("class", "class_subject")
    is_scheduled = True
    chosen_by = "grades"
    concerned = "class_id.homeroom_teacher_id"

    def get_figures_domain(self, report):
        Stay = report.env["vsoko.enrolment"]
        present = Stay._get_present_domain(report.period_id.date_end)
        stays = Stay.search(present & Domain("class_id", "=", report.class_id.id))
        pupils = Domain("scope", "=", "student") & Domain("student_id", "in", stays.student_id.ids)
        return self.get_named_domain(report.class_id) | pupils

    def get_choice(self, schedule, period):
        return (
            Domain("company_id", "in", [schedule.company_id.id, False])
            & Domain("year_id", "=", period.year_id.id)
            & Domain("grade", ">=", schedule.grade_from)
            & Domain("grade", "<=", schedule.grade_to)
        )

    def get_own_condition(self, report, alias):
        column = SQL.identifier(alias, "class_id")
        return SQL("%s IN (%s)", column, report._get_homeroom_sql())


class VsokoReport(models.Model):
    _inherit = "vsoko.report"

    class_id = fields.Many2one(
        "vsoko.class", index="btree_not_null", ondelete="restrict", check_company=True
    )


class VsokoClass(models.Model):
    _inherit = "vsoko.class"

    def action_make_report(self):
        """Open the report about this class."""
        return self.env["vsoko.report"]._open_about("class_results", self)
