from odoo import fields, models
from odoo.exceptions import RedirectWarning, UserError
from odoo.tools import SQL

from ..mixins.handing import HANDED
from ..mixins.signing import signed_in
from .vsoko_calculation import FiguresWouldVanish

# an approved figure may have been added up in floating numbers; their last digits are no change
_NOISE = 1e-9


class VsokoPeriod(models.Model):
    _name = "vsoko.period"
    _inherit = ["vsoko.period", "vsoko.handing.mixin"]

    _locked_states = ("approved",)
    _locked_fields = frozenset({"date_start", "date_end", "year_id", "kind", "number"})
    # facts are corrected after the approval, too: the night tells by how much the figures differ
    _locks_parts = False
    # what the night tells of a period is not what its figures are
    _unsigned_fields = frozenset({"night", "drift_count", "drift_max", "drift_date"}) | HANDED

    value_count = fields.Integer(compute="_compute_value_count", string="Figures")
    calculation_ids = fields.One2many("vsoko.calculation", "period_id", string="Calculations")
    approved_by_id = fields.Many2one(
        "res.users", string="Approved by", readonly=True, copy=False, ondelete="restrict"
    )
    approved_date = fields.Datetime(string="Approved on", readonly=True, copy=False)
    version = fields.Integer(
        default=0,
        readonly=True,
        copy=False,
        aggregator=None,
        help="How many times the figures were approved",
    )
    drift_count = fields.Integer(
        string="Figures that differ",
        readonly=True,
        copy=False,
        help="Approved figures that would change if the period were recalculated now",
    )
    drift_max = fields.Float(
        string="Largest difference", readonly=True, copy=False, aggregator="max"
    )
    drift_date = fields.Datetime(string="Compared on", readonly=True, copy=False)

    _signed = signed_in("approved")

    def _compute_value_count(self):
        counts = dict(
            self.env["vsoko.indicator.value"]._read_group(
                [("period_id", "in", self.ids)], ["period_id"], ["__count"]
            )
        )
        for period in self:
            period.value_count = counts.get(period._origin, 0)

    def action_calculate(self):
        """Compute all indicators of these periods now and tell the result."""
        self.check_access("write")
        try:
            return self._get_result_notice(self._calculate_in_order("manual"))
        except FiguresWouldVanish as error:
            if not self.env.user.has_group("vsoko_module.group_director"):
                raise
            raise self._offer(
                str(error), "vsoko_period_remove_action", self.env._("Calculate all the same")
            ) from None

    def action_calculate_anyway(self):
        """Compute the indicators although most figures go; the director's answer."""
        self._check_director()
        self.check_access("write")
        runs = self._calculate_in_order("manual", may_remove=True)
        self.activity_feedback(["mail.mail_activity_data_todo"])
        return self._get_result_notice(runs)

    def _offer(self, message, action, button):
        """Return the error that offers one button more for these periods."""
        # Which action it is is no secret, and it asks for the right itself.
        action = self.env.ref(f"vsoko_module.{action}").sudo()
        where = {"active_model": self._name, "active_ids": self.ids, "active_id": self[:1].id}
        return RedirectWarning(message, action.id, button, where)

    def _get_result_notice(self, runs):
        runs = runs.filtered(lambda run: run.period_id in self)
        failed = [run._get_failed_text() for run in runs if run.failed_count]
        return self.browse()._toast(
            " ".join([self._describe_counts(runs), *failed]),
            type="warning" if failed else "success",
            sticky=bool(failed),
            title=self.env._("The indicators are calculated"),
            reload=True,
        )

    def _describe_counts(self, runs):
        return self.env._(
            "Figures: %(found)s; new: %(new)s, changed: %(changed)s, removed: %(removed)s.",
            found=sum(run.value_count for run in runs),
            new=sum(run.new_count for run in runs),
            changed=sum(run.changed_count for run in runs),
            removed=sum(run.removed_count for run in runs),
        )

    def action_approve(self):
        """Lock the figures of the period; only the director may."""
        self._check_director()
        for period in self:
            self.env["vsoko.calculation"]._lock(period)
            period._begin_signing()
            if not period.value_count:
                raise UserError(
                    self.env._(
                        "There is nothing to approve: calculate the indicators of %(period)s"
                        " first.",
                        period=period.display_name,
                    )
                )
            period._check_current()
            self.env["vsoko.calculation"]._keep_digests(period)
            period._store(
                {
                    "state": "approved",
                    "approved_by_id": self.env.uid,
                    "approved_date": fields.Datetime.now(),
                    "version": period.version + 1,
                    "drift_count": 0,
                    "drift_max": 0,
                    "drift_date": False,
                }
            )
            if period.completeness_text:
                # who approved a part must be able to see later that it was one
                period.message_post(body=period.completeness_text)
        return self._toast(self.env._("Noted as approved"))

    def _check_current(self):
        """Raise when the figures are not what a calculation made now would give."""
        count, failed = self.env["vsoko.calculation"]._count_differences(self)
        if failed:
            raise UserError(
                self.env._(
                    "%(period)s is not approved: the program could not compute %(names)s. Correct"
                    " them in a new version of the system of indicators and calculate the period.",
                    period=self.display_name,
                    names=", ".join(failed.mapped("name")),
                )
            )
        if count:
            raise self._offer(
                self.env._(
                    "%(count)s figures of %(period)s are not what the facts and the system of"
                    " indicators give now. Calculate the period, look at the figures and approve"
                    " them then.",
                    count=count,
                    period=self.display_name,
                ),
                "vsoko_period_calculate_action",
                self.env._("Calculate"),
            )

    def _get_changed_name(self):
        run = self.calculation_ids[:1]
        if run.create_date == self.write_date:
            return self.env._("figures: %(count)s", count=run.new_count + run.changed_count)
        return super()._get_changed_name()

    def action_reopen(self):
        """Open an approved period for a correction; the approved figures stay readable."""
        self._check_director()
        for period in self.filtered(lambda period: period.state == "approved"):
            self.env["vsoko.calculation"]._lock(period)
            self.env["vsoko.indicator.value.history"]._keep(period)
            # what was handed over was approved; what will be corrected is handed over anew
            period._store({"state": "open", **dict.fromkeys(HANDED, False)})
        return self._toast(self.env._("Opened for changes"))

    def action_compare(self):
        """Compare the approved figures with the facts as they are now."""
        self.check_access("write")
        self.filtered(lambda period: period.state == "approved")._measure_drift()
        return self._toast(self.env._("Figures that differ"), sum(self.mapped("drift_count")))

    def action_open_values(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_indicator_value_action",
            self.display_name,
            domain=[("period_id", "=", self.id)],
            context={"search_default_school": 1},
        )

    def _get_locked_text(self):
        return self.env._("%(period)s is approved and locked.", period=self.display_name)

    def _get_director_text(self):
        return self.env._("Only the director approves the figures of a period or reopens it.")

    def _measure_drift(self):
        """Store by how much the approved figures differ from a calculation made now.

        The calculation runs in a savepoint that is always rolled back.
        """
        for period in self:
            self.env["vsoko.calculation"]._lock(period)
            savepoint = self.env.cr.savepoint()
            try:
                self.env.cr.execute(
                    SQL(
                        "CREATE TEMP TABLE vsoko_approved ON COMMIT DROP AS"
                        " SELECT indicator_id, cell, value FROM vsoko_indicator_value"
                        " WHERE period_id = %s",
                        period.id,
                    )
                )
                self.env["vsoko.calculation"]._compute_values(period, "cron")
                self.env.cr.execute(
                    SQL(
                        """
                        SELECT count(*), max(abs(now.value - approved.value))
                          FROM vsoko_approved approved
                          FULL JOIN (SELECT * FROM vsoko_indicator_value
                                      WHERE period_id = %s) now
                         USING (indicator_id, cell)
                         WHERE (now.value IS NULL) <> (approved.value IS NULL)
                            OR abs(now.value - approved.value) > %s
                        """,
                        period.id,
                        _NOISE,
                    )
                )
                count, largest = self.env.cr.fetchone()
            finally:
                savepoint.close(rollback=True)
            period._store(
                {
                    "drift_count": count,
                    "drift_max": largest or 0.0,
                    "drift_date": fields.Datetime.now(),
                }
            )
