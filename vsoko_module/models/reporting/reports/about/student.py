from odoo import fields, models
from odoo.tools import SQL

from .about import About, register


@register
class AboutStudent(About):
    """A pupil; the report is for the family and is made for one pupil, by no schedule."""

    code = "student"
    field = "student_id"
    scopes = ("student", "student_subject")

    def get_own_condition(self, report, alias):
        return SQL(
            """%s IN (
                SELECT own_enrolment.student_id FROM vsoko_enrolment own_enrolment
                 WHERE own_enrolment.class_id IN (%s))""",
            SQL.identifier(alias, "student_id"),
            report._get_homeroom_sql(),
        )


class VsokoReport(models.Model):
    _inherit = "vsoko.report"

    student_id = fields.Many2one(
        "vsoko.student",
        string="Pupil",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )


class VsokoStudent(models.Model):
    _inherit = "vsoko.student"

    def action_make_report(self):
        """Open the report about this pupil, for the parents."""
        return self.env["vsoko.report"]._open_about("pupil_results", self)
