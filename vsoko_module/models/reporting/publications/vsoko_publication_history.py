from collections import defaultdict
from typing import NamedTuple

from odoo import models
from odoo.fields import Domain

NOTHING = frozenset()


class Disclosed(NamedTuple):
    """What readers of a period know already: ``{code of an indicator: cells}`` of each kind."""

    hidden: dict
    shown: dict


class VsokoPublicationCollector(models.AbstractModel):
    """What publications have told and hidden before, of a period and of those it is added with."""

    _inherit = "vsoko.publication.collector"

    def _get_added_with(self, period):
        """Return the period and the published ones that may count some of the same days."""
        near = period.year_id.period_ids | period
        return period | self.env["vsoko.publication"].search(
            Domain("period_id.date_start", "<=", max(near.mapped("date_end")))
            & Domain("period_id.date_end", ">=", min(near.mapped("date_start")))
            & Domain("company_id", "=", period.company_id.id)
            & Domain("state", "!=", "draft")
        ).period_id.sorted("id")

    def _get_history(self, periods, period):
        """Return ``{period id: Disclosed}`` by all publications that readers could see.

        Of `period` itself only what was shown of its present version is known; what any version
        hid stays hidden. Of the others all that was shown is: their facts are mostly the same.
        """
        lines = self.env["vsoko.publication.line"]._read_group(
            [
                ("publication_id.period_id", "in", periods.ids),
                ("publication_id.state", "!=", "draft"),
                ("bound", "=", False),
            ],
            ["publication_id", "indicator_code", "is_hidden"],
            ["cell:array_agg"],
        )
        history = {present.id: _nothing_disclosed() for present in periods}
        for publication, code, is_hidden, cells in lines:
            of_period = publication.period_id
            if is_hidden:
                history[of_period.id].hidden[code] |= frozenset(cells)
            elif of_period != period or publication.period_version == period.version:
                history[of_period.id].shown[code] |= frozenset(cells)
        return history


def _nothing_disclosed():
    return Disclosed(defaultdict(frozenset), defaultdict(frozenset))
