from typing import NamedTuple

from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL

from ....tools import scopes
from ....tools.measures.school_tree import TREE
from ...mixins.row_ids import first_id

_TREE_DIMENSIONS = {name for scope in TREE for name in scopes.SCOPES[scope]}


class Pile(NamedTuple):
    """Facts of one person that are in the same cells and meet the same in the same periods.

    ``met``: ``{period: (numbers of the parts, texts of the bases)}`` of the periods they are in;
    ``counts``: a pair (amount, base) for each measure, as `tools.measures.overlaps` takes them.
    """

    cells: tuple
    person: object
    met: dict
    counts: tuple


class VsokoPublicationCollector(models.AbstractModel):
    """Reads the facts behind the figures of a publication, one query a source."""

    _inherit = "vsoko.publication.collector"

    def _read_facts(self, fact, periods, measures, parts):
        """Return [`Pile`] of the facts of the periods.

        :param periods: several only of a source that adds up over them (`_fact_adds_up`)
        """
        # the query goes past the ORM, which would flush what the facts rest on
        self.env.flush_all()
        # Who publishes may not read each source (health): only what has to be hidden is found.
        fact = fact.sudo()
        query = fact._search(
            Domain("company_id", "=", periods.company_id.id)
            & Domain("period_id", "in", periods.ids)
        )
        names = [name for name in fact._fact_dimensions if name in _TREE_DIMENSIONS]
        bases = {m.base: m.base_domain for m in measures}
        rows = self.env.execute_query(
            self._piles_sql(fact, query, names, self._get_flags(measures, parts, bases), measures)
        )
        available = [scope for scope in TREE if scope in fact._get_scopes()]
        return [
            self._prepare_pile(row, names, available, len(parts), list(bases), measures)
            for row in rows
        ]

    def _get_flags(self, measures, parts, bases):
        """Return the domains of the parts and then of the bases."""
        domains = {m.part: m.part_domain for m in measures}
        return [*(domains[part] for part in parts), *bases.values()]

    def _piles_sql(self, fact, query, names, flags, measures):
        """Return the statement whose rows are (dimensions, person, pattern, number, amounts).

        The pattern says of each period of the facts which flags they meet there: "12:1011".
        """
        person = fact._fact_unnamed_person or fact._get_person_field()
        keyed = (*names, person)
        keys = [fact._field_to_sql(fact._table, name, query) for name in keyed]
        labels = [SQL.identifier(f"key_{number}") for number in range(len(keys))]
        amounts = [self._amount(fact, measure.indicator, query) for measure in measures]
        held = [SQL.identifier(f"amount_{number}") for number in range(len(amounts))]
        bits = [SQL("%s::int::text", self._condition(fact, flag, query)) for flag in flags]
        number = fact._field_to_sql(fact._table, "id", query)
        if fact._fact_adds_up:
            number = first_id(number)
        return SQL(
            """SELECT %(labels)s, pattern, count(*), %(sums)s
                 FROM (SELECT %(keys)s, %(number)s AS number,
                              array_agg(%(period)s || ':' || %(bits)s ORDER BY %(period)s)
                                  AS pattern,
                              %(amounts)s
                         FROM %(source)s
                        WHERE %(where)s
                        GROUP BY %(places)s) fact
                GROUP BY %(labels)s, pattern""",
            labels=SQL(", ").join(labels),
            sums=SQL(", ").join(SQL("sum(%s)", bits) for bits in held),
            keys=_named(keys, labels),
            number=number,
            period=fact._field_to_sql(fact._table, "period_id", query),
            bits=SQL(" || ").join(bits),
            amounts=_named([SQL("max(%s)", amount) for amount in amounts], held),
            source=query.from_clause,
            where=query.where_clause or SQL("TRUE"),
            places=SQL(", ").join(SQL("%s", place + 1) for place in range(len(keys) + 1)),
        )

    def _prepare_pile(self, row, names, available, part_count, bases, measures):
        place = dict(zip(names, row, strict=False))
        person, pattern, count, *amounts = row[len(names) :]
        met = dict(_read_pattern(text, part_count, bases) for text in pattern)
        bases_met = set().union(*(in_base for _parts, in_base in met.values()))
        return Pile(
            tuple(
                scopes.cell(scope, **place)
                for scope in available
                if all(place[name] for name in scopes.SCOPES[scope])
            ),
            person,
            met,
            tuple(
                self._prepare_count(measure, amount, count if measure.base in bases_met else 0)
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

    def _get_share(self, indicator, figure):
        """Return (amount, base) of a figure as the disclosure control takes it.

        A mean mark is turned into points above the lowest mark, so that nothing and everything
        are the two ends; of other means and of numbers only the base tells of people.
        """
        if not figure.is_known:
            return (0, 0)
        if indicator.aggregate == "share":
            return (figure.numerator, figure.denominator)
        if indicator.unit == "mark":
            base = figure.denominator or 0
            return (figure.numerator - base, 4 * base)
        return (None, figure.n)

    def _amount(self, fact, indicator, query):
        """Return what a row adds to the amount of a figure."""
        counted = indicator._get_counted_domain()
        if indicator.aggregate == "share":
            both = counted & indicator._get_domain("numerator_domain")
            return SQL("%s::int", self._condition(fact, both, query))
        if indicator.unit == "mark":
            column = fact._field_to_sql(fact._table, indicator._get_value_field(), query)
            met = self._condition(fact, counted, query)
            return SQL("CASE WHEN %s THEN COALESCE(%s, 0)::float8 ELSE 0 END", met, column)
        return SQL("NULL::int")

    def _condition(self, fact, domain, query):
        # Only what an indicator means is compiled without rules; the rows keep those of the user.
        domain = Domain(domain).optimize_full(fact.sudo())
        return SQL("COALESCE(%s, FALSE)", domain._to_sql(fact.sudo(), fact._table, query))


def _named(columns, names):
    return SQL(", ").join(SQL("%s AS %s", *pair) for pair in zip(columns, names, strict=True))


def _read_pattern(text, part_count, bases):
    """Return (period, (numbers of the parts, texts of the bases)) of "12:1011"."""
    period, _colon, bits = text.partition(":")
    met = [number for number, bit in enumerate(bits) if bit == "1"]
    parts = tuple(number for number in met if number < part_count)
    return int(period), (
        parts,
        frozenset(bases[number - part_count] for number in met if number >= part_count),
    )
