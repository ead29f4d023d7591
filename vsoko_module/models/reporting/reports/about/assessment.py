from odoo import fields, models
from odoo.fields import Domain
from odoo.tools import SQL, format_date

from .....tools.reports.types import REPORT_TYPES
from .about import About, register


@register
class AboutAssessment(About):
    """A work; its note and its order are made from its results, not from figures of a period."""

    code = "assessment"
    field = "assessment_id"
    offered = "[('state', 'in', ('closed', 'analysed'))]"
    gives_period = True

    def get_title(self, report, values):
        return report.env._(
            "%(type)s: %(work)s, %(day)s",
            type=values["type"],
            work=values["record"].display_name,
            day=format_date(report.env, values["record"].date),
        )

    def get_named_domain(self, record):
        return Domain.FALSE

    def get_own_condition(self, report, alias):
        """Every result in the report is of own lessons or of the homeroom.

        A report that takes its figures this very moment has no cover yet; it is its author's when
        the author has results to be shown in it. An approved order names no pupils: everybody
        whom it charges with something reads it.
        """
        Mark = report.env["vsoko.mark"]
        orders = [code for code, declared in REPORT_TYPES.items() if declared.charges_people]
        return SQL(
            """(%(work)s IS NOT NULL AND CASE WHEN %(cover)s IS NULL THEN EXISTS (
                    SELECT 1 FROM vsoko_result own_result
                     WHERE own_result.assessment_id = %(work)s AND %(own_result)s)
                ELSE (
                    SELECT CASE WHEN %(type)s = ANY(%(orders)s) AND %(state)s <> 'draft'
                                THEN bool_or(%(own_place)s)
                                ELSE bool_and((%(own_place)s) IS TRUE) END
                      FROM (SELECT (pair ->> 0)::int AS class_id, (pair ->> 1)::int AS teacher_id,
                                   own_work.subject_id
                              FROM jsonb_array_elements(%(cover)s) pair
                              JOIN vsoko_assessment own_work ON own_work.id = %(work)s) own_place
                ) END)""",
            **{
                "work": SQL.identifier(alias, "assessment_id"),
                "cover": SQL.identifier(alias, "cover"),
                "type": SQL.identifier(alias, "type"),
                "state": SQL.identifier(alias, "state"),
                "orders": orders,
                "own_result": Mark._get_own_condition("own_result"),
                "own_place": Mark._get_own_condition("own_place"),
            },
        )


class VsokoReport(models.Model):
    _inherit = "vsoko.report"

    assessment_id = fields.Many2one(
        "vsoko.assessment",
        string="Assessed work",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
