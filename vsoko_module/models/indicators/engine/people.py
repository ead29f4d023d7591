"""How many different people stand behind the figures of a source."""

from odoo.tools import SQL

from ....tools import scopes
from .storing import grouping_sql, key_sql, scope_rows, sets_sql


class People:
    """Counts the people behind figures, with as little work as the source allows.

    They are pupils, or whom the source itself names (`_fact_person`); of a source with neither the
    rows are people.

    A figure of one pupil rests on one. Where the keys of the cell and the pupil name a single
    row of the source (its `_fact_key`), rows are people. Only for the other scopes the different
    pupils are counted, by one grouping of their own for all indicators: a count of different
    values inside the pass would make PostgreSQL sort the facts for each of them.
    """

    def __init__(self, fact, used, keys):
        self.fact = fact
        self.keys = keys
        self.conditions = {}
        named = fact._fact_key
        self.is_counted = bool(fact._fact_person) or "student_id" in fact._fact_dimensions
        self.scopes = [
            scope
            for scope in used
            if self.is_counted
            and "student_id" not in scopes.SCOPES[scope]
            and (named is None or not set(named) <= {*scopes.SCOPES[scope], "student_id"})
        ]

    def count_sql(self, n, condition):
        """Return the number of people behind a figure.

        :param n: SQL of the number of its rows
        :param condition: which rows these are
        """
        if not self.is_counted:
            return n
        rows = SQL(
            "CASE WHEN breakdown.scope = ANY(%s) THEN LEAST(%s, 1) ELSE %s END",
            [scope for scope in scopes.SCOPES if "student_id" in scopes.SCOPES[scope]],
            n,
            n,
        )
        if not self.scopes:
            return rows
        # equal conditions are counted once
        name = self.conditions.setdefault(
            (condition.code, repr(condition.params)), (f"p{len(self.conditions)}", condition)
        )[0]
        return SQL("COALESCE(people.%s, %s)", SQL.identifier(name), rows)

    def join_sql(self, query):
        """Return the join of the counts to the cells, empty where rows are people."""
        if not self.scopes:
            return SQL()
        keys = {
            name: key
            for name, key in self.keys.items()
            if any(name in scopes.SCOPES[scope] for scope in self.scopes)
        }
        # Who stands behind a row may be closed to everybody; only how many there are is told.
        fact = self.fact.sudo()
        person = fact._field_to_sql(fact._table, fact._get_person_field(), query)
        return SQL(
            """
            LEFT JOIN (
                SELECT named.scope, counted.*
                  FROM (
                    SELECT %(grouping)s AS grouping, %(key)s AS key, %(counts)s
                      FROM %(source)s
                     WHERE %(where)s
                     GROUP BY GROUPING SETS (%(sets)s)
                  ) counted
                  JOIN (VALUES %(breakdowns)s) named (grouping, scope, bit, keys)
                    ON named.grouping = counted.grouping
            ) people ON people.scope = breakdown.scope AND people.key = cells.key
            """,
            grouping=grouping_sql(keys),
            key=key_sql(keys),
            breakdowns=scope_rows(self.scopes, list(keys)),
            counts=SQL(", ").join(
                SQL(
                    "count(DISTINCT %s) FILTER (WHERE %s) AS %s", person, rows, SQL.identifier(name)
                )
                for name, rows in self.conditions.values()
            ),
            source=query.from_clause,
            where=query.where_clause or SQL("TRUE"),
            sets=sets_sql(keys, self.scopes),
        )
