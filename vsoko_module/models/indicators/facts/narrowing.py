"""Which schools, periods and years a search over facts needs, as conditions on the facts."""

from dataclasses import dataclass

from odoo.tools import SQL

ANYTHING = SQL("TRUE")


@dataclass(frozen=True)
class Narrowing:
    """What every row of a search has; None where the search says nothing."""

    companies: tuple | None = None
    periods: tuple | None = None

    def of(self, company=None, period=None, year=None):
        """Return the condition over the named columns of a table of facts.

        :param company: column of the school, as text; likewise `period` and `year`
        """
        conditions = [ANYTHING]
        if company and self.companies is not None:
            conditions.append(SQL("%s = ANY(%s)", SQL(company), list(self.companies)))
        if period and self.periods is not None:
            conditions.append(SQL("%s = ANY(%s)", SQL(period), list(self.periods)))
        if year and self.periods is not None:
            conditions.append(SQL("%s = ANY(%s)", SQL(year), self._of_periods("year_id")))
        return SQL(" AND ").join(conditions)

    def near(self, year):
        """Return the condition that a column is a year that meets the periods or borders on them.

        For facts that are dated by days: a calendar year has parts of two school years, and
        the holidays before a period are of the year before.
        """
        if self.periods is None:
            return ANYTHING
        return SQL(
            """%s = ANY(ARRAY(
                SELECT near.id FROM vsoko_year near
                  JOIN vsoko_period period
                    ON period.company_id = near.company_id
                   AND near.date_start <= period.date_end
                   AND near.date_end >= period.date_start - 120
                 WHERE period.id = ANY(%s)))""",
            SQL(year),
            list(self.periods),
        )

    def works(self, column):
        """Return the condition that `column` is a work that one of the periods may hold.

        A work belongs to its school year and to the terms that hold its day.
        """
        if self.periods is None:
            return ANYTHING
        return SQL("%s = ANY(%s)", SQL(column), self._works("id"))

    def journal(self, column):
        """Return the condition that `column` is the term whose marks such a work is compared with."""
        if self.periods is None:
            return ANYTHING
        return SQL("%s = ANY(%s)", SQL(column), self._works("journal_period_id"))

    def _works(self, name):
        return SQL(
            """ARRAY(
                SELECT %s FROM vsoko_assessment
                 WHERE year_id = ANY(%s)
                    OR company_id = ANY(%s) AND date BETWEEN (SELECT min(date_start) %s)
                                                         AND (SELECT max(date_end) %s))""",
            SQL(name),
            self._of_periods("year_id"),
            self._of_periods("company_id"),
            *[SQL("FROM vsoko_period WHERE id = ANY(%s)", list(self.periods))] * 2,
        )

    def _of_periods(self, name):
        return SQL(
            "ARRAY(SELECT %s FROM vsoko_period WHERE id = ANY(%s))", SQL(name), list(self.periods)
        )
