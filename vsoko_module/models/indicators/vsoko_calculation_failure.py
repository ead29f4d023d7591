import logging

import psycopg2

from odoo import fields, models
from odoo.tools import SQL, mute_logger

from ...tools import formula
from .engine import measures_sql

_logger = logging.getLogger(__name__)

# what a condition that cannot be computed raises, when it is compiled or by the database; locks,
# conflicts and statements that ran out of their time are no failures of a condition
FAILURES = (
    psycopg2.DataError,
    psycopg2.ProgrammingError,
    psycopg2.NotSupportedError,
    psycopg2.InternalError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    RecursionError,
)


class VsokoCalculation(models.Model):
    """An indicator that cannot be computed leaves all others alone.

    Its figures stay as they were, but grey and with the reason: they are of an earlier
    calculation. They become what they should be with the first calculation that can compute it.
    """

    _inherit = "vsoko.calculation"

    failed_indicator_ids = fields.Many2many(
        "vsoko.indicator",
        "vsoko_calculation_failed_rel",
        "calculation_id",
        "indicator_id",
        string="Not computed",
        readonly=True,
        help="What the calculation could not compute, and formulas over it",
    )
    failed_count = fields.Integer(string="Number of not computed", readonly=True, aggregator=None)

    def _store_measures_apart(self, target):
        """Store the measures; return (counts, measures that cannot be computed).

        Only when a statement fails are the conditions tried one by one.
        """
        measures, failed = self.framework_id._get_measures(), self.env["vsoko.indicator"]
        try:
            with self.env.cr.savepoint(flush=False), mute_logger("odoo.sql_db"):
                return self._store_measures(measures, target), failed
        except FAILURES:
            failed = self._find_failed(measures, target)
            left = {source: found - failed for source, found in measures.items() if found - failed}
            return self._store_measures(left, target), failed

    def _find_failed(self, measures, target):
        """Return those of the measures {source: indicators} that cannot be computed."""
        failed = self.env["vsoko.indicator"]
        for source, indicators in measures.items():
            fact = self.env[f"vsoko.fact.{source}"]
            if self._fails(fact, indicators, target):
                failed |= indicators.filtered(
                    lambda indicator, fact=fact: self._fails(fact, indicator, target)
                )
        return failed

    def _fails(self, fact, indicators, target):
        """Whether these measures of a source cannot be computed; nothing is stored."""
        try:
            with self.env.cr.savepoint(flush=False), mute_logger("odoo.sql_db"):
                # each column is asked for, or the database would not compute it
                self.env.cr.execute(
                    SQL(
                        "SELECT max(numerator), max(denominator), max(n), max(people), max(value)"
                        " FROM (%s) figures",
                        measures_sql(fact, indicators, target),
                    )
                )
        except FAILURES as error:
            _logger.info("%s: not computed: %s", ", ".join(indicators.mapped("code")), error)
            return True
        return False

    def _get_resting_on(self, failed):
        """Return the formulas over indicators that cannot be computed, at any depth."""
        if not failed:
            return failed
        trees, codes = self.framework_id._get_formula_trees(), set(failed.mapped("code"))
        for code in formula.order(trees):
            if formula.dependencies(trees[code]) & codes:
                codes.add(code)
        return self.framework_id.indicator_ids.filtered(lambda indicator: indicator.code in codes)

    def _keep_failed(self, failed):
        """Remember what was not computed and say so on its old figures; return the counts."""
        self.failed_indicator_ids = failed
        self.flush_recordset()
        self.env.cr.execute(
            SQL(
                """
                UPDATE vsoko_indicator_value
                   SET grey_reason = 'failed',
                       status = CASE WHEN status IS NOT NULL THEN 'grey' END
                 WHERE period_id = %s AND indicator_id = ANY(%s)
                   AND grey_reason IS DISTINCT FROM 'failed'
                """,
                self.period_id.id,
                failed.ids,
            )
        )
        return 0, 0, self.env.cr.rowcount, 0

    def _get_failed_text(self):
        """Say which indicators were not computed and what to do, or nothing."""
        if not self.failed_indicator_ids:
            return None
        return self.env._(
            "Not computed: %(names)s. Their earlier figures are kept, grey, and the period is not"
            " approved with them. Correct the condition in a new version of the system of"
            " indicators and calculate again.",
            names=", ".join(self.failed_indicator_ids.mapped("name")),
        )


class VsokoPeriod(models.Model):
    _inherit = "vsoko.period"

    failed_text = fields.Text(
        compute="_compute_failed_text", groups="vsoko_module.group_administration"
    )

    def _compute_failed_text(self):
        for period in self:
            period.failed_text = period.calculation_ids[:1]._get_failed_text()


class VsokoIndicator(models.Model):
    _inherit = "vsoko.indicator"

    failed_in = fields.Char(
        compute="_compute_failed_in",
        groups="vsoko_module.group_administration",
        help="The periods whose last calculation could not compute the indicator",
    )

    def _compute_failed_in(self):
        runs = self.env["vsoko.calculation"].search([("failed_indicator_ids", "in", self.ids)])
        last = runs.filtered(lambda run: run == run.period_id.calculation_ids[:1])
        for indicator in self:
            failed = last.filtered(lambda run, one=indicator: one in run.failed_indicator_ids)
            indicator.failed_in = ", ".join(failed.period_id.mapped("display_name"))
