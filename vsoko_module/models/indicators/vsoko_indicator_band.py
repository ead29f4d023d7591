from odoo import api, fields, models

STATUSES = [
    ("critical", "Critical"),
    ("acceptable", "Acceptable"),
    ("optimal", "Optimal"),
    ("grey", "Too few data"),
]


class VsokoIndicatorBand(models.Model):
    """A band of values from `lower` up to the next band, with what it means and who said so.

    It judges the figures of a version of the system, so it is locked with the version: another
    border begins with the day of the next version, and approved figures keep the one of their time.
    """

    _name = "vsoko.indicator.band"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Band of an indicator"
    _order = "indicator_id, lower"
    _signed_with = "indicator_id.framework_id"

    indicator_id = fields.Many2one("vsoko.indicator", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="indicator_id.company_id", store=True, index=True)
    lower = fields.Float(string="From", required=True, help="The border belongs to this band")
    upper = fields.Float(string="Up to", compute="_compute_upper", store=True)
    is_last = fields.Boolean(compute="_compute_upper", store=True)
    status = fields.Selection(STATUSES[:3], string="Zone", required=True)
    origin = fields.Char(
        required=True, help="A law, a custom of schools, a decision of this school"
    )
    date = fields.Date(string="Valid since")

    _lower_uniq = models.Constraint(
        "UNIQUE(indicator_id, lower)", "Two bands of an indicator begin at the same value."
    )

    @api.depends("indicator_id.band_ids.lower")
    def _compute_upper(self):
        for indicator, bands in self.grouped("indicator_id").items():
            lowers = sorted(indicator.band_ids.mapped("lower"))
            for band in bands:
                above = [lower for lower in lowers if lower > band.lower]
                band.upper = above[0] if above else 0.0
                band.is_last = not above
