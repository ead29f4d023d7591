from collections import defaultdict
from typing import NamedTuple

from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL

from ....tools import formula, scopes
from ....tools.statistics import disclosure, overlaps
from ....tools.statistics.school_tree import TREE, unit_of

COUNTS = ("count", "distinct_students")
NOBODY = frozenset()
# a few people to whom something happened cannot be told in a school of so many
LARGE = 10 * disclosure.THRESHOLD
_TREE_DIMENSIONS = {name for scope in TREE for name in scopes.SCOPES[scope]}


class _Measure(NamedTuple):
    """How the protection takes an indicator: which facts it tells of, as two conditions.

    ``part``: what an outsider knows of those who are meant (grades, kinds of works), as text;
    ``base``: all conditions of the facts it rests on, as text; ``is_event``: a number of people to
    whom something happened, whose cells are hidden apart from the rest of the source.
    """

    indicator: object
    part: str
    base: str
    is_event: bool


class _Source(NamedTuple):
    """The facts of a source as one system of groups.

    ``parts``: texts of its parts in their order; ``told``: keys to be treated as small groups.
    """

    universe: str
    measures: list
    parts: list
    facts: list
    grades: dict
    merged: overlaps.Merged
    told: frozenset


class VsokoPublicationCollector(models.AbstractModel):
    """Decides which figures of a period are hidden from everybody outside: see `overlaps`.

    All indicators of a period are protected together, because a reader has them all: those of one
    source as one system of overlapping groups; sources that count the same people
    (`_fact_universe`) hide the same cells.
    """

    _inherit = "vsoko.publication.collector"

    def _get_hidden(self, period, indicators, values, told=NOBODY):
        """Return {indicator: hidden cells}. A formula is hidden wherever one of its parts is.

        What an earlier publication of the period hid stays hidden, though the facts were corrected
        since: another choice of cells would give the small groups away to who reads both.

        :param told: pairs (indicator, cell) that are to be treated like small groups
        """
        before = self._get_hidden_before(period)
        figures = defaultdict(list)
        for value in values:
            figures[value.indicator_id].append(value)
        sources = [
            self._read_source(source, measures, period, figures, told)
            for source, measures in indicators.filtered(lambda i: i.kind == "measure")
            .grouped("source")
            .items()
        ]
        hidden = self._protect_sources(sources, before)
        for indicator in self._sort_formulas(indicators):
            parts = [hidden.get(operand, NOBODY) for operand in indicator._get_operands()]
            hidden[indicator] = before[indicator.code].union(*parts)
        return hidden

    def _sort_formulas(self, indicators):
        """Return the formulas, each after those it uses."""
        formulas = {i.code: i for i in indicators if i.kind == "formula"}
        trees = indicators.framework_id._get_formula_trees()
        return [formulas[code] for code in formula.order(trees) if code in formulas]

    def _protect_sources(self, sources, before):
        """Return {measure: hidden cells} of all sources.

        Sources of one universe are taken in turn until none hides a cell that another one shows.
        """
        known = defaultdict(set)
        for source in sources:
            for measure in source.measures:
                if not measure.is_event:
                    known[source.universe, measure.part] |= before[measure.indicator.code]
        sizes = None
        while sizes != (sizes := {place: len(cells) for place, cells in known.items()}):
            for source in sources:
                for part, cells in self._protect_source(source, known).items():
                    known[source.universe, part] |= cells
        hidden = {}
        for source in sources:
            events = self._protect_events(source, known, before)
            for measure in source.measures:
                cells = frozenset(known[source.universe, measure.part])
                hidden[measure.indicator] = cells | events if measure.is_event else cells
        return hidden

    def _protect_source(self, source, known):
        """Return {part: hidden cells}, with the cells known to be hidden among them."""
        merged = source.merged
        keys = {
            merged.key_of(number, cell)
            for number, part in enumerate(source.parts)
            for cell in known[source.universe, part]
        }
        hidden = disclosure.protect(merged.groups, merged.sums, keys - {None}, source.told)
        return {part: merged.cells_of(n, hidden) for n, part in enumerate(source.parts)}

    def _protect_events(self, source, known, before):
        """Return the cells in which a number of people to whom something happened is hidden.

        Came and left balance with those who are there, so all such numbers hide the same cells.
        The number of a large school is shown though it is small, as that of a share would be; then
        nothing below the school is, which would tell where these few are.
        """
        events = [measure for measure in source.measures if measure.is_event]
        earlier = [before[measure.indicator.code] for measure in events]
        hidden = NOBODY.union(*earlier, *(known[source.universe, m.part] for m in events))
        found = hidden.union(*(self._protect_event(source, m, hidden) for m in events))
        people = {fact.person for fact in source.facts}
        if "school" in found - hidden and len(people) >= LARGE:
            return frozenset(cell for fact in source.facts for cell in fact.cells) - {"school"}
        return found

    def _protect_event(self, source, event, hidden):
        facts = [
            fact._replace(parts=(0,), bases=(0,), counts=())
            for fact in source.facts
            if event.base in fact.bases
        ]
        merged = overlaps.merge(facts, source.grades)
        keys = {merged.key_of(0, cell) for cell in hidden} - {None}
        return merged.cells_of(0, disclosure.protect(merged.groups, merged.sums, keys))

    def _read_source(self, source, indicators, period, figures, told):
        fact = self.env[f"vsoko.fact.{source}"]
        measures = [self._prepare_measure(fact, indicator) for indicator in indicators]
        parts = sorted({measure.part for measure in measures})
        facts = self._read_facts(fact, period, measures, parts)
        classes = {unit_of(cell) for one in facts for cell in one.cells} - {None}
        grades = {one.id: one.grade for one in self.env["vsoko.class"].browse(classes)}
        events = {measure.base for measure in measures if measure.is_event}
        lasting = [
            one._replace(bases=tuple(b for b in one.bases if b not in events)) for one in facts
        ]
        merged = overlaps.merge(lasting, grades)
        keys = self._get_told(measures, parts, merged, figures, told)
        universe = fact._fact_universe or source
        return _Source(universe, measures, parts, facts, grades, merged, keys)

    def _get_told(self, measures, parts, merged, figures, told):
        """Return the keys of groups that the approved figures make sensitive, or that are asked.

        Facts may have been corrected since the approval: both old and new figures must be safe.
        """
        keys = set()
        for measure in measures:
            number = parts.index(measure.part)
            for value in [] if measure.is_event else figures[measure.indicator]:
                key = merged.key_of(number, value.cell)
                if key is None:
                    continue
                people, share = merged.groups[key].people, self._get_share(value)
                group = disclosure.Group(people, (share,))
                if (value.indicator_id, value.cell) in told or disclosure.is_sensitive(group):
                    keys.add(key)
        return frozenset(keys)

    def _prepare_measure(self, fact, indicator):
        domain = indicator._get_counted_domain()
        known, told = self._split_domain(fact, domain)
        is_event = indicator.aggregate in COUNTS and any(
            condition.field_expr.split(".")[0] not in fact._fact_stocks
            for condition in told.iter_conditions()
        )
        return _Measure(indicator, str(known), str(domain), is_event)

    def _split_domain(self, fact, domain):
        """Return (conditions on what an outsider knows of people, the others) of a domain."""
        domain = Domain(domain).optimize(fact)
        single = list(domain.children) if getattr(domain, "OPERATOR", "") == "&" else [domain]
        known = [
            one
            for one in single
            if {c.field_expr.split(".")[0] for c in one.iter_conditions()}
            <= set(fact._fact_known_fields)
        ]
        return Domain.AND(known), Domain.AND([one for one in single if one not in known])

    def _read_facts(self, fact, period, measures, parts):
        """Return [`overlaps.Fact`] of the period, in one query."""
        # the query goes past the ORM, which would flush what the facts rest on
        self.env.flush_all()
        query = fact._search(fact._get_period_domain(period))
        names = [name for name in fact._fact_dimensions if name in _TREE_DIMENSIONS]
        person = "student_id" if "student_id" in fact._fact_dimensions else "teacher_id"
        keys = [fact._field_to_sql(fact._table, name, query) for name in (*names, person)]
        domains = {
            m.part: self._split_domain(fact, m.indicator._get_counted_domain())[0] for m in measures
        }
        bases = {m.base: m.indicator._get_counted_domain() for m in measures}
        flags = [self._condition(fact, domains[part], query) for part in parts]
        flags += [self._condition(fact, domain, query) for domain in bases.values()]
        amounts = [self._amount(fact, measure.indicator, query) for measure in measures]
        rows = self.env.execute_query(
            SQL(
                "SELECT %s FROM %s WHERE %s GROUP BY %s",
                SQL(", ").join([*keys, *flags, SQL("count(*)"), *amounts]),
                query.from_clause,
                query.where_clause or SQL("TRUE"),
                SQL(", ").join(SQL("%s", number + 1) for number in range(len(keys + flags))),
            )
        )
        available = [scope for scope in TREE if scope in fact._get_scopes()]
        return [
            self._prepare_fact(row, names, available, len(parts), list(bases), measures)
            for row in rows
        ]

    def _prepare_fact(self, row, names, available, part_count, bases, measures):
        place = dict(zip(names, row, strict=False))
        person, *rest = row[len(names) :]
        in_part, rest = rest[:part_count], rest[part_count:]
        in_base, (count, *amounts) = rest[: len(bases)], rest[len(bases) :]
        met = {base for base, is_met in zip(bases, in_base, strict=True) if is_met}
        return overlaps.Fact(
            tuple(
                scopes.cell(scope, **place)
                for scope in available
                if all(place[name] for name in scopes.SCOPES[scope])
            ),
            person,
            tuple(number for number, is_in in enumerate(in_part) if is_in),
            tuple(sorted(met)),
            tuple(
                self._prepare_count(measure, amount, count if measure.base in met else 0)
                for measure, amount in zip(measures, amounts, strict=True)
                if not measure.is_event
            ),
        )

    def _prepare_count(self, measure, amount, base):
        """As `_get_share` does for a figure; here of the facts themselves."""
        if measure.indicator.aggregate == "share":
            return (amount, base)
        if amount is None:
            return (None, base)
        return (amount - base, 4 * base)

    def _get_share(self, value):
        """Return (amount, base) of a figure as the disclosure control takes it.

        A mean mark is turned into points above the lowest mark, so that nothing and everything
        are the two ends; of other means and of numbers only the base tells of people.
        """
        indicator = value.indicator_id
        if value.missing_reason:
            return (0, 0)
        if indicator.aggregate == "share":
            return (value.numerator, value.denominator)
        if indicator.unit == "mark":
            return (value.numerator - value.denominator, 4 * value.denominator)
        return (None, value.n)

    def _amount(self, fact, indicator, query):
        counted = self._condition(fact, indicator._get_counted_domain(), query)
        if indicator.aggregate == "share":
            both = indicator._get_counted_domain() & indicator._get_domain("numerator_domain")
            return SQL("count(*) FILTER (WHERE %s)", self._condition(fact, both, query))
        if indicator.unit == "mark":
            column = fact._field_to_sql(fact._table, indicator._get_value_field(), query)
            return SQL("COALESCE(sum(%s) FILTER (WHERE %s), 0)::float8", column, counted)
        return SQL("NULL")

    def _condition(self, fact, domain, query):
        # Only what an indicator means is compiled without rules; the rows keep those of the user.
        domain = Domain(domain).optimize_full(fact.sudo())
        return SQL("COALESCE(%s, FALSE)", domain._to_sql(fact.sudo(), fact._table, query))
