from odoo import fields, models


class VsokoYear(models.Model):
    """How many pupils of the list can be helped at a time."""

    _inherit = "vsoko.year"

    risk_capacity = fields.Integer(
        string="Pupils who can be helped at a time",
        aggregator=None,
        help="The list of pupils to help is cut there; 0: it is not cut",
    )

    _risk_capacity = models.Constraint(
        "CHECK(COALESCE(risk_capacity, 0) >= 0)", "A number of pupils is not negative."
    )

    def write(self, vals):
        result = super().write(vals)
        if "risk_capacity" in vals:
            # The places follow from the number, whose right was checked by the write.
            self.env["vsoko.risk"].sudo()._cut(self.company_id)
        return result
