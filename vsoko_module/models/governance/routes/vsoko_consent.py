from odoo import fields, models


class VsokoConsent(models.Model):
    _inherit = "vsoko.consent"

    kind = fields.Selection(
        selection_add=[("route", "Individual route")], ondelete={"route": "set default"}
    )
