from collections import defaultdict

from odoo import models
from odoo.fields import Domain

from ....tools.measures import disclosure_audit
from ....tools.measures.school_tree import sums_of

REST = "rest"
# how a line is marked that is hidden because of the bound of another
BESIDE = "beside"


class VsokoPublicationCollector(models.AbstractModel):
    """Tells of what is bad for everybody of a group by a bound, and guards the number behind it.

    What must not follow from the rest is the number itself: nobody, or all. How many the group has
    is told beside the bound, so figures that tell of something else stay: the number of pupils does
    not give away how many of them won. Which figures may is said by the sources (`_fact_aspects`).
    """

    _inherit = "vsoko.publication.collector"

    def _get_bounds(self, indicators, figures, hidden):
        """Return {(indicator, cell): bound} of the shares that are bad for everybody of a group.

        «100 % did not pass» tells of each single one, however large the group is: the open page
        says «90 % or more» instead.
        """
        shares = {
            indicator.id: indicator
            for indicator in indicators
            if indicator.aggregate == "share"
            and indicator.unit == "percent"
            and _is_of_people(indicator)
        }
        bounds = {}
        for figure in figures:
            indicator = shares.get(figure.indicator_id)
            if not indicator or figure.cell in hidden[indicator] or not figure.denominator:
                continue
            if indicator.direction == "less" and figure.numerator == figure.denominator:
                bounds[indicator, figure.cell] = "least"
            if indicator.direction == "more" and not figure.numerator:
                bounds[indicator, figure.cell] = "most"
        return bounds

    def _hide_beside(self, period, indicators, figures, hidden, bounds):
        """Return {indicator: hidden cells} with those from which a bounded number would follow.

        Nothing that was hidden is shown: cells are added alone, and to ``bounds`` as `BESIDE`.
        """
        beside = self._get_history_beside(period)
        result = {one: frozenset(cells) | beside[one.code] for one, cells in hidden.items()}
        measures = indicators.filtered(lambda indicator: indicator.kind == "measure")
        told = {measure: self._get_aspects(measure, _get_fields(measure)) for measure in measures}
        for aspects, asked in self._group_bounds(bounds).items():
            found = self._get_hidden(period, indicators, figures, asked)
            numbers = frozenset(asked)
            while further := self._get_followed(figures, numbers, found) - asked:
                asked |= further
                found = self._get_hidden(period, indicators, figures, asked)
            for measure in measures:
                if told[measure] & aspects:
                    result[measure] |= found[measure]
        bounded = defaultdict(set)
        for indicator, cell in bounds:
            bounded[indicator].add(cell)
        for indicator in self._sort_formulas(indicators):
            operands = indicator._get_operands()
            parts = [result.get(one, frozenset()) | bounded[one] for one in operands]
            result[indicator] = result[indicator].union(*parts)
        for indicator, cells in result.items():
            bounds |= {
                (indicator, cell): BESIDE for cell in cells - hidden[indicator] - bounded[indicator]
            }
        return result

    def _get_followed(self, figures, numbers, hidden):
        """Return pairs (indicator, total) by which readers would find the numbers behind bounds.

        Two parts in which nobody won are told by a total that is less by no more than its other
        parts, so hiding one of them beside the other is not enough.

        :param numbers: pairs (indicator, cell) that are told by a bound
        """
        cells = defaultdict(set)
        for indicator, cell in numbers:
            cells[indicator].add(cell)
        return {
            (indicator, total)
            for indicator, bounded in cells.items()
            for total in self._get_telling(indicator, figures, bounded, hidden[indicator])
        }

    def _get_telling(self, indicator, figures, bounded, hidden):
        """Return the totals of the parts whose numbers follow from sums, all that are not told."""
        scopes = ("school", "level", "grade", "subject")
        own = {
            figure.cell: figure
            for figure in figures
            if figure.indicator_id == indicator.id and figure.scope in scopes and figure.denominator
        }
        amounts = {
            cell: figure.numerator
            if indicator.direction == "more"
            else figure.denominator - figure.numerator
            for cell, figure in own.items()
        }
        sums = sums_of(own, {})
        found = disclosure_audit.bounds(sums, amounts, (bounded | hidden) & own.keys())
        told = {
            cell
            for cell in bounded
            if found[cell][1] - found[cell][0] <= disclosure_audit.TOLERANCE
        }
        return {one.total for one in sums if told.intersection(one.parts)}

    def _group_bounds(self, bounds):
        """Return {aspects: pairs (indicator, cell)} of the bounds, by what they tell of."""
        asked = defaultdict(set)
        for indicator, cell in bounds:
            fields = _names(indicator._get_domain("numerator_domain"))
            aspects = self._get_aspects(indicator, fields) or self._get_aspects(indicator, {REST})
            asked[aspects].add((indicator, cell))
        return asked

    def _get_aspects(self, indicator, fields):
        """Return what the fields tell of people, as a frozenset of keys.

        Fields that the source declares nothing of may follow from each other, in all sources that
        count the same people.
        """
        fact = indicator._get_fact_model()
        plain = {*fact._fact_known_fields, *fact._fact_stocks}
        declared = {
            field: (indicator.source, number)
            for number, aspect in enumerate(fact._fact_aspects)
            for field in aspect
        }
        rest = (fact._fact_universe or indicator.source, REST)
        return frozenset(declared.get(field, rest) for field in fields - plain)

    def _get_history_beside(self, period):
        """Return {code: cells} that earlier publications of the period hid beside bounds."""
        beside = defaultdict(frozenset)
        rows = self.env["vsoko.publication.line"]._read_group(
            Domain("publication_id.period_id", "=", period.id)
            & Domain("publication_id.state", "!=", "draft")
            & Domain("bound", "=", BESIDE),
            ["indicator_code"],
            ["cell:array_agg"],
        )
        for code, cells in rows:
            beside[code] = frozenset(cells)
        return beside


def _get_fields(measure):
    """Return the names of all fields of the facts that a measure looks at."""
    domains = [measure._get_domain(name) for name in ("numerator_domain", "denominator_domain")]
    return _names(Domain.AND(domains)) | ({measure._get_value_field()} - {False})


def _names(domain):
    return {condition.field_expr.split(".")[0] for condition in domain.iter_conditions()}


def _is_of_people(indicator):
    return indicator.kind == "measure" and indicator._get_fact_model()._fact_of_people
