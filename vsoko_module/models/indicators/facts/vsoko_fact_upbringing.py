from odoo import fields, models
from odoo.tools import SQL

from ...evidence.pupils.vsoko_upbringing import KINDS
from ...mixins.row_ids import row_id
from . import register_spans
from .vsoko_fact_injury import DEPENDS_ON_STAYS


class VsokoFactUpbringing(models.Model):
    """One row per assessed pupil, unsigned: by the levels of the last study of a class."""

    _name = "vsoko.fact.upbringing"
    _inherit = ["vsoko.fact", "vsoko.own.mixin"]
    _auto = False
    _log_access = False
    _description = "Levels of upbringing"
    _order = "class_id, kind, rank"
    _rec_name = "class_id"
    _fact_dimensions = ("level", "grade", "class_id")
    _fact_unnamed_person = "person_number"
    _depends = {
        "vsoko.upbringing": [
            "company_id",
            "year_id",
            "class_id",
            "kind",
            "date",
            "high",
            "middle",
            "low",
        ],
        **DEPENDS_ON_STAYS,
    }

    kind = fields.Selection(KINDS, string="What was studied", readonly=True)
    rank = fields.Selection(
        [("high", "High"), ("middle", "Middle"), ("low", "Low")],
        string="Level of the pupil",
        readonly=True,
    )
    person_number = fields.Integer(
        string="Place among the assessed of the class",
        readonly=True,
        aggregator=None,
        help="Two studies of a class may be of the same pupils, so both count them by their places",
    )

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   study.company_id,
                   study.period_id,
                   class.level,
                   class.grade,
                   study.class_id,
                   %(blank)s,
                   study.kind,
                   CASE WHEN one.number <= study.high THEN 'high'
                        WHEN one.number <= study.high + study.middle THEN 'middle'
                        ELSE 'low' END AS rank,
                   %(person)s AS person_number
              FROM (
                SELECT DISTINCT ON (span.period_id, line.class_id, line.kind)
                       line.id, span.company_id, span.period_id, line.class_id, line.kind,
                       line.high, line.middle, line.low
                  FROM (%(spans)s) span
                  JOIN vsoko_upbringing line
                    ON line.company_id = span.company_id
                   AND line.date BETWEEN span.first_day AND span.last_day AND %(near)s
                 ORDER BY span.period_id, line.class_id, line.kind, line.date DESC
              ) study
              JOIN vsoko_class class ON class.id = study.class_id
             CROSS JOIN LATERAL
                   generate_series(1, study.high + study.middle + study.low) one (number)
            """,
            blank=self._get_blank_sql("subject_id", "teacher_id", "student_id"),
            person=row_id(SQL("study.class_id"), SQL("one.number")),
            id=row_id(SQL("study.id"), SQL("one.number"), SQL("study.period_id")),
            spans=register_spans.spans(narrowing),
            near=narrowing.near("line.year_id"),
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "class_id"), self._get_homeroom_sql())
