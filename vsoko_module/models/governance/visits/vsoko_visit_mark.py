from odoo import fields, models
from odoo.tools import SQL

from ...evidence.observations.vsoko_observation import COUNTED
from ...mixins.row_ids import row_id

# what the query of the points reads
READS = {
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
        "expert_id",
        "answers",
    ],
    "vsoko.rubric.criterion": ["name", "max_points"],
}


class VsokoVisitMark(models.Model):
    """The points of visits, a row for each criterion that was judged.

    A criterion of another version of a rubric is the same while it is worded the same; it is shown
    by its last version. What is not applicable or not answered is no row: it is not zero.
    """

    _name = "vsoko.visit.mark"
    _inherit = ["vsoko.totals.mixin", "vsoko.own.mixin", "vsoko.led.mixin"]
    _auto = False
    _log_access = False
    _description = "Points of visits by criterion"
    _order = "date desc, criterion_id"
    _rec_name = "criterion_id"
    _depends = READS
    _totals_ratios = {"percent": ("points", "max_points", 100)}

    company_id = fields.Many2one("res.company", string="School", readonly=True)
    observation_id = fields.Many2one("vsoko.observation", string="Sheet", readonly=True)
    year_id = fields.Many2one("vsoko.year", string="School year", readonly=True)
    date = fields.Date(readonly=True)
    criterion_id = fields.Many2one("vsoko.rubric.criterion", string="Criterion", readonly=True)
    teacher_id = fields.Many2one("vsoko.teacher", string="Teacher", readonly=True)
    class_id = fields.Many2one("vsoko.class", string="Class", readonly=True)
    subject_id = fields.Many2one("vsoko.subject", string="Subject", readonly=True)
    expert_id = fields.Many2one("res.users", string="Visitor", readonly=True)
    points = fields.Integer(readonly=True, aggregator="sum")
    max_points = fields.Integer(string="Greatest points", readonly=True, aggregator="sum")
    percent = fields.Float(string="Result, %", readonly=True, aggregator="avg", digits=(5, 1))

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT %(id)s AS id,
                   sheet.company_id,
                   sheet.id AS observation_id,
                   sheet.year_id,
                   sheet.date,
                   max(criterion.id) OVER (
                       PARTITION BY sheet.company_id, sheet.kind, criterion.name) AS criterion_id,
                   sheet.teacher_id,
                   sheet.class_id,
                   sheet.subject_id,
                   sheet.expert_id,
                   (answer.value ->> 'points')::int AS points,
                   criterion.max_points,
                   (answer.value ->> 'points')::int * 100.0::float8
                       / NULLIF(criterion.max_points, 0) AS percent
              FROM vsoko_observation sheet
             CROSS JOIN LATERAL jsonb_each(sheet.answers) answer
              JOIN vsoko_rubric_criterion criterion
                ON criterion.rubric_id = sheet.rubric_id AND criterion.id::text = answer.key
             WHERE sheet.state = ANY(%(counted)s)
               AND sheet.teacher_id IS NOT NULL
               AND jsonb_typeof(answer.value -> 'points') = 'number'
            """,
            id=row_id(SQL("sheet.id"), SQL("criterion.id")),
            counted=list(COUNTED),
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "teacher_id"), self._get_own_teachers_sql())

    def action_open_sheet(self):
        """Open the sheet that the points are of."""
        return self.observation_id._open_records()
