from odoo import fields, models


class VsokoSheetStep(models.Model):
    """From which figure on a criterion gives how many points."""

    _name = "vsoko.sheet.step"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Step of a scale of a teacher's sheet"
    _order = "criterion_id, bound"
    _signed_with = "criterion_id.group_id.scheme_id"

    criterion_id = fields.Many2one(
        "vsoko.sheet.criterion", string="Criterion", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="criterion_id.company_id", store=True, index=True)
    bound = fields.Float(string="Figure", required=True, digits=(12, 3), aggregator=None)
    points = fields.Float(required=True, digits=(6, 2), aggregator=None)

    _bound_uniq = models.Constraint(
        "UNIQUE(criterion_id, bound)", "A scale has one number of points for one figure."
    )
    _points_not_negative = models.Constraint(
        "CHECK(points >= 0)", "A step of a scale gives no points below zero."
    )
