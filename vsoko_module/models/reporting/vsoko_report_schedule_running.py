import logging
import time
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

_logger = logging.getLogger(__name__)

# minutes to the next attempt after the first, second… failure; then the next planned moment
BACK_OFF = (15, 60, 240, 960)


class VsokoReportSchedule(models.Model):
    """Running a schedule: what is made, what is tried again, what becomes a task."""

    _inherit = "vsoko.report.schedule"

    def action_run_now(self):
        """Make the report of the period of this moment at once, if it has not been made yet."""
        self.ensure_one()
        self.check_access("write")
        if not self.try_lock_for_update():
            raise UserError(self.env._("This report is being made at this very moment."))
        run = self._run(fields.Datetime.now())
        if run.state == "done":
            return {
                "type": "ir.actions.act_window",
                "res_model": "vsoko.report",
                "res_id": run.report_id.id,
                "view_mode": "form",
            }
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if run.state == "skipped" else "danger",
                "message": run.message,
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    @api.model
    def _cron_run(self):
        """Make the reports that are due; each is committed by itself."""
        due = self.search([("next_date", "<=", fields.Datetime.now())], order="next_date, id")
        self.env["ir.cron"]._commit_progress(remaining=len(due))
        for schedule in due:
            schedule._run_due()
            if not self.env["ir.cron"]._commit_progress(1):
                break

    def _run_due(self):
        """Run one schedule, unless another worker does it now or has just done it."""
        if not self.try_lock_for_update():
            return
        self.invalidate_recordset()
        now = fields.Datetime.now()
        if not self.active or self.next_date > now:
            return
        run = self._run(self.planned_date)
        if run.state == "failed" and self.attempt < len(BACK_OFF):
            minutes = BACK_OFF[self.attempt]
            self.write({"attempt": self.attempt + 1, "next_date": now + timedelta(minutes=minutes)})
        else:
            # what was missed in between is not repeated: the period has been reported
            self.write({"attempt": 0, "planned_date": self._get_next_date(now)})

    def _run(self, moment):
        """Make the report of the period that the moment means; return the line of the history."""
        return self.with_context(lang=self.user_id.lang)._run_once(moment)

    def _run_once(self, moment):
        started = time.perf_counter()
        period = self._get_period(moment)
        reason = self._get_reason_to_skip(period)
        if reason:
            return self._keep_run("skipped", period, message=reason)
        try:
            with self.env.cr.savepoint():
                report, size = self._produce(period)
                run = self._keep_run(
                    "done",
                    period,
                    report_id=report.id,
                    size=size,
                    duration=time.perf_counter() - started,
                )
        except Exception as error:
            run = self._keep_failure(period, error, time.perf_counter() - started)
        return run

    def _get_reason_to_skip(self, period):
        if not period:
            return self.env._("The calendar of the school has no such period.")
        made = self.env["vsoko.report.schedule.run"].search_count(
            [
                ("schedule_id", "=", self.id),
                ("period_id", "=", period.id),
                ("state", "=", "done"),
                ("report_id", "!=", False),
            ],
            limit=1,
        )
        if made:
            return self.env._("The report of %(period)s is made already.", period=period.name)
        if not period.value_count:
            return self.env._("There are no figures of %(period)s yet.", period=period.name)
        return ""

    def _produce(self, period):
        """Make the report with its files and write the letter; return (report, bytes in all)."""
        author = self.user_id
        if not author.active:
            raise UserError(self.env._("%(name)s, who is responsible, has left.", name=author.name))
        report = (
            self.env["vsoko.report"]
            .with_user(author)
            .with_company(self.company_id)
            .with_context(lang=author.lang, tz=self.tz)
            .create(self._prepare_report(period))
        )
        files = report._attach_files(self._get_formats())
        self._send_letter(report)
        return report, sum(file.file_size for file in files)

    def _prepare_report(self, period):
        return {"type": self.type, "period_id": period.id, "company_id": self.company_id.id}

    def _keep_run(self, state, period, **vals):
        """Write a line of the history; the same reason to skip is said once, with its last time."""
        # People only read the history; the right on the schedule was checked by the caller.
        Run = self.env["vsoko.report.schedule.run"].sudo()
        vals |= {"schedule_id": self.id, "period_id": period.id, "state": state}
        if state == "done":
            self.activity_feedback(["mail.mail_activity_data_todo"])
        last = Run.search([("schedule_id", "=", self.id)], limit=1)
        if state == last.state == "skipped" and last.message == vals["message"]:
            last.date = fields.Datetime.now()
            return last
        return Run.create(vals)

    def _keep_failure(self, period, error, duration):
        """Remember the failure and make it the task of the responsible person."""
        if isinstance(error, UserError):
            message = str(error)
            _logger.info("Report of the schedule %s is not made: %s", self.id, message)
        else:
            message = self.env._("A program error; details are in the log of the server.")
            _logger.exception("Report of the schedule %s is not made", self.id)
        run = self._keep_run("failed", period, message=message, duration=duration)
        if not self.activity_ids.filtered("automated"):
            self.activity_schedule(
                "mail.mail_activity_data_todo",
                user_id=self.user_id.id,
                summary=self.env._("The report was not made by the schedule"),
                note=message,
            )
        return run
