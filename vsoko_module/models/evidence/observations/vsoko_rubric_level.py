from odoo import fields, models


class VsokoRubricLevel(models.Model):
    """What a result by a rubric is called from a share of the greatest points on."""

    _name = "vsoko.rubric.level"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Level of a rubric"
    _order = "rubric_id, min_percent desc"
    _signed_with = "rubric_id"

    rubric_id = fields.Many2one(
        "vsoko.rubric", string="Rubric", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="rubric_id.company_id", store=True, index=True)
    name = fields.Char(string="Level", required=True)
    min_percent = fields.Integer(
        string="From, %", required=True, aggregator=None, help="Of the greatest points"
    )

    _percent_range = models.Constraint(
        "CHECK(min_percent BETWEEN 0 AND 100)", "A level begins at 0 to 100 %."
    )
    _percent_uniq = models.Constraint(
        "UNIQUE(rubric_id, min_percent)", "Two levels of a rubric cannot begin at one share."
    )
