from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL

# the numbers that the words of a reason say, of each source that has some
NUMBERS = {"journal_pair": ("mark", "journal_mark")}


class VsokoRiskRule(models.Model):
    """Rules over sources of facts, as conditions of Odoo."""

    _inherit = "vsoko.risk.rule"

    def _get_facts_sql(self, span):
        names = NUMBERS.get(self.source, ())
        has_subject = "subject_id" in self.env[f"vsoko.fact.{self.source}"]._fact_dimensions
        fields = ("student_id", *["subject_id"] * has_subject, *names)
        value, compared = (
            [SQL("min(%s)::float8", SQL.identifier(name)) for name in names]
            if names
            else [SQL("NULL::float8")] * 2
        )
        return SQL(
            """
            SELECT student_id, subject_id, NULL::integer AS content_id, value, compared
              FROM (
                SELECT student_id, %(subject)s AS subject_id, %(value)s AS value,
                       %(compared)s AS compared, count(*) OVER (PARTITION BY student_id) AS places
                  FROM (%(facts)s) fact
                 GROUP BY student_id, %(subject)s
              ) place
             WHERE place.places >= %(least)s AND (%(most)s = 0 OR place.places <= %(most)s)
            """,
            subject=SQL("subject_id") if has_subject else SQL("NULL::integer"),
            value=value,
            compared=compared,
            facts=self._select_facts(
                self.source, self._get_condition() & self._get_time(span), *fields
            ),
            least=self.least,
            most=self.most,
        )

    def _get_facts_judged_sql(self, span):
        is_allowed = Domain.TRUE
        if "rating_allowed" in self.env[f"vsoko.fact.{self.source}"]._fields:
            is_allowed = Domain("rating_allowed", "=", True)
        return self._select_facts(self.source, self._get_time(span) & is_allowed, "student_id")

    def _get_time(self, span):
        """Return the domain of the facts of the time: of a mark the term alone, of a work all
        terms that the rule looks at."""
        source = self.env[f"vsoko.fact.{self._get_source()}"]
        periods = span.terms if source._fact_adds_up else span.period
        return Domain("company_id", "=", span.period.company_id.id) & Domain(
            "period_id", "in", periods.ids
        )

    def _get_fall_sql(self, span):
        """Marks that are lower than in the term before by the threshold and more; the terms of
        another school year are not compared."""
        return SQL(
            """
            SELECT student_id, subject_id, NULL::integer AS content_id, value, compared
              FROM (
                SELECT pair.*, count(*) OVER (PARTITION BY pair.student_id) AS places
                  FROM (%(pairs)s) pair
                 WHERE pair.compared - pair.value >= %(threshold)s
              ) place
             WHERE place.places >= %(least)s AND (%(most)s = 0 OR place.places <= %(most)s)
            """,
            pairs=self._get_mark_pairs(self._get_condition(), span),
            threshold=self.threshold,
            least=self.least,
            most=self.most,
        )

    def _get_fall_judged_sql(self, span):
        return SQL("SELECT student_id FROM (%s) pair", self._get_mark_pairs(Domain.TRUE, span))

    def _get_mark_pairs(self, condition, span):
        """Return the SELECT of the marks of the term with those of the term before."""
        before = span.period._get_previous()
        is_same_year = before.year_id == span.period.year_id
        return SQL(
            """
            SELECT fact.student_id, fact.subject_id, fact.value::float8 AS value,
                   before.value::float8 AS compared
              FROM (%(facts)s) fact
              JOIN vsoko_mark before
                ON before.student_id = fact.student_id AND before.subject_id = fact.subject_id
               AND before.period_id = %(before)s AND before.status = 'graded'
             WHERE fact.value IS NOT NULL
            """,
            facts=self._select_facts(
                "mark", condition & self._get_time(span), "student_id", "subject_id", "value"
            ),
            before=before.id if is_same_year else None,
        )
