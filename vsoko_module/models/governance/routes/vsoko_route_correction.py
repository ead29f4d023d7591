from odoo import fields, models


class VsokoRouteCorrection(models.Model):
    """What was changed in a route under way, when and by whom; it stays as it is written."""

    _name = "vsoko.route.correction"
    _description = "Correction of a route"
    _order = "id desc"

    route_id = fields.Many2one(
        "vsoko.route", string="Route", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="route_id.company_id", store=True)
    date = fields.Date(required=True, readonly=True, default=fields.Date.context_today)
    author_id = fields.Many2one(
        "res.users",
        string="By whom",
        required=True,
        readonly=True,
        default=lambda self: self.env.uid,
        ondelete="restrict",
    )
    name = fields.Char(string="What was changed", required=True)
