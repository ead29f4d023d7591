from odoo import fields, models
from odoo.tools import SQL

from ...evidence.assessments.vsoko_assessment_type import PROCEDURES
from ...mixins.row_ids import row_id


def meets_period_sql(company, year):
    """Return the condition that a work is in a period: in the terms that hold its day, and in the
    school year it belongs to, as exams are written after the last lesson.

    :param company, year: SQL of the school and the school year of the work
    """
    return SQL(
        "period.company_id = %s AND CASE WHEN period.kind = 'year' THEN period.year_id = %s"
        " ELSE work.date BETWEEN period.date_start AND period.date_end END",
        company,
        year,
    )


DIMENSIONS = SQL(
    """%s AS id,
       period.company_id,
       period.id AS period_id,
       class.level,
       class.grade,
       result.class_id,
       work.subject_id,
       result.teacher_id,
       result.student_id,
       result.assessment_id,
       work.type_id,
       work.procedure,
       kind.rating_allowed""",
    row_id(SQL("result.id"), SQL("period.id")),
)


def sources_sql(narrowing):
    """Return the FROM items of results with their work and period, see `Narrowing`."""
    return SQL(
        """(SELECT * FROM vsoko_result result WHERE %(results)s %(fence)s) result
           JOIN vsoko_assessment work ON work.id = result.assessment_id
           JOIN vsoko_assessment_type kind ON kind.id = work.type_id
           JOIN vsoko_class class ON class.id = result.class_id
           JOIN vsoko_period period ON %(meets)s AND %(periods)s""",
        results=SQL(
            "%s AND %s",
            narrowing.of(company="result.company_id"),
            narrowing.works("result.assessment_id"),
        ),
        # of a period's works: no other condition may choose an index that leads past them
        fence=SQL() if narrowing.periods is None else SQL("OFFSET 0"),
        meets=meets_period_sql(SQL("result.company_id"), SQL("class.year_id")),
        periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
    )


RESULT_DEPENDS = {
    "vsoko.result": [
        "assessment_id",
        "student_id",
        "class_id",
        "teacher_id",
        "attendance",
        "score",
        "test_score",
        "mark",
        "journal_mark",
        "is_valid",
        "company_id",
    ],
    "vsoko.assessment": [
        "type_id",
        "procedure",
        "subject_id",
        "test_id",
        "date",
        "minimum_test_score",
        "journal_subject_id",
        "journal_period_id",
    ],
    "vsoko.assessment.type": ["rating_allowed"],
    "vsoko.class": ["grade", "level", "year_id"],
    "vsoko.period": ["date_start", "date_end", "kind", "year_id", "company_id"],
}


class VsokoAssessmentFactMixin(models.AbstractModel):
    """What the facts of assessments have in common."""

    _name = "vsoko.assessment.fact.mixin"
    _inherit = ["vsoko.own.mixin", "vsoko.led.mixin"]
    _description = "Fact of an assessment"

    assessment_id = fields.Many2one("vsoko.assessment", string="Assessment", readonly=True)
    type_id = fields.Many2one("vsoko.assessment.type", string="Type", readonly=True)
    procedure = fields.Selection(PROCEDURES, readonly=True)
    rating_allowed = fields.Boolean(string="May enter ratings", readonly=True)

    def _get_own_condition(self, alias):
        return self.env["vsoko.mark"]._get_own_condition(alias)
