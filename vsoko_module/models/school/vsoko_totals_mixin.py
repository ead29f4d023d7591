from odoo import api, models
from odoo.tools import SQL

# what adds up or averages rows: over several periods it would count people once a period
_ADDING = ("sum", "avg")


class VsokoTotalsMixin(models.AbstractModel):
    """The product's rules in Odoo's own lists, pivots, graphs and exported files.

    A sum or a mean is of one period only, a share comes from the counts below it, a row of facts
    counts its fact once whatever periods it is in, nothing is not 0, and periods go from left to
    right with the years after their terms. What cannot be told has no total.
    """

    _name = "vsoko.totals.mixin"
    _description = "Totals that keep the rules of figures"

    # {field: (what is counted, of what, factor)}: its mean is the quotient of the two sums
    _totals_ratios = {}
    # fields whose empty value is stored as 0
    _totals_zero_is_empty = ()
    # bits of the number of a row below that of its fact; 0: a row is a fact
    _totals_period_bits = 0
    # the person whom a row is about, where people are counted and not facts
    _totals_person = None

    def _read_group_select(self, aggregate_spec, query):
        if aggregate_spec == "__count":
            return self._get_count_sql(query)
        name, _colon, function = aggregate_spec.partition(":")
        if function not in _ADDING:
            return super()._read_group_select(aggregate_spec, query)
        total = self._get_total_sql(name, function, query)
        if total is None:
            total = super()._read_group_select(aggregate_spec, query)
        if "period_id" not in self._fields:
            return total
        period = self._field_to_sql(self._table, "period_id", query)
        return SQL("CASE WHEN count(DISTINCT %s) <= 1 THEN %s END", period, total)

    def _get_count_sql(self, query):
        """Return the number of rows, or of people or facts where the rows are not shown."""
        is_list = not self.env.context.get("vsoko_count_facts")
        if is_list or not (self._totals_period_bits or self._totals_person):
            return super()._read_group_select("__count", query)
        if self._totals_person:
            person = self._field_to_sql(self._table, self._totals_person, query)
            return SQL("count(DISTINCT %s)", person)
        number = self._field_to_sql(self._table, "id", query)
        return SQL("count(DISTINCT %s >> %s)", number, self._totals_period_bits)

    def _get_total_sql(self, name, function, query):
        """Return the total of a field that has a rule of its own, else None."""
        if function == "avg" and name in self._totals_ratios:
            part, whole, factor = self._totals_ratios[name]
            value = self._field_to_sql(self._table, name, query)
            part = self._field_to_sql(self._table, part, query)
            whole = self._field_to_sql(self._table, whole, query)
            return SQL(
                "sum(%(part)s) FILTER (WHERE %(value)s IS NOT NULL) * %(factor)s::float8"
                " / NULLIF(sum(%(whole)s) FILTER (WHERE %(value)s IS NOT NULL), 0)",
                part=part,
                whole=whole,
                value=value,
                factor=factor,
            )
        if name in self._totals_zero_is_empty:
            column = self._field_to_sql(self._table, name, query)
            return SQL("%s(NULLIF(%s, 0))", SQL(function), column)
        return None

    @api.model
    @api.readonly
    def web_read_group(self, *args, **kwargs):
        """In a list the number of a group is that of its rows: its pager needs it."""
        in_list = self.with_context(vsoko_group_rows=True)
        return super(VsokoTotalsMixin, in_list).web_read_group(*args, **kwargs)

    @api.model
    @api.readonly
    def formatted_read_group(
        self, domain, groupby=(), aggregates=(), having=(), offset=0, limit=None, order=None
    ):
        in_list = self.env.context.get("vsoko_group_rows")
        counting = self if in_list else self.with_context(vsoko_count_facts=True)
        groups = super(VsokoTotalsMixin, counting).formatted_read_group(
            domain, groupby, aggregates, having, offset, limit, order
        )
        if not (in_list or order or limit):
            groups = self._sort_by_period(groups, groupby)
        return self._say_nothing(groups, aggregates)

    @api.model
    @api.readonly
    def formatted_read_grouping_sets(self, domain, grouping_sets, aggregates=(), *, order=None):
        counting = self.with_context(vsoko_count_facts=True)
        found = super(VsokoTotalsMixin, counting).formatted_read_grouping_sets(
            domain, grouping_sets, aggregates, order=order
        )
        return [
            self._say_nothing(
                groups if order else self._sort_by_period(groups, groupby), aggregates
            )
            for groupby, groups in zip(grouping_sets, found, strict=True)
        ]

    def _sort_by_period(self, groups, groupby):
        """Return groups by time where the first grouping is by periods: terms, then years."""
        if not groupby or groupby[0] != "period_id":
            return groups
        Period = self.env["vsoko.period"]
        ids = [group["period_id"][0] for group in groups if group["period_id"]]
        places = {one.id: place for place, one in enumerate(Period.browse(ids)._sort_by_time())}
        last = len(places)
        return sorted(
            groups,
            key=lambda group: places[group["period_id"][0]] if group["period_id"] else last,
        )

    def _say_nothing(self, groups, aggregates):
        """Return groups whose missing totals are False, which views show as an empty cell."""
        for group in groups:
            for name in aggregates:
                if group.get(name, 0) is None:
                    group[name] = False
        return groups

    def export_data(self, fields_to_export):
        """A missing number is an empty cell of the file, not zero."""
        result = super().export_data([".id", *fields_to_export])
        missing = self._get_missing(fields_to_export)
        datas = result["datas"]
        for row in datas:
            for place, name in enumerate(fields_to_export, start=1):
                if row[0] and name in missing.get(int(row[0]), ()):
                    row[place] = ""
        return {**result, "datas": [row[1:] for row in datas]}

    def _get_missing(self, names):
        """Return {id: names of the numbers that are NULL}."""
        numbers = [
            name
            for name in dict.fromkeys(names)
            if name in self._fields
            and self._fields[name].store
            and self._fields[name].type in ("integer", "float")
        ]
        if not (numbers and self):
            return {}
        query = self._search([("id", "in", self.ids)])
        columns = [self._get_is_missing_sql(name, query) for name in numbers]
        id_column = self._field_to_sql(self._table, "id", query)
        rows = self.env.execute_query(query.select(id_column, *columns))
        return {
            number: {name for name, is_missing in zip(numbers, flags, strict=True) if is_missing}
            for number, *flags in rows
        }

    def _get_is_missing_sql(self, name, query):
        column = self._field_to_sql(self._table, name, query)
        if name in self._totals_zero_is_empty:
            column = SQL("NULLIF(%s, 0)", column)
        return SQL("%s IS NULL", column)
