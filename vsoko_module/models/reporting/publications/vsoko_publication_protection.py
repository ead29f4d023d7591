from collections import defaultdict
from typing import NamedTuple

from odoo import models
from odoo.fields import Domain

from ....tools import formula
from ....tools.measures import disclosure, overlaps
from ....tools.measures.school_tree import unit_of

COUNTS = ("count", "distinct_students")
NOBODY = frozenset()


class _Measure(NamedTuple):
    """How the protection takes an indicator: which facts it tells of, as two conditions.

    ``part``: what an outsider knows of those who are meant (grades, kinds of works), as text, and
    ``part_domain`` itself; ``base``: all conditions of the facts it rests on, as text, and
    ``base_domain`` itself: of an event those facts alone that tell of it;
    ``is_event``: a number of people to whom something happened, whose cells are hidden apart from
    the rest of the source.
    """

    indicator: object
    part: str
    part_domain: Domain
    base: str
    base_domain: Domain
    is_event: bool


class _Source(NamedTuple):
    """The facts of a source as one system of groups.

    ``periods``: ids of the period in hand and of those it is added with; ``parts``: texts of what
    the measures tell of; a part of the system is one of these in a period (`_number`).
    ``sensitive``: keys to be treated as small groups; ``shown``: keys that readers have of other
    publications.
    """

    universe: str
    measures: list
    periods: list
    parts: list
    piles: list
    grades: dict
    merged: overlaps.Merged
    sensitive: frozenset
    shown: frozenset

    @property
    def is_of_stocks(self):
        """Whether it tells nothing but how many are there, all of them at once."""
        lasting = [measure.indicator for measure in self.measures if not measure.is_event]
        return len(self.parts) == 1 and all(map(_is_stock, lasting))

    def number(self, period, part):
        return self.periods.index(period) * len(self.parts) + self.parts.index(part)


