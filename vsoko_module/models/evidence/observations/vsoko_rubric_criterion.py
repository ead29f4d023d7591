from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ....tools.measures import rubric as rubrics


class VsokoRubricCriterion(models.Model):
    """One criterion; the lines of `levels` are the behaviours of 0, 1, 2… points."""

    _name = "vsoko.rubric.criterion"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Criterion of a rubric"
    _order = "rubric_id, sequence, id"
    _signed_with = "rubric_id"

    rubric_id = fields.Many2one(
        "vsoko.rubric", string="Rubric", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="rubric_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10, aggregator=None)
    name = fields.Char(string="Criterion", required=True)
    levels = fields.Text(
        string="Behaviour for each point",
        required=True,
        help="One line for each point: the first line is 0 points, the second 1 point, …",
    )
    max_points = fields.Integer(
        string="Greatest points", compute="_compute_max_points", store=True, aggregator=None
    )
    weight = fields.Integer(default=1, required=True, aggregator=None)
    is_mandatory = fields.Boolean(
        string="Mandatory", default=True, help="A chosen criterion may be left without an answer"
    )

    _weight_positive = models.Constraint(
        "CHECK(weight BETWEEN 1 AND 100)", "A weight is a whole number from 1 to 100."
    )

    @api.depends("levels")
    def _compute_max_points(self):
        for criterion in self:
            criterion.max_points = max(0, len(rubrics.behaviours(criterion.levels)) - 1)

    @api.constrains("levels")
    def _check_levels(self):
        for criterion in self:
            found = len(rubrics.behaviours(criterion.levels))
            if not 2 <= found <= rubrics.MOST_POINTS + 1:
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: write what is seen at 0 points on the first line, at 1 point"
                        " on the second and so on; there are %(count)s lines, from 2 to %(most)s"
                        " are possible.",
                        name=criterion.name,
                        count=found,
                        most=rubrics.MOST_POINTS + 1,
                    )
                )
