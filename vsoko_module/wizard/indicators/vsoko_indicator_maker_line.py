from collections import Counter

from odoo import api, fields, models
from odoo.tools import groupby

from ...models.mixins.shown_figures import shown_text
from ...tools import scopes


class VsokoIndicatorMakerLine(models.TransientModel):
    """What a new indicator gives in one breakdown: its only figure, or the ends of many."""

    _name = "vsoko.indicator.maker.line"
    _description = "Figures of a new indicator in a breakdown"

    maker_id = fields.Many2one(
        "vsoko.indicator.maker", required=True, index=True, ondelete="cascade"
    )
    scope = fields.Char(string="Breakdown", readonly=True)
    cells = fields.Integer(string="Figures", readonly=True, aggregator=None)
    shown = fields.Char(string="Value", readonly=True)
    counted = fields.Char(string="Counted", readonly=True)
    empty = fields.Integer(string="Without data", readonly=True, aggregator=None)
    optimal = fields.Integer(readonly=True, aggregator=None)
    acceptable = fields.Integer(readonly=True, aggregator=None)
    critical = fields.Integer(readonly=True, aggregator=None)
    grey = fields.Integer(string="Too few data", readonly=True, aggregator=None)

    @api.model
    def _prepare_lines(self, figures, digits):
        """Return values of a line for each breakdown of the figures, in the order of scopes.

        :param figures: list of `Figure` of one indicator
        """
        titles = {scope.code: scope.name for scope in self.env["vsoko.scope"].search([])}
        order = list(scopes.SCOPES)
        figures = sorted(figures, key=lambda figure: order.index(figure.scope))
        return [
            {"scope": titles[scope], **self._summarise(found, digits)}
            for scope, found in groupby(figures, key=lambda figure: figure.scope)
        ]

    def _summarise(self, figures, digits):
        values = sorted(figure.value for figure in figures if figure.value is not None)
        statuses = Counter(figure.status for figure in figures)
        ends = dict.fromkeys(
            shown_text(self.env, value, digits) for value in values[:1] + values[-1:]
        )
        return {
            "cells": len(figures),
            "shown": " … ".join(ends),
            "counted": self._count_text(figures[0]) if len(figures) == 1 else False,
            "empty": len(figures) - len(values),
            **{name: statuses[name] for name in ("optimal", "acceptable", "critical", "grey")},
        }

    def _count_text(self, figure):
        if figure.denominator is None:
            return False
        return self.env._(
            "%(numerator)s of %(denominator)s",
            numerator=shown_text(self.env, figure.numerator, 0),
            denominator=shown_text(self.env, figure.denominator, 0),
        )
