from odoo import api, fields, models

from ...tools.numbers import change, rounded
from ...tools.reports.formatting import number
from ..evidence.optional_numbers import OptionalFloat
from ..mixins.shown_figures import shown_text


class VsokoIndicatorValue(models.Model):
    """Every figure says in words where it comes from."""

    _inherit = "vsoko.indicator.value"

    direction = fields.Selection(related="indicator_id.direction")
    target = OptionalFloat(related="indicator_id.target", aggregator=None)
    kind = fields.Selection(related="indicator_id.kind")
    aggregate = fields.Selection(related="indicator_id.aggregate")
    description = fields.Text(related="indicator_id.description")
    value_text = fields.Char(string="Figure", compute="_compute_value_text")
    explanation = fields.Text(string="Where the figure comes from", compute="_compute_explanation")

    @api.depends("value", "missing_reason", "indicator_id.unit", "indicator_id.digits")
    def _compute_value_text(self):
        for figure in self:
            figure.value_text = (
                self.env._("no data") if figure.value is False else figure._format(figure.value)
            )

    @api.depends("value", "numerator", "denominator", "n", "status", "missing_reason")
    @api.depends_context("lang")
    def _compute_explanation(self):
        figures = {figure.id: figure for figure in self._read_figures([("id", "in", self.ids)])}
        for record in self:
            figure = figures.get(record.id)
            record.explanation = figure and "\n".join(filter(None, record._explain(figure)))

    def _explain(self, figure):
        """Return the sentences about this figure, some of them empty."""
        return [
            self._explain_value(figure) if figure.is_known else self._explain_missing(figure),
            self._explain_status(figure),
            self._explain_change(figure),
            self._explain_barriers(),
            self._explain_other_children(figure),
            self._explain_completeness(),
            self._explain_rule(),
            *self._explain_rows(),
        ]

    def _format(self, number):
        """Write a number of this figure with its unit in the user's language."""
        text = self._format_number(number, self.indicator_id.digits)
        return f"{text}\N{NO-BREAK SPACE}%" if self.indicator_id.unit == "percent" else text

    def _format_change(self):
        """Write the change since the previous period with its sign and unit; empty without one."""
        if self.delta is False:
            return ""
        text = self._format_number(abs(self.delta), self.indicator_id.digits)
        sign = "\N{MINUS SIGN}" if self.delta < 0 else "+" if self.delta else ""
        if self.indicator_id.unit == "percent":
            return self.env._("%(size)s p.p.", size=sign + text)
        return sign + text

    def _count(self, number):
        """Write a count: whole unless it is a sum of points."""
        return self._format_number(number, 0 if number == int(number) else 2)

    def _format_number(self, number, digits):
        return shown_text(self.env, number, digits)

    def _explain_missing(self, figure):
        reasons = dict(self._fields["missing_reason"]._description_selection(self.env))
        return self.env._("No data. %(reason)s.", reason=reasons[figure.missing_reason])

    def _explain_value(self, figure):
        if self.indicator_id.kind == "formula":
            return self._explain_formula(figure)
        numbers = {
            "numerator": self._count(figure.numerator or 0),
            "denominator": self._count(figure.denominator or 0),
            "factor": self._count(self.indicator_id.factor),
            "value": self._format(figure.value),
        }
        texts = {
            "share": self.env._(
                "%(numerator)s of %(denominator)s: %(numerator)s ÷ %(denominator)s × %(factor)s ="
                " %(value)s.",
                **numbers,
            ),
            "average": self.env._(
                "The sum %(numerator)s divided by the number %(denominator)s gives %(value)s.",
                **numbers,
            ),
            "degree_of_learning": self.env._(
                "%(numerator)s points of learning divided by the number %(denominator)s give"
                " %(value)s.",
                **numbers,
            ),
        }
        counted = self.env._("Counted: %(numerator)s.", **numbers)
        return texts.get(self.indicator_id.aggregate, counted)

    def _explain_formula(self, figure):
        operands = self._get_operand_figures()
        lines = [
            self.env._(
                "Formula: %(formula)s = %(value)s, where",
                formula=self.indicator_id.formula,
                value=self._format(figure.value),
            )
        ]
        lines += [
            f"• {operand.indicator_id.code} — {operand.indicator_id.name}: {operand.value_text}"
            for operand in operands
        ]
        return "\n".join(lines)

    def _get_operand_figures(self):
        """Return the figures that a formula is made of, as far as the user may read them."""
        return self.search(
            [
                ("period_id", "=", self.period_id.id),
                ("cell", "=", self.cell),
                ("indicator_id", "in", self.indicator_id._get_operands().ids),
            ]
        )

    def _explain_status(self, figure):
        if figure.grey_reason == "failed":
            return self.env._(
                "The figure is of an earlier calculation: the last one could not compute the"
                " indicator."
            )
        if figure.status == "grey":
            return self._explain_grey(figure)
        if not figure.status or not figure.is_known:
            return None
        shown = float(rounded(figure.value, self.indicator_id.digits))
        band = self.indicator_id.band_ids.filtered(
            lambda band: band.lower <= shown and (band.is_last or shown < band.upper)
        )[:1]
        if not band:
            return None
        statuses = dict(self._fields["status"]._description_selection(self.env))
        values = {
            "status": statuses[figure.status],
            "lower": self._format(band.lower),
            "upper": self._format(band.upper),
            "origin": band.origin,
        }
        if band.is_last:
            return self.env._("%(status)s: from %(lower)s (%(origin)s).", **values)
        return self.env._("%(status)s: from %(lower)s to %(upper)s (%(origin)s).", **values)

    def _explain_grey(self, figure):
        """Say why a figure is not judged."""
        if figure.grey_reason == "incomplete":
            return self.env._(
                "The figure is not judged: %(share)s %% of the expected marks are there, the least"
                " share is %(least)s %%.",
                share=number(figure.completeness, 1),
                least=number(self.company_id.vsoko_least_completeness, 1),
            )
        if not figure.grey_reason:
            # judged before the program counted people
            return self.env._(
                "The figure is not judged: it rests on %(n)s, the least number is %(least)s.",
                n=figure.n or 0,
                least=self.indicator_id.min_n,
            )
        return self.env._(
            "The figure is not judged: %(people)s people stand behind it, the least number is"
            " %(least)s.",
            people=figure.people or 0,
            least=self.indicator_id.min_n,
        )

    def _explain_completeness(self):
        """Say what is missing of the marks that the figure rests on; a part is not the whole."""
        if not self._rests_on_marks():
            return None
        return self.env["vsoko.completeness"]._get_text(self.period_id, self._get_cell_domain())

    def _rests_on_marks(self):
        """Whether it is known how complete the facts of the figure are."""
        indicators = self.indicator_id
        if indicators.kind == "formula":
            indicators = indicators._get_operands()
        return any(
            self.env[f"vsoko.fact.{indicator.source}"]._fact_rests_on_marks
            for indicator in indicators
            if indicator.kind == "measure" and indicator.source
        )

    def _explain_change(self, figure):
        if not figure.is_known or figure.previous_value is None:
            return None
        digits = self.indicator_id.digits
        delta = change(figure.value, figure.previous_value, digits)
        size = self._format_number(abs(delta), digits)
        sign = "\N{MINUS SIGN}" if delta < 0 else "+" if delta else ""
        values = {"previous": self._format(figure.previous_value), "delta": f"{sign}{size}"}
        if self.indicator_id.unit == "percent":
            return self.env._(
                "The previous period had %(previous)s: a change of %(delta)s p.p.", **values
            )
        return self.env._("The previous period had %(previous)s: a change of %(delta)s.", **values)

    def _explain_barriers(self):
        """Say why a class is not compared, once when both comparisons fail for one reason."""
        told = {
            "previous_barrier": self.env._("with the previous period"),
            "last_year_barrier": self.env._("with a year before"),
        }
        reasons = dict(self._fields["previous_barrier"]._description_selection(self.env))
        return "\n".join(
            self.env._(
                "Not compared %(with_what)s: %(reason)s.",
                with_what=what,
                reason=reasons[self[name]].lower(),
            )
            for name, what in told.items()
            if self[name]
        )

    def _explain_other_children(self, figure):
        """A grade and a level have other children every school year; a class keeps its own."""
        if self.scope not in ("grade", "level"):
            return None
        has_previous = figure.previous_value is not None
        before = self.period_id._get_previous() if has_previous else self.period_id
        if figure.last_year_value is None and before.year_id == self.period_id.year_id:
            return None
        return self.env._(
            "Compared with a year before, these are other children: %(cell)s now and then.",
            cell=self.cell_name,
        )

    def _explain_rule(self):
        """Say where the indicator is not what it was when the figure was counted."""
        if not self.rule or self.rule == self.indicator_id.rule:
            return None
        return self.env._(
            "The indicator was defined in another way when this figure was counted: its condition,"
            " bands or breakdowns have changed since."
        )

    def action_open_counted(self):
        """Open only the rows of the numerator, as far as the user may read them."""
        action = self.action_open_rows()
        if self.indicator_id.kind == "measure":
            action["domain"] += list(self.indicator_id._get_domain("numerator_domain"))
        return action

    def action_open_trend(self):
        """Open the figures of the same cell over all periods of this kind."""
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_indicator_value_trend_action",
            self.display_name,
            domain=[
                ("indicator_id.code", "=", self.indicator_id.code),
                ("cell", "=", self.cell),
                ("period_id.kind", "=", self.period_id.kind),
                ("company_id", "=", self.company_id.id),
            ],
        )
