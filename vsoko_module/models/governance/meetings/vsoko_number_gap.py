from odoo import fields, models


class VsokoNumberGap(models.Model):
    """Minutes are numbered by bodies and school years."""

    _inherit = "vsoko.number.gap"

    register = fields.Selection(
        selection_add=[("vsoko.meeting", "Minutes of a meeting")],
        ondelete={"vsoko.meeting": "cascade"},
    )
