from odoo import fields, models
from odoo.tools import SQL

from ...evidence.assessments.vsoko_result import JOURNAL_MARK
from .vsoko_assessment_fact_mixin import DIMENSIONS, RESULT_DEPENDS, sources_sql


class VsokoFactJournalPair(models.Model):
    """One row per pupil with both the mark of a work and that of the journal, and period."""

    _name = "vsoko.fact.journal_pair"
    _inherit = ["vsoko.fact", "vsoko.assessment.fact.mixin"]
    _auto = False
    _log_access = False
    _description = "Marks of works against the journal"
    _order = "assessment_id, class_id, student_id"
    _rec_name = "student_id"
    _fact_adds_up = True
    _depends = RESULT_DEPENDS | {
        "vsoko.mark": ["student_id", "subject_id", "period_id", "value", "status"]
    }

    mark = fields.Float(string="Mark of the work", readonly=True, aggregator="avg")
    journal_mark = fields.Float(string="Mark of the journal", readonly=True, aggregator="avg")
    lowered = fields.Boolean(readonly=True, help="The work is below the journal")
    confirmed = fields.Boolean(readonly=True)
    raised = fields.Boolean(readonly=True, help="The work is above the journal")
    far_apart = fields.Boolean(string="Differ by two and more", readonly=True)

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT pair.*,
                   pair.mark < pair.journal_mark AS lowered,
                   pair.mark = pair.journal_mark AS confirmed,
                   pair.mark > pair.journal_mark AS raised,
                   abs(pair.mark - pair.journal_mark) >= 2 AS far_apart
              FROM (
                SELECT %(dimensions)s,
                       result.mark,
                       COALESCE(result.journal_mark, mark.value) AS journal_mark
                  FROM %(sources)s
                  LEFT JOIN vsoko_mark mark ON %(journal)s AND %(marks)s
                 WHERE result.attendance = 'present' AND result.mark IS NOT NULL
                   AND result.is_valid IS NOT FALSE
              ) pair
             WHERE pair.journal_mark IS NOT NULL
            """,
            dimensions=DIMENSIONS,
            sources=sources_sql(narrowing),
            journal=JOURNAL_MARK,
            marks=narrowing.journal("mark.period_id"),
        )
