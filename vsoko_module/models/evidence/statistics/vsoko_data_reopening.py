from odoo import fields, models


class VsokoDataReopening(models.Model):
    """Who gave a form back to be filled in, why, and until when it is open."""

    _name = "vsoko.data.reopening"
    _inherit = "vsoko.data.part.mixin"
    _description = "Reopening of a statistical form"
    _order = "id desc"
    _rec_name = "form_id"
    _follows_lock = False

    kind = fields.Selection(
        [("returned", "Returned by the checker"), ("reopened", "Opened again")],
        string="What happened",
        required=True,
        readonly=True,
    )
    reason = fields.Text(required=True, readonly=True)
    until = fields.Date(string="Open until", readonly=True)
    user_id = fields.Many2one("res.users", string="Who", required=True, readonly=True, index=True)
    date = fields.Datetime(string="When", required=True, readonly=True)
