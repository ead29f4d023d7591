import logging

from odoo import fields, models
from odoo.exceptions import UserError

from ....tools.reports.planned_report import PlannedReport

_logger = logging.getLogger(__name__)


class VsokoReportSchedule(models.Model):
    """The history of a schedule: what has been made, what is left to be made, what failed."""

    _inherit = "vsoko.report.schedule"

    def _get_due(self, period):
        """Return the planned reports that are still to be made for the period.

        What failed before goes last, so that it does not stand in the way of the rest.
        """
        planned_reports = self._get_planned_reports(period) if period else []
        made, ready = self._get_made(period), self._get_ready(period, planned_reports)
        due = [
            planned
            for planned in planned_reports
            if planned.key in ready and planned.key not in made
        ]
        failed = self._get_failed(period)
        return sorted(due, key=lambda planned: planned.key in failed)

    def _skip(self, period):
        """Say in the history what is not made and why; return its lines."""
        planned_reports = self._get_planned_reports(period) if period else []
        reason = self._get_reason_to_skip(period, planned_reports)
        if reason:
            return self._keep_run("skipped", period, PlannedReport(), message=reason)
        done = self._get_made(period) | self._get_ready(period, planned_reports)
        reason = self._get_reason_no_figures(period)
        skipped = [
            self._keep_run("skipped", period, planned, message=reason)
            for planned in planned_reports
            if planned.key not in done
        ]
        return self.env["vsoko.report.schedule.run"].union(*skipped)

    def _get_reason_to_skip(self, period, planned_reports):
        if not period:
            return self.env._("The calendar of the school has no such period.")
        if not planned_reports:
            return self.env._("Nobody and nothing in %(period)s fits.", period=period.name)
        if {planned.key for planned in planned_reports} <= self._get_made(period):
            return self.env._("The report of %(period)s is made already.", period=period.name)
        return ""

    def _get_reason_no_figures(self, period):
        return self.env._("There are no figures of %(period)s yet.", period=period.name)

    def _get_made(self, period):
        """Return the keys of what has its report of the period."""
        runs = self._get_runs(period)
        return {run.key or "" for run in runs if run.state == "done" and run.report_id}

    def _get_failed(self, period):
        """Return the keys whose last attempt for the period failed."""
        last = {run.key or "": run.state for run in self._get_runs(period).sorted("id")}
        return {key for key, state in last.items() if state == "failed"}

    def _get_runs(self, period):
        return self.env["vsoko.report.schedule.run"].search(
            [("schedule_id", "=", self._origin.id), ("period_id", "=", period.id)]
        )

    def _keep_run(self, state, period, planned, **vals):
        """Write a line of the history; the same reason to skip is said once, with its last time."""
        # People only read the history; the right on the schedule was checked by the caller.
        Run = self.env["vsoko.report.schedule.run"].sudo()
        vals |= {
            "schedule_id": self.id,
            "period_id": period.id,
            "state": state,
            "key": planned.key,
            "about": planned.name,
        }
        last = Run.search([("schedule_id", "=", self.id), ("key", "=", planned.key)], limit=1)
        if state == last.state == "skipped" and last.message == vals["message"]:
            last.date = fields.Datetime.now()
            return last
        return Run.create(vals)

    def _keep_failure(self, period, planned, error, duration):
        """Remember the failure and make it the task of a person."""
        if isinstance(error, UserError):
            message = str(error)
            _logger.info("Report of the schedule %s is not made: %s", self.id, message)
        else:
            message = self.env._("A program error; details are in the log of the server.")
            _logger.exception("Report of the schedule %s is not made", self.id)
        run = self._keep_run("failed", period, planned, message=message, duration=duration)
        if not self.activity_ids.filtered("automated"):
            self.activity_schedule(
                "mail.mail_activity_data_todo",
                user_id=self._get_answerable().id,
                summary=self.env._("The report was not made by the schedule"),
                note=message,
            )
        return run

    def _get_answerable(self):
        """Return whose task a failure is: a director's when the responsible person has left."""
        if self.user_id.active:
            return self.user_id
        directors = self._get_members(self.env.ref("vsoko_module.group_director"))
        return directors[:1] or self.user_id
