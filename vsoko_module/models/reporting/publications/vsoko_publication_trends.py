from odoo import models
from odoo.fields import Domain

# what fits beside a figure on a phone
MOST_PERIODS = 6


class VsokoPublication(models.Model):
    """The main figures of the school with what they were in the publications before."""

    _inherit = "vsoko.publication"

    def _prepare_council_overview(self):
        """Return the overview whose main figures have their ``points``, small trends by time."""
        content = self._prepare_overview()
        series = self._get_series()[-MOST_PERIODS:]
        lines = self.env["vsoko.publication.line"].search(
            Domain("publication_id", "in", series.ids) & Domain("scope", "=", "school")
        )
        order = {publication: place for place, publication in enumerate(series)}
        by_code = lines.grouped("indicator_code")
        for assessed in content["objects"]:
            for figure in assessed["figures"]:
                own = by_code[figure["code"]].sorted(lambda line: order[line.publication_id])
                figure["points"] = self._prepare_trend(own)
        return content
