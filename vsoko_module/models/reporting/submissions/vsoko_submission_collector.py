from odoo import models
from odoo.fields import Domain


class VsokoSubmissionCollector(models.AbstractModel):
    """Takes figures of a period for files that leave the school.

    Figures of single pupils and teachers are never among them, whoever asks.
    """

    _name = "vsoko.submission.collector"
    _description = "Taking the figures of a file for a higher body"

    SCOPES = ("school", "level", "grade", "class", "subject", "class_subject")

    def _read_figures(self, period, indicators, domain=Domain.TRUE):
        return self.env["vsoko.indicator.value"]._read_figures(
            Domain("period_id", "=", period.id)
            & Domain("indicator_id", "in", indicators.ids)
            & Domain("scope", "in", self.SCOPES)
            & domain
        )

    def _get_framework(self, period):
        return self.env["vsoko.framework"]._get_in_force(period.date_end, period.company_id)
