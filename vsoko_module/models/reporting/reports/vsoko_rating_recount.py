from odoo import models

from ....tools.reports.file_names import file_name
from ....tools.reports.rating_recount import CountedPart, CountedPupils, Recount, recount


class VsokoRatingLine(models.Model):
    """The file by which whoever reads a line recomputes its index."""

    _inherit = "vsoko.rating.line"

    def action_open_recount(self):
        """Download the file for an own recount."""
        return self._open_address(f"/vsoko/rating/{self.id}/recount", "download")

    def _get_recount(self):
        """Return (name, bytes) of the file, with what the reader may see."""
        self.ensure_one()
        title, name = self.rating_id.name, self.cell_name
        given = Recount(
            title=f"{title}, {self.period_id.display_name}",
            name=name,
            told=tuple(self._get_recount_text()),
            parts=tuple(map(_prepare_part, self.part_ids)),
            index=None if self.index is False else self.index,
            pupils=tuple(self._prepare_pupils()),
        )
        return file_name([title, name], "xlsx"), recount(given, self.env._)

    def _get_recount_text(self):
        told = [self._tell_place(), self._tell_interval()]
        return filter(None, told)

    def _prepare_pupils(self):
        """Yield `CountedPupils` of the components whose pupils the reader may see."""
        for component, (pupils, hidden) in self._get_pupils().items():
            names = {
                one.id: one.display_name
                for one in self.env["vsoko.student"].browse(pupils).sorted()
            }
            rows = tuple((name, *pupils[pupil]) for pupil, name in names.items())
            # The name of a component of a line that the reader reads.
            yield CountedPupils(component.display_name, rows, hidden)


def _prepare_part(part):
    component = part.component_id
    common = {
        "name": component.display_name,
        "direction": component.direction,
        "weight": component.weight,
        "low": component.lo,
        "high": component.hi,
        "origin": component.origin,
    }
    if part.value is False:
        return CountedPart(**common)
    return CountedPart(
        **common,
        people=part.n,
        value=part.value,
        points=part.normalised,
        share=part.weight,
        contribution=part.contribution,
    )
