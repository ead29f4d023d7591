"""Which schools, periods and years a search over facts needs, as conditions on the facts."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from odoo.tools import SQL

ANYTHING = SQL("TRUE")


def _column(name):
    """The column «alias.name» as SQL."""
    return SQL.identifier(*name.split("."))


@dataclass(frozen=True)
class Narrowing:
    """What every row of a search has; None where the search says nothing.

    `years` are the school years of the periods; `find_near_years` asks for those around.
    A condition is said once: PostgreSQL takes two that mean the same for independent ones, expects
    next to no rows and joins them one by one. One id is written with «=», which it carries over
    to all columns that are equal.
    """

    companies: tuple | None = None
    periods: tuple | None = None
    years: tuple | None = None
    find_near_years: Callable | None = None

    def of(self, company=None, period=None, year=None):
        """Return the condition over the named columns of a table of facts.

        :param company: column of the school, as text, for searches without periods; likewise
            `period` and `year`
        """
        conditions = [ANYTHING]
        if self.periods is None:
            if company and self.companies is not None:
                conditions.append(_is_one_of(company, self.companies))
        else:
            named = ((period, self.periods), (year, self.years))
            conditions += [_is_one_of(column, ids) for column, ids in named if column]
        return SQL(" AND ").join(conditions)

    def near(self, year):
        """Return the condition that a column is a year that meets the periods or borders on them.

        For facts that are dated by days: a calendar year has parts of two school years, and
        the holidays before a period are of the year before.
        """
        if self.periods is None:
            return ANYTHING
        return _is_one_of(year, self.near_years)

    @cached_property
    def near_years(self):
        """The school years that meet the periods or ended in the 120 days before them."""
        return self.find_near_years()

    def works(self, column):
        """Return the condition that `column` is a work that one of the periods may hold.

        A work belongs to its school year and to the terms that hold its day.
        """
        if self.periods is None:
            return ANYTHING
        return SQL("%s = ANY(%s)", _column(column), self._works("id"))

    def journal(self, column):
        """Return the condition that `column` is the term of the journal of such a work."""
        if self.periods is None:
            return ANYTHING
        return SQL("%s = ANY(%s)", _column(column), self._works("journal_period_id"))

    def _works(self, name):
        return SQL(
            """ARRAY(
                SELECT work.%(name)s FROM vsoko_assessment work
                 WHERE work.year_id = ANY(%(years)s)
                 UNION
                SELECT work.%(name)s FROM vsoko_assessment work
                  JOIN vsoko_period period
                    ON period.company_id = work.company_id
                   AND work.date BETWEEN period.date_start AND period.date_end
                 WHERE period.id = ANY(%(periods)s))""",
            name=SQL.identifier(name),
            years=list(self.years),
            periods=list(self.periods),
        )


def _is_one_of(column, ids):
    if len(ids) == 1:
        return SQL("%s = %s", _column(column), ids[0])
    return SQL("%s = ANY(%s)", _column(column), list(ids))
