from odoo import models
from odoo.exceptions import UserError

from ....tools.reports.rating_tables import RatedBy, RatedLine, given
from .about.rating import RATED


class VsokoRating(models.Model):
    _inherit = "vsoko.rating"

    def action_make_report(self):
        """Open the report on this rating: the draft, the approved one, else a new draft."""
        self.ensure_one()
        kinds = {unit: kind for kind, unit in RATED.items()}
        if self.unit not in kinds or not self._is_approved():
            raise UserError(
                self.env._("Reports are made of approved ratings of classes and of subjects.")
            )
        Report = self.env["vsoko.report"]
        return Report._open_last(kinds[self.unit], self.period_id, rating_id=self.id)

    def _get_results(self):
        """Return ``{name: table}`` of what the rating says."""
        self.check_access("read")
        components = [one._get_rated_by() for one in self.component_ids]
        lines = [line._get_rated() for line in self.line_ids._sort_for_reading()]
        return given(lines, components, (self.summary or "").splitlines(), self.env._)


class VsokoRatingComponent(models.Model):
    _inherit = "vsoko.rating.component"

    def _get_rated_by(self):
        directions = dict(self._fields["direction"]._description_selection(self.env))
        return RatedBy(
            self.display_name,
            self.weight,
            self.lo,
            self.hi,
            directions[self.direction],
            self.origin,
        )


class VsokoRatingLine(models.Model):
    _inherit = "vsoko.rating.line"

    def _sort_for_reading(self):
        """The lines as a page reads: the groups that can be told apart, then by the index."""
        order = {code: place for place, code in enumerate(("above", "among", "below", False))}
        return self.sorted(lambda line: (order[line.group], -(line.index or 0), line.cell_name))

    def _get_rated(self):
        """Return the line as its report shows it."""
        parts = {part.component_id: part for part in self.part_ids}
        return RatedLine(
            self.cell_name,
            self._get_label("group"),
            *(_known(self[name]) for name in ("index", "low", "high", "place")),
            (self.place_low, self.place_high) if self.place else None,
            self.n,
            self._get_label("reason"),
            tuple(
                None if parts[one].value is False else parts[one].contribution
                for one in self.rating_id.component_ids
            ),
            *(_known(self[name]) for name in ("stability", "place_best", "place_worst")),
        )

    def _get_label(self, name):
        labels = dict(self._fields[name]._description_selection(self.env))
        return labels.get(self[name], "")


class VsokoReportRatingCollector(models.AbstractModel):
    """Takes what a report about one rating shows from its lines."""

    _name = "vsoko.report.rating.collector"
    _inherit = ["vsoko.report.collector"]
    _description = "Taking the figures of a report about a rating"

    def _collect(self, report):
        figures = super()._collect(report)
        # an approved rating waits for no approval of its period
        figures["period"]["is_approved"] = True
        return figures

    def _collect_given(self, report, declared):
        return report.rating_id._get_results()


def _known(value):
    return None if value is False else value
