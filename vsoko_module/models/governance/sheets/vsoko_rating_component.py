from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ....tools import scopes
from ....tools.ratings import Sample
from ....tools.sheets.judged import judged
from ...mixins.shown_figures import shown_text
from .vsoko_rating import SHEET

# what the points of a line follow from
POINTS = ("sheet_id", "criterion_id", "program_points", "claimed", "checked", "final")


class VsokoRatingComponent(models.Model):
    """The share of the points of a final sheet; its criteria say what chance could do to it."""

    _inherit = "vsoko.rating.component"

    mode = fields.Selection(
        selection_add=[(SHEET, "Points of final sheets, % of the most")],
        ondelete={SHEET: "cascade"},
    )

    @api.constrains("mode", "rating_id")
    def _check_sheet_mode(self):
        for component in self:
            if (component.mode == SHEET) != bool(component.rating_id.sheet_scheme_id):
                raise ValidationError(
                    self.env._(
                        "A rating by final sheets has their points as its only component: sheets"
                        " hold figures already, which would count twice."
                    )
                )

    def _get_mode_names(self):
        return {**super()._get_mode_names(), SHEET: self.env._("Points of the final sheet")}

    def _get_mode_samples(self, figures, moves):
        if self.mode != SHEET:
            return super()._get_mode_samples(figures, moves)
        sheets = self.rating_id._get_sheets().filtered(lambda one: one.state == "final")
        parts = self._read_parts(sheets)
        leaves_unclaimed = self.rating_id.sheet_scheme_id.leaves_unclaimed
        return {
            scopes.cell("teacher", teacher_id=sheet.teacher_id.id): _make_sample(
                sheet.share, judged(parts.get(sheet, ()), leaves_unclaimed)
            )
            for sheet in sheets
        }

    def _read_parts(self, sheets):
        """Return ``{sheet: [Awarded]}``; the lines of all sheets are read at once."""
        lines = self.env["vsoko.sheet.line"].search_fetch(
            Domain("sheet_id", "in", sheets.ids), POINTS
        )
        return {
            sheet: [line._get_part() for line in of_sheet]
            for sheet, of_sheet in lines.grouped("sheet_id").items()
        }

    def _format(self, value):
        if self.mode != SHEET:
            return super()._format(value)
        return f"{shown_text(self.env, value, 1)}\N{NO-BREAK SPACE}%"


def _make_sample(share, found):
    if share is False or not found:
        return None
    return Sample(share, found.criteria, deviation=found.deviation)
