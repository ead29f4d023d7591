from odoo import fields, models


class VsokoActionCause(models.Model):
    """A cause that a school finds behind its problems; the list is the school's own."""

    _name = "vsoko.action.cause"
    _description = "Cause of a problem"
    _order = "sequence, name"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=100, aggregator=None)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )

    _name_uniq = models.UniqueIndex("(name, COALESCE(company_id, 0))", "This cause already exists.")
