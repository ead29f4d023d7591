from odoo import fields, models


class VsokoSheetGroup(models.Model):
    """Criteria of one kind, which together give no more points than the cap."""

    _name = "vsoko.sheet.group"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Group of criteria of a teacher's sheet"
    _order = "scheme_id, sequence, id"
    _signed_with = "scheme_id"

    scheme_id = fields.Many2one(
        "vsoko.sheet.scheme", string="Scheme", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="scheme_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10, aggregator=None)
    name = fields.Char(string="Group", required=True)
    paragraph = fields.Char(help="Of the regulation or of the local act")
    cap = fields.Float(
        string="Points at most",
        digits=(6, 2),
        aggregator=None,
        help="Of all criteria of the group together; 0: without a cap",
    )
    criterion_ids = fields.One2many(
        "vsoko.sheet.criterion", "group_id", string="Criteria", copy=True
    )

    _cap_not_negative = models.Constraint(
        "CHECK(COALESCE(cap, 0) >= 0)", "The most points of a group are not below zero."
    )
