import time

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_date

from ...tools import formula
from .engine import (
    Target,
    completeness_sql,
    formulas_sql,
    keep_digests_sql,
    measures_sql,
    store_sql,
    without_nested_loops,
)

# first key of the advisory locks of calculations; the second one is the period
_LOCK_CLASS = 0x5650
# A calculation takes away what single deleted classes, subjects or files gave. When more than half
# of the figures go at once, it is the system of indicators or the facts that are gone.
_LARGEST_LOSS = 0.5


class FiguresWouldVanish(UserError):
    """A calculation was stopped because it would remove most figures of an open period."""


class VsokoCalculation(models.Model):
    """One run of the engine over one period: what it found and what it changed."""

    _name = "vsoko.calculation"
    _description = "Calculation of indicators"
    _order = "id desc"
    _rec_name = "period_id"

    period_id = fields.Many2one(
        "vsoko.period",
        string="Period",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    framework_id = fields.Many2one(
        "vsoko.framework", string="System of indicators", readonly=True, ondelete="set null"
    )
    trigger = fields.Selection(
        [
            ("manual", "By a person"),
            ("import", "After an import"),
            ("cron", "By the schedule"),
            ("reopen", "After reopening"),
        ],
        required=True,
        readonly=True,
        default="manual",
    )
    user_id = fields.Many2one(
        "res.users", string="Started by", readonly=True, default=lambda self: self.env.uid
    )
    date_start = fields.Datetime(string="Started", readonly=True, default=fields.Datetime.now)
    duration = fields.Float(string="Seconds", readonly=True, aggregator="avg")
    value_count = fields.Integer(string="Figures", readonly=True)
    new_count = fields.Integer(string="New", readonly=True)
    changed_count = fields.Integer(string="Changed", readonly=True)
    removed_count = fields.Integer(string="Removed", readonly=True)
    value_ids = fields.One2many("vsoko.indicator.value", "run_id", string="Changed figures")

    @api.model
    def _run(self, period, trigger="manual", may_remove=False):
        """Compute all figures of an open period and return the run.

        The caller has checked the right to calculate. Two runs of one period wait for each
        other; a run that fails leaves nothing.

        :param may_remove: whether the director has agreed that most figures go
        :raise UserError: when the period is approved or no system of indicators is in force
        :raise FiguresWouldVanish: when most figures would be removed and nobody has agreed
        """
        self._lock(period)
        if period.state == "approved":
            raise UserError(
                self.env._(
                    "The figures of %(period)s are approved. Reopen the period to recalculate it.",
                    period=period.display_name,
                )
            )
        run = self._compute_values(period, trigger)
        if not may_remove:
            run._check_removal()
        if run.failed_count and trigger != "manual":
            period._notify_administration(run)
        if run._has_changes():
            # what the director looks at on the form of the period
            period._touch()
        return run

    def _has_changes(self):
        return bool(self.new_count or self.changed_count or self.removed_count)

    def _check_removal(self):
        """Raise FiguresWouldVanish when most figures that the period had are no more."""
        before = self.value_count - self.new_count + self.removed_count
        lost = before - self.value_count
        if lost > before * _LARGEST_LOSS:
            raise FiguresWouldVanish(
                self.env._(
                    "The calculation would leave %(left)s of %(before)s figures of %(period)s and"
                    " was stopped: nothing has changed. Look whether the system of indicators and"
                    " the facts are what they should be. If so, the director calculates the period"
                    " and agrees to the removal.",
                    left=self.value_count,
                    before=before,
                    period=self.period_id.display_name,
                )
            )

    @api.model
    def _count_differences(self, period):
        """Return how many figures of the period a calculation made now would change, and the
        indicators that it could not compute.

        The calculation runs in a savepoint that is always rolled back.
        """
        savepoint = self.env.cr.savepoint()
        try:
            run = self._compute_values(period, "manual")
            count = run.new_count + run.changed_count + run.removed_count
            return count, run.failed_indicator_ids
        finally:
            savepoint.close(rollback=True)

    @api.model
    def _read_alone(self, indicator, period):
        """Return the figures of one measure in a period, as far as the user may read them.

        Nothing else is counted. The caller takes everything back, see `_count_differences`.
        """
        # As in a calculation: whoever asks, figures count the facts of the whole school.
        run = self.sudo().create(
            {"period_id": period.id, "framework_id": indicator.framework_id.id}
        )
        self.env.flush_all()
        with without_nested_loops(self.env.cr):
            run._store_measures(run.framework_id._get_measures(), run._prepare_target())
        return self.env["vsoko.indicator.value"]._read_figures(
            [("indicator_id", "=", indicator.id)]
        )

    @api.model
    def _lock(self, period):
        """Wait until no other transaction calculates, approves or reopens the period."""
        self._take_time()
        self.env.cr.execute(SQL("SELECT pg_advisory_xact_lock(%s, %s)", _LOCK_CLASS, period.id))
        period.invalidate_recordset(["state"])

    @api.model
    def _compute_values(self, period, trigger):
        started = time.monotonic()
        # Whoever may calculate, figures count the facts of the whole school.
        self = self.sudo()
        framework = self._get_framework(period)
        run = self.create(
            {"period_id": period.id, "framework_id": framework.id, "trigger": trigger}
        )
        self.env.flush_all()
        with without_nested_loops(self.env.cr):
            target = run._prepare_target()
            self.env.cr.execute(completeness_sql(self.env["vsoko.fact.expected_mark"], target))
            counts = [run._store_other_versions()]
            measured, failed = run._store_measures_apart(target)
            failed |= run._get_resting_on(failed)
            counts += measured + run._store_formulas(target, failed)
            if failed:
                counts.append(run._keep_failed(failed))
        self.env["vsoko.indicator.value"].invalidate_model()
        self.env["vsoko.completeness"].invalidate_model()
        # counted from what has just changed, without the ORM knowing it
        period.invalidate_recordset(["value_count", "completeness", "completeness_text"])
        found, new, changed, removed = (sum(column) for column in zip(*counts, strict=True))
        run.write(
            {
                "value_count": found,
                "new_count": new,
                "changed_count": changed,
                "removed_count": removed,
                "failed_count": len(failed),
                "duration": time.monotonic() - started,
            }
        )
        return run

    def _get_framework(self, period):
        Framework = self.env["vsoko.framework"]
        framework = Framework._get_of_period(period)
        if not framework and not Framework.search_count(
            [("company_id", "=", period.company_id.id)], limit=1
        ):
            framework = Framework._adopt_regulation(period.company_id)
        if not framework or framework.date_from > period.date_end:
            raise UserError(
                self.env._(
                    "No approved system of indicators is in force on %(date)s.",
                    date=format_date(self.env, period.date_end),
                )
            )
        return framework

    def _prepare_target(self):
        period = self.period_id
        previous, last_year = period._get_previous(), period._get_last_year()
        return Target(
            period=period,
            run_id=self.id,
            previous=previous,
            last_year=last_year,
            previous_ids=self._match_indicators(previous),
            last_year_ids=self._match_indicators(last_year),
        )

    def _match_indicators(self, period):
        """Return {indicator id of this run: id with the same code in force in `period`}."""
        if not period:
            return {}
        framework = self.env["vsoko.framework"]._get_of_period(period)
        theirs = {indicator.code: indicator.id for indicator in framework.indicator_ids}
        return {
            indicator.id: theirs[indicator.code]
            for indicator in self.framework_id.indicator_ids
            if indicator.code in theirs
        }

    def _store_other_versions(self):
        """Remove what another system of indicators left in this period."""
        self.env.cr.execute(
            SQL(
                "DELETE FROM vsoko_indicator_value WHERE period_id = %s"
                " AND indicator_id <> ALL(%s)",
                self.period_id.id,
                self.framework_id.indicator_ids.filtered("has_source").ids,
            )
        )
        return 0, 0, 0, self.env.cr.rowcount

    def _store_measures(self, measures, target):
        """Store the measures, one statement per source; return the counts of each."""
        return [
            self._store(
                measures_sql(self.env[f"vsoko.fact.{source}"], indicators, target),
                indicators.ids,
                target,
                self.env[f"vsoko.fact.{source}"]._fact_rests_on_marks,
            )
            for source, indicators in measures.items()
        ]

    @api.model
    def _keep_digests(self, period):
        """Keep which rows the figures of a period count; the caller has locked the period."""
        # Whoever approves, figures count the facts of the whole school.
        measures = self.sudo()._get_framework(period)._get_measures()
        self.env.flush_all()
        with without_nested_loops(self.env.cr):
            for source, indicators in measures.items():
                fact = self.env[f"vsoko.fact.{source}"]
                self.env.cr.execute(keep_digests_sql(fact, indicators, period))
        self.env["vsoko.indicator.value"].invalidate_model(["digest"])

    def _store_formulas(self, target, failed):
        """Store the formulas, one statement per depth; return the counts of each.

        :param failed: indicators that cannot be computed, formulas over them too
        """
        trees = self.framework_id._get_formula_trees()
        indicators = {indicator.code: indicator for indicator in self.framework_id.indicator_ids}
        ids_by_code = {code: indicator.id for code, indicator in indicators.items()}
        depths = {}
        for code in formula.order(trees):
            if indicators[code] in failed:
                continue
            needed = formula.dependencies(trees[code]) & depths.keys()
            depths[code] = 1 + max((depths[other] for other in needed), default=0)
        counts = []
        for depth in sorted(set(depths.values())):
            layer = {indicators[code]: trees[code] for code in depths if depths[code] == depth}
            query = formulas_sql(layer, ids_by_code, target)
            counts.append(self._store(query, [i.id for i in layer], target))
        return counts

    def _store(self, figures, indicator_ids, target, rests_on_marks=False):
        self.env.cr.execute(store_sql(figures, indicator_ids, target, rests_on_marks))
        return self.env.cr.fetchone()
