from odoo import fields, models
from odoo.tools import SQL

from ...evidence.assessments.vsoko_result import ATTENDANCE
from ...evidence.points import OptionalPoints, Points
from ...school.res_company import WEIGHT_FIELDS
from .learning_points import learning_points_sql
from .vsoko_assessment_fact_mixin import DIMENSIONS, RESULT_DEPENDS, sources_sql


class VsokoFactResult(models.Model):
    """One row per result of a pupil and period that holds the day of the work."""

    _name = "vsoko.fact.result"
    _inherit = ["vsoko.fact", "vsoko.assessment.fact.mixin"]
    _auto = False
    _log_access = False
    _description = "Results of assessments"
    _order = "assessment_id, class_id, student_id"
    _rec_name = "student_id"
    _fact_adds_up = True
    _depends = RESULT_DEPENDS | {
        "vsoko.test": ["max_score"],
        "res.company": list(WEIGHT_FIELDS.values()),
    }

    _totals_ratios = {"percent": ("score", "max_score", 100)}

    attendance = fields.Selection(ATTENDANCE, readonly=True)
    wrote = fields.Boolean(readonly=True)
    score = OptionalPoints(string="Points", readonly=True, aggregator=None)
    max_score = Points(string="Greatest points", readonly=True, aggregator=None)
    percent = fields.Float(string="Points, %", readonly=True, aggregator="avg", digits=(5, 1))
    test_score = fields.Float(string="Points of 100", readonly=True, aggregator="avg")
    mark = fields.Float(readonly=True, aggregator="avg")
    has_mark = fields.Boolean(string="Has a mark", readonly=True)
    has_outcome = fields.Boolean(
        string="Passed or not is known", readonly=True, help="There is a mark or a least score"
    )
    passed = fields.Boolean(readonly=True, help="A mark of «3» and more or the least score")
    learning_points = fields.Float(readonly=True, aggregator="avg")

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT %(dimensions)s,
                   result.attendance,
                   COALESCE(result.attendance = 'present', FALSE) AS wrote,
                   result.score,
                   CASE WHEN result.score IS NOT NULL THEN NULLIF(test.max_score, 0)
                    END AS max_score,
                   result.score * 100.0::float8 / NULLIF(test.max_score, 0) AS percent,
                   result.test_score,
                   result.mark,
                   result.mark IS NOT NULL AS has_mark,
                   result.mark IS NOT NULL OR COALESCE(
                       result.test_score IS NOT NULL AND work.minimum_test_score > 0, FALSE)
                       AS has_outcome,
                   COALESCE(result.mark >= 3, work.minimum_test_score > 0
                       AND result.test_score >= work.minimum_test_score, FALSE) AS passed,
                   %(points)s AS learning_points
              FROM %(sources)s
              JOIN res_company company ON company.id = period.company_id
              LEFT JOIN vsoko_test test ON test.id = work.test_id
             WHERE result.is_valid IS NOT FALSE
            """,
            dimensions=DIMENSIONS,
            points=learning_points_sql(SQL("result.mark"), SQL("company")),
            sources=sources_sql(self._get_narrowing()),
        )
