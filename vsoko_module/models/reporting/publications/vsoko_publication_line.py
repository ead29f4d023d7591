from dataclasses import replace

from odoo import api, fields, models

from ....tools.figure import Figure
from ....tools.measures import chance
from ....tools.numbers import change
from ....tools.reports.formatting import NBSP, number
from ....tools.reports.published import Published
from ....tools.russian_order import order_key
from ....tools.zones import ZONE_SIGNS
from ...evidence.optional_numbers import OptionalFloat
from ...indicators.vsoko_cell_mixin import SCOPES
from ...indicators.vsoko_figure_mixin import MISSING_REASONS
from ...indicators.vsoko_indicator import UNITS
from ...indicators.vsoko_indicator_band import STATUSES
from ...school.vsoko_alphabet_mixin import RussianChar
from ...school.vsoko_class import LEVELS

COLOURS = {
    "critical": "danger",
    "acceptable": "warning",
    "optimal": "success",
    "grey": "secondary",
}

# a figure that rests on too small a part of the facts is named without its number
INCOMPLETE = ("incomplete", "Too few of the expected marks are there")
SIGNS = {"least": "≥", "most": "≤"}
_WHOLE_PERCENT = {"digits": 0, "unit": "percent"}


class VsokoPublicationLine(models.Model):
    """One published figure. A hidden one keeps its place without any number.

    Lines for families may hold a range instead of a value: the marks of the middle half of a
    class. Only the program writes lines; readers get them by the rules of the publication.
    """

    _name = "vsoko.publication.line"
    _inherit = ["vsoko.alphabet.mixin"]
    _description = "Published figure"
    _order = "publication_id, sequence, scope_order, level, grade, place, id"
    _rec_name = "indicator_name"
    _log_access = False

    publication_id = fields.Many2one(
        "vsoko.publication", required=True, index=True, readonly=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="publication_id.company_id", store=True, index=True)
    sequence = fields.Integer(readonly=True, aggregator=None)
    scope_order = fields.Integer(readonly=True, aggregator=None)
    place = RussianChar(readonly=True)
    indicator_code = fields.Char(required=True, readonly=True, index=True)
    indicator_name = fields.Char(string="Indicator", required=True, readonly=True)
    object_code = fields.Char(readonly=True)
    scope = fields.Selection(SCOPES, string="Breakdown", required=True, readonly=True)
    cell = fields.Char(required=True, readonly=True)
    cell_name = fields.Char(string="Where", readonly=True)
    level = fields.Selection(LEVELS, readonly=True)
    grade = fields.Integer(readonly=True, aggregator=None)
    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
        groups="base.group_user",
    )
    value = OptionalFloat(readonly=True, aggregator=None)
    is_hidden = fields.Boolean(
        string="Hidden", readonly=True, help="The group is small, or would give a small one away"
    )
    bound = fields.Selection(
        [
            ("least", "Not less than"),
            ("most", "Not more than"),
            ("beside", "Hidden beside a bound"),
        ],
        readonly=True,
        help="Instead of “all” or “nobody”, where that tells something bad of each single one",
    )
    missing_reason = fields.Selection([*MISSING_REASONS, INCOMPLETE], readonly=True)
    n = fields.Integer(string="Rests on", readonly=True, aggregator=None)
    status = fields.Selection(STATUSES, readonly=True)
    range_low = fields.Float(readonly=True, aggregator=None)
    range_high = fields.Float(readonly=True, aggregator=None)
    is_partial = fields.Boolean(
        string="Of incomplete marks",
        readonly=True,
        help="A range that rests on a smaller part of the expected marks than the school asks for",
    )
    unit = fields.Selection(UNITS, readonly=True)
    digits = fields.Integer(readonly=True, aggregator=None)
    text = fields.Char(string="Figure", compute="_compute_text")

    @api.depends("value", "is_hidden", "bound", "missing_reason", "unit", "digits")
    def _compute_text(self):
        for line in self:
            line.text = line._prepare_text()

    def _sort_by_place(self):
        """Return the lines from the school down to its parts, classes by grade and letter."""
        return self.sorted(
            lambda line: (
                line.scope_order,
                line.level or "",
                line.grade,
                order_key(line.place),
                line.sequence,
            )
        )

    def _is_listed(self):
        """Whether readers get a row: of the school always, of its parts where there is a figure
        or a reason to withhold it."""
        is_withheld = self.is_hidden or self.missing_reason == "incomplete"
        return self.scope == "school" or self.value is not False or is_withheld

    def _get_exact(self):
        """Return the lines whose number is told, not only a bound of it."""
        return self.filtered(lambda line: line.value is not False and not line.bound)

    def _prepare_text(self):
        if self.is_hidden:
            return self.env._("hidden")
        if self.missing_reason == "incomplete":
            return self.env._("too few marks")
        if self.value is False:
            return self.env._("no data")
        if self.bound:
            return f"{SIGNS[self.bound]}{NBSP}{self._format(self.value, _WHOLE_PERCENT)}"
        return self._format(self.value, {"digits": self.digits, "unit": self.unit})

    def _format(self, value, definition):
        """Return a value of an indicator as text, per cents with their sign."""
        text = number(value, definition["digits"])
        return f"{text}{NBSP}%" if definition["unit"] == "percent" else text

    def _get_figure(self):
        """Return the figure as its readers may know it."""
        figure = Figure(self.indicator_code, self.cell, missing_reason=self.missing_reason or None)
        if self.is_hidden:
            return figure.hide()
        if self.value is False:
            return figure
        return replace(figure, value=self.value, n=self.n, status=self.status or None)

    def _prepare_figure(self, definitions, before=None):
        """Return a figure as the pages show it: words, colour, sign, length of its bar.

        :param before: the line of the publication it is compared with
        """
        definition = definitions[self.indicator_code]
        figure = self._get_figure()
        return {
            "code": self.indicator_code,
            "name": self.indicator_name,
            "is_main": definition["is_main"],
            "text": self.text,
            "is_known": figure.is_known,
            "is_hidden": figure.is_hidden,
            "n": number(figure.n, 0) if figure.n else "",
            "reason": self._get_label("missing_reason"),
            "bar": min(max(figure.value, 0), 100) if self._is_share(figure) else 0,
            **self._prepare_change(before, definition),
            **self._get_look(figure.status),
        }

    def _is_share(self, figure):
        return figure.is_known and self.unit == "percent"

    def _prepare_published(self, changes):
        """Return the figure as the files show it.

        :param changes: {code: change} of the figures of the whole school
        """
        is_in_words = self.bound or self.missing_reason == "incomplete"
        return Published(
            self._get_figure(),
            self.cell_name,
            text=self.text if is_in_words else "",
            change=changes.get(self.indicator_code) if self.scope == "school" else None,
        )

    def _prepare_range_text(self):
        """Return the range in words: «3–4», or «4» when its ends are the same; a part says so."""
        low, high = number(self.range_low, 0), number(self.range_high, 0)
        text = low if low == high else f"{low}–{high}"
        return (
            self.env._("%(range)s (by incomplete marks)", range=text) if self.is_partial else text
        )

    def _get_change(self, before):
        """Return the change since the line of another publication, as both are shown."""
        return float(change(self.value, before.value, self.digits))

    def _prepare_change(self, before, definition):
        """Return the change since the period before in words; empty when there is none to tell."""
        if before is None or not self._get_exact():
            return {"change": "", "is_better": None}
        moved = self._get_change(before)
        if not moved:
            return {"change": self.env._("as in the previous period"), "is_better": None}
        size = number(moved, self.digits, signed=True)
        if self.unit == "percent":
            size = self.env._("%(size)s p.p.", size=size)
        became = self._judge(before, definition)
        words = {
            chance.BETTER: self.env._("%(size)s: better than in the previous period", size=size),
            chance.WORSE: self.env._("%(size)s: worse than in the previous period", size=size),
            chance.CHANCE: self.env._("%(size)s: no more than chance can do", size=size),
            None: self.env._("%(size)s to the previous period", size=size),
        }
        is_better = {chance.BETTER: True, chance.WORSE: False}.get(became)
        return {"change": words[became], "is_better": is_better}

    def _judge(self, before, definition):
        """Return what became of the figure by more than chance, None where that is not told."""
        now = replace(self._get_figure(), previous_value=before.value, previous_n=before.n)
        return now.judge(self.unit, definition["direction"])

    def _get_look(self, status):
        """Return colour, sign and word of a status; without a status all three are empty."""
        names = dict(self._fields["status"]._description_selection(self.env))
        looks = {"colour": COLOURS, "sign": ZONE_SIGNS, "word": names}
        return {part: of_status.get(status, "") for part, of_status in looks.items()}

    def _get_label(self, name):
        return dict(self._fields[name]._description_selection(self.env)).get(self[name], "")
