from odoo import fields, models
from odoo.tools import SQL

from ...evidence.observations.vsoko_observation import COUNTED
from ...evidence.observations.vsoko_rubric import KINDS
from ...evidence.optional_numbers import OptionalFloat, OptionalInteger
from ...mixins.row_ids import row_id


class VsokoFactObservation(models.Model):
    """One row per complete sheet of an expert and period that holds its day.

    A sheet is in the terms that hold its day and in the school year of that day: projects are
    defended after the last lesson. What is counted are sheets, not pupils.
    """

    _name = "vsoko.fact.observation"
    _inherit = ["vsoko.fact", "vsoko.own.mixin", "vsoko.led.mixin"]
    _auto = False
    _log_access = False
    _description = "Sheets of experts"
    _order = "date, rubric_id"
    _rec_name = "rubric_id"
    _fact_adds_up = True
    _fact_dimensions = ("level", "grade", "class_id", "subject_id", "teacher_id")
    _depends = {
        "vsoko.observation": [
            "company_id",
            "rubric_id",
            "kind",
            "date",
            "year_id",
            "state",
            "teacher_id",
            "class_id",
            "subject_id",
            "student_id",
            "expert_id",
            "score",
            "max_score",
            "level_id",
        ],
        "vsoko.rubric": ["code"],
        "vsoko.rubric.level": ["name"],
        "vsoko.class": ["grade", "level"],
        "vsoko.period": ["date_start", "date_end", "kind", "year_id", "company_id"],
    }
    _totals_ratios = {"percent": ("score", "max_score", 100)}

    rubric_id = fields.Many2one("vsoko.rubric", string="Rubric", readonly=True)
    kind = fields.Selection(KINDS, readonly=True)
    rubric_code = fields.Char(string="Code of the rubric", readonly=True)
    date = fields.Date(readonly=True)
    expert_id = fields.Many2one("res.users", string="Expert", readonly=True)
    has_total = fields.Boolean(string="Has a result", readonly=True)
    score = OptionalInteger(string="Points", readonly=True, aggregator="sum")
    max_score = OptionalInteger(string="Greatest points", readonly=True, aggregator="sum")
    percent = OptionalFloat(string="Result, %", readonly=True, aggregator="avg", digits=(5, 1))
    outcome = fields.Char(string="Level of the result", readonly=True)

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   sheet.company_id,
                   period.id AS period_id,
                   class.level,
                   class.grade,
                   sheet.class_id,
                   sheet.subject_id,
                   sheet.teacher_id,
                   sheet.student_id,
                   sheet.rubric_id,
                   sheet.kind,
                   rubric.code AS rubric_code,
                   sheet.date,
                   sheet.expert_id,
                   sheet.max_score IS NOT NULL AS has_total,
                   sheet.score,
                   sheet.max_score,
                   sheet.score * 100.0::float8 / sheet.max_score AS percent,
                   level.name AS outcome
              FROM vsoko_observation sheet
              JOIN vsoko_rubric rubric ON rubric.id = sheet.rubric_id
              JOIN vsoko_period period
                ON period.company_id = sheet.company_id
               AND CASE WHEN period.kind = 'year' THEN period.year_id = sheet.year_id
                        ELSE sheet.date BETWEEN period.date_start AND period.date_end END
              LEFT JOIN vsoko_class class ON class.id = sheet.class_id
              LEFT JOIN vsoko_rubric_level level ON level.id = sheet.level_id
             WHERE sheet.state = ANY(%(counted)s) AND %(sheets)s AND %(periods)s
            """,
            id=row_id(SQL("sheet.id"), SQL("period.id")),
            counted=list(COUNTED),
            sheets=SQL(
                "%s AND %s",
                narrowing.of(company="sheet.company_id"),
                narrowing.near("sheet.year_id"),
            ),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "teacher_id"), self._get_own_teachers_sql())