class VsokoPublicationCollector(models.AbstractModel):
    """Decides which figures of a period are hidden from everybody outside: see `overlaps`.

    All indicators of a period are protected together, because a reader has them all: those of one
    source as one system of overlapping groups; sources that count the same people
    (`_fact_universe`) hide the same cells. A source whose year is the sum of its terms
    (`_fact_adds_up`) has the published periods of the year in the same system.
    """

    _inherit = "vsoko.publication.collector"

    def _get_hidden(self, period, indicators, figures, asked=NOBODY):
        """Return {indicator: hidden cells}. A formula is hidden wherever one of its parts is.

        What an earlier publication of the period hid stays hidden, though the facts were corrected
        since: another choice of cells would give the small groups away to who reads both.

        :param asked: pairs (indicator, cell) that are to be treated like small groups
        """
        periods = self._get_added_with(period)
        history = self._get_history(periods, period)
        by_code = defaultdict(list)
        for figure in figures:
            by_code[figure.code].append(figure)
        measures = indicators.filtered(lambda indicator: indicator.kind == "measure")
        of_people = measures.filtered(lambda one: one._get_fact_model()._fact_of_people)
        sources = [
            self._read_source(source, found, periods, by_code, asked, history)
            for source, found in of_people.grouped("source").items()
        ]
        hidden = self._protect_sources(sources, history)
        for measure in measures - of_people:
            earlier = history[period.id].hidden[measure.code]
            hidden[measure] = self._protect_nobody(measure, by_code[measure.code], earlier)
        for indicator in self._sort_formulas(indicators):
            parts = [hidden.get(operand, NOBODY) for operand in indicator._get_operands()]
            hidden[indicator] = history[period.id].hidden[indicator.code].union(*parts)
        return hidden

    def _sort_formulas(self, indicators):
        """Return the formulas, each after those it uses."""
        formulas = {i.code: i for i in indicators if i.kind == "formula"}
        trees = indicators.framework_id._get_formula_trees()
        return [formulas[code] for code in formula.order(trees) if code in formulas]

    def _protect_sources(self, sources, history):
        """Return {measure: hidden cells} of all sources.

        Sources of one universe are taken in turn until none hides a cell that another one shows.
        """
        hidden_cells = defaultdict(set)
        for source in sources:
            for period in source.periods:
                for measure in source.measures:
                    if not measure.is_event:
                        cells = history[period].hidden[measure.indicator.code]
                        hidden_cells[source.universe, period, measure.part] |= cells
        sizes = None
        while sizes != (sizes := {place: len(cells) for place, cells in hidden_cells.items()}):
            for source in sources:
                for part, cells in self._protect_source(source, hidden_cells).items():
                    hidden_cells[source.universe, source.periods[0], part] |= cells
        hidden = {}
        for source in sources:
            events = self._protect_events(source, hidden_cells, history)
            for measure in source.measures:
                cells = frozenset(hidden_cells[source.universe, source.periods[0], measure.part])
                hidden[measure.indicator] = cells | events if measure.is_event else cells
        return hidden

    def _protect_source(self, source, hidden_cells):
        """Return {part: hidden cells} of the period in hand."""
        merged = source.merged
        keys = {
            merged.key_of(source.number(period, part), cell)
            for period in source.periods
            for part in source.parts
            for cell in hidden_cells[source.universe, period, part]
        }
        hidden = disclosure.protect(
            merged.groups, merged.sums, keys - {None}, source.sensitive, source.shown
        )
        found = {
            part: merged.cells_of(source.number(source.periods[0], part), hidden)
            for part in source.parts
        }
        return self._spare_school(source, found, hidden_cells)

    def _read_source(self, source, indicators, periods, figures, asked, history):
        fact = self.env[f"vsoko.fact.{source}"]
        measures = [self._prepare_measure(fact, indicator) for indicator in indicators]
        if not fact._fact_adds_up:
            periods = periods[:1]
        parts = sorted({measure.part for measure in measures})
        piles = self._read_facts(fact, periods, measures, parts)
        classes = {unit_of(cell) for pile in piles for cell in pile.cells} - {None}
        grades = {found.id: found.grade for found in self.env["vsoko.class"].browse(classes)}
        lasting = {measure.base for measure in measures if not measure.is_event}
        source = _Source(
            universe=fact._fact_universe or source,
            measures=measures,
            periods=periods.ids,
            parts=parts,
            piles=piles,
            grades=grades,
            merged=overlaps.merge(_lasting_facts(piles, periods.ids, len(parts), lasting), grades),
            sensitive=NOBODY,
            shown=NOBODY,
        )
        return source._replace(
            sensitive=self._get_sensitive(source, figures, asked),
            shown=self._get_shown(source, history),
        )

    def _get_sensitive(self, source, figures, asked):
        """Return the keys of groups that the approved figures make sensitive, or that are asked.

        Facts may have been corrected since the approval: both old and new figures must be safe.
        """
        keys = set()
        for measure in source.measures:
            number = source.number(source.periods[0], measure.part)
            for figure in [] if measure.is_event else figures[measure.indicator.code]:
                key = source.merged.key_of(number, figure.cell)
                if key is None:
                    continue
                share = self._get_share(measure.indicator, figure)
                group = disclosure.Group(source.merged.groups[key].people, (share,))
                if (measure.indicator, figure.cell) in asked or disclosure.is_sensitive(group):
                    keys.add(key)
        return frozenset(keys)

    def _get_shown(self, source, history):
        """Return the keys of the groups whose figures readers have."""
        return frozenset(
            source.merged.key_of(source.number(period, measure.part), cell)
            for period in source.periods
            for measure in source.measures
            if not measure.is_event
            for cell in history[period].shown[measure.indicator.code]
        ) - {None}

    def _prepare_measure(self, fact, indicator):
        domain = indicator._get_counted_domain()
        outward, further = self._split_domain(fact, domain)
        is_event = indicator.aggregate in COUNTS and any(
            condition.field_expr.split(".")[0] not in fact._fact_stocks
            for condition in further.iter_conditions()
        )
        value_field = indicator._get_value_field()
        if indicator.aggregate == "sum" and value_field in fact._fact_events:
            is_event = True
            domain &= Domain(value_field, ">", 0)
        return _Measure(indicator, str(outward), outward, str(domain), domain, is_event)

    def _split_domain(self, fact, domain):
        """Return (conditions on what an outsider knows of people, the others) of a domain."""
        domain = Domain(domain).optimize(fact)
        single = list(domain.children) if getattr(domain, "OPERATOR", "") == "&" else [domain]
        outward = [
            condition
            for condition in single
            if {c.field_expr.split(".")[0] for c in condition.iter_conditions()}
            <= set(fact._fact_known_fields)
        ]
        further = [condition for condition in single if condition not in outward]
        return Domain.AND(outward), Domain.AND(further)


def _is_stock(indicator):
    stocks = indicator._get_fact_model()._fact_stocks
    is_sum = indicator.aggregate == "sum" and indicator._get_value_field() in stocks
    return is_sum or indicator.aggregate in COUNTS


def _lasting_facts(piles, periods, part_count, lasting):
    """Return [`overlaps.Fact`] of all that is no event: a part of a period where a base is met."""
    facts = []
    for pile in piles:
        places = {
            period: (parts, bases & lasting)
            for period, (parts, bases) in pile.met.items()
            if bases & lasting
        }
        parts = [
            periods.index(period) * part_count + part
            for period, (found, _bases) in places.items()
            for part in found
        ]
        bases = frozenset().union(*(found for _parts, found in places.values()))
        facts.append(
            overlaps.Fact(
                pile.cells, pile.person, tuple(sorted(parts)), tuple(sorted(bases)), pile.counts
            )
        )
    return facts
