from odoo import api, fields, models
from odoo.tools import SQL

from ....tools.measures.agreement import agreement
from ...evidence.observations.vsoko_observation import COUNTED
from ...evidence.optional_numbers import OptionalFloat
from ...mixins.row_ids import row_id


class VsokoVisitPair(models.Model):
    """A lesson that two visitors have seen and judged by the same rubric, each alone."""

    _name = "vsoko.visit.pair"
    _auto = False
    _log_access = False
    _description = "Doubled visit"
    _order = "date desc, id desc"
    _rec_name = "rubric_id"
    _depends = {
        "vsoko.observation": [
            "company_id",
            "rubric_id",
            "date",
            "state",
            "teacher_id",
            "class_id",
            "subject_id",
            "expert_id",
        ]
    }

    company_id = fields.Many2one("res.company", string="School", readonly=True)
    rubric_id = fields.Many2one("vsoko.rubric", string="Rubric", readonly=True)
    date = fields.Date(readonly=True)
    class_id = fields.Many2one("vsoko.class", string="Class", readonly=True)
    subject_id = fields.Many2one("vsoko.subject", string="Subject", readonly=True)
    first_id = fields.Many2one("vsoko.observation", string="First sheet", readonly=True)
    second_id = fields.Many2one("vsoko.observation", string="Second sheet", readonly=True)
    first_expert_id = fields.Many2one(related="first_id.expert_id", string="First visitor")
    second_expert_id = fields.Many2one(related="second_id.expert_id", string="Second visitor")
    compared = fields.Integer(
        string="Criteria compared", compute="_compute_agreement", aggregator=None
    )
    share = OptionalFloat(
        string="Equal points, %", compute="_compute_agreement", digits=(5, 1), aggregator=None
    )
    kappa = OptionalFloat(
        string="Kappa",
        compute="_compute_agreement",
        digits=(4, 2),
        aggregator=None,
        help="Agreement beyond chance, a difference of two points weighing twice: 1 is full"
        " agreement, 0 is what chance gives",
    )

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT %(id)s AS id,
                   one.company_id,
                   one.rubric_id,
                   one.date,
                   one.class_id,
                   one.subject_id,
                   one.id AS first_id,
                   other.id AS second_id
              FROM vsoko_observation one
              JOIN vsoko_observation other
                ON other.id > one.id
               AND other.company_id = one.company_id
               AND other.rubric_id = one.rubric_id
               AND other.date = one.date
               AND other.teacher_id = one.teacher_id
               AND other.class_id = one.class_id
               AND other.subject_id = one.subject_id
               AND other.expert_id <> one.expert_id
             WHERE one.state = ANY(%(counted)s) AND other.state = ANY(%(counted)s)
            """,
            id=row_id(SQL("one.id"), SQL("other.id")),
            counted=list(COUNTED),
        )

    @api.depends("first_id.answers", "second_id.answers")
    def _compute_agreement(self):
        for pair in self:
            found = pair._get_agreement()
            pair.compared = found.count
            pair.share = False if found.share is None else found.share * 100
            pair.kappa = False if found.kappa is None else found.kappa

    def _get_agreement(self):
        """Return the agreement over all criteria of these pairs that both have judged."""
        points = []
        for pair in self:
            one, other = pair.first_id._get_points(), pair.second_id._get_points()
            points += [(one[key], other[key]) for key in one.keys() & other.keys()]
        return agreement(points)
