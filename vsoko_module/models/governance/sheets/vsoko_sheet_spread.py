from odoo import fields, models

from ....tools.reports.points import points_text
from ....tools.sheets.spread import spread


class VsokoSheet(models.Model):
    """How the points of a period are spread, without names."""

    _inherit = "vsoko.sheet"

    spread_text = fields.Char(
        string="Points of all",
        compute="_compute_spread_text",
        help="Is shown when the points of all are final; nobody is recognised in it",
    )

    def _compute_spread_text(self):
        for (scheme, period), sheets in self.grouped(
            lambda one: (one.scheme_id, one.period_id)
        ).items():
            # Only how many people have which points, and no group that somebody is seen in.
            others = self.sudo().search(
                [("scheme_id", "=", scheme.id), ("period_id", "=", period.id)]
            )
            all_final = all(sheet.state == "final" for sheet in others)
            bars = spread(others.mapped(_get_known)) if all_final else []
            sheets.spread_text = "; ".join(map(self._get_bar_text, bars))

    def _get_bar_text(self, bar):
        return self.env._(
            "%(low)s–%(high)s points: %(people)s people",
            low=points_text(bar.low),
            high=points_text(bar.high),
            people=bar.people,
        )


def _get_known(sheet):
    return None if sheet.total is False else sheet.total
