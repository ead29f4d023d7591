import logging

from odoo import fields, models
from odoo.exceptions import MissingError, UserError
from odoo.fields import Domain
from odoo.tools import SQL

from .vsoko_calculation import FiguresWouldVanish

_logger = logging.getLogger(__name__)


class VsokoPeriod(models.Model):
    """Bringing periods up to date in the order of time."""

    _inherit = "vsoko.period"

    night = fields.Integer(
        readonly=True,
        copy=False,
        aggregator=None,
        help="The round of the nightly calculation that was here last",
    )

    def _calculate_in_order(self, trigger, may_remove=False):
        """Calculate these periods and then, in the order of time, those that compare with them.

        A period that is compared with a changed one is brought up to date in the same run, and so
        on while anything changes; approved ones keep what was approved.

        :param may_remove: whether the director has agreed that most figures of these periods go
        :return: the runs, those of later periods only where they changed something
        :raise UserError: when one of these periods themselves cannot be calculated
        """
        Calculation = self.env["vsoko.calculation"]
        runs, pending, done = Calculation.browse(), self, self.browse()
        while pending:
            period = min(
                pending, key=lambda period: (period.date_end, period.date_start, period.id)
            )
            pending, done = pending - period, done | period
            if period in self:
                run = Calculation._run(period, trigger, may_remove)
            else:
                run = period._calculate_quietly(trigger)
            runs |= run
            if run._has_changes():
                pending |= period._get_compared() - done
        return runs

    def _calculate_quietly(self, trigger):
        """Calculate an open period; return the run when it changed something, else nothing.

        A failure stops only this period and says so in the log; the director is told when it is
        the loss of most figures.
        """
        self.ensure_one()
        try:
            with self.env.cr.savepoint():
                run = self.env["vsoko.calculation"]._run(self, trigger)
                if run._has_changes() or run.failed_count:
                    return run
                run.unlink()
        except FiguresWouldVanish as error:
            self._ask_directors(str(error))
        except UserError as error:
            _logger.info("Period %s is not recalculated: %s", self.display_name, error)
        return self.env["vsoko.calculation"]

    def _get_compared(self):
        """Return the open periods with figures that are compared with this one, maybe empty."""
        self.ensure_one()
        same_kind = Domain("company_id", "=", self.company_id.id) & Domain("kind", "=", self.kind)
        following = self.search(
            same_kind & Domain("date_start", ">", self.date_end), order="date_end", limit=1
        )
        next_year = self.search(
            same_kind
            & Domain("number", "=", self.number)
            & Domain("year_id.date_start", ">", self.date_end),
            order="date_end",
            limit=1,
        )
        return (following | next_year).filtered(lambda one: one.state == "open" and one.value_count)

    def _refresh_figures(self):
        """Recalculate an open period or compare an approved one; a failure stops only this one."""
        self.ensure_one()
        try:
            with self.env.cr.savepoint():
                if self.state == "approved":
                    self._measure_drift()
                else:
                    self._calculate_quietly("cron")
        except UserError as error:
            _logger.info("Period %s is not compared: %s", self.display_name, error)
        except Exception:
            # one period must not keep the others of the night from being calculated
            _logger.exception("Period %s is not recalculated", self.display_name)

    def _get_year_ids(self):
        """Return the ids of the school years; periods that are gone have none."""
        # Which facts to read; the rules decide about their rows.
        periods = self.sudo()
        try:
            return tuple(periods.year_id.ids)
        except MissingError:
            return tuple(periods.exists().year_id.ids)

    def _get_near_year_ids(self):
        """Return the ids of the school years that meet the periods or ended shortly before."""
        self.env["vsoko.year"].flush_model(["company_id", "date_start", "date_end"])
        self.flush_model(["company_id", "date_start", "date_end"])
        rows = self.env.execute_query(
            SQL(
                """
                SELECT DISTINCT near.id
                  FROM vsoko_year near
                  JOIN vsoko_period period
                    ON period.company_id = near.company_id
                   AND near.date_start <= period.date_end
                   AND near.date_end >= period.date_start - 120
                 WHERE period.id = ANY(%s)
                """,
                list(self._ids),
            )
        )
        return tuple(row[0] for row in rows)
