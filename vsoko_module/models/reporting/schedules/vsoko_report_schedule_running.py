import time
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

# minutes to the next attempt after the first, second… failure; then the next planned moment
BACK_OFF = (15, 60, 240, 960)


class VsokoReportSchedule(models.Model):
    """Running a schedule: what is made, what is tried again, what becomes a task."""

    _inherit = "vsoko.report.schedule"

    def action_run_now(self):
        """Make the reports of the period of this moment that have not been made yet."""
        self.ensure_one()
        self.check_access("write")
        self._take_time()
        if not self.try_lock_for_update():
            raise UserError(self.env._("This report is being made at this very moment."))
        schedule = self._as_responsible()
        period = schedule._get_period(fields.Datetime.now())
        runs = schedule._skip(period)
        for planned in schedule._get_due(period):
            runs |= schedule._make(period, planned)
        schedule._close(period)
        return self._get_outcome(runs)

    @api.model
    def _cron_run(self):
        """Make the reports that are due; each is committed by itself."""
        self._take_time()
        due = self.search([("next_date", "<=", fields.Datetime.now())], order="next_date, id")
        self.env["ir.cron"]._commit_progress(remaining=len(due))
        for schedule in due:
            if not (schedule._run_due() and self.env["ir.cron"]._commit_progress(1)):
                break

    def _run_due(self):
        """Make what is due, report by report; return whether there is time for more.

        A commit gives the lock away, so before each report it is taken anew and what is left to
        be made is read anew: another worker may go on from there, and so does the next run after
        a stop of the server.
        """
        tried, cron = set(), self.env["ir.cron"]
        while self._take():
            schedule = self._as_responsible()
            period = schedule._get_period(self.planned_date)
            if not tried:
                schedule._skip(period)
            left = (planned for planned in schedule._get_due(period) if planned.key not in tried)
            planned = next(left, None)
            if planned is None:
                schedule._finish(period)
                break
            tried.add(planned.key)
            schedule._make(period, planned)
            if not cron._commit_progress():
                return False
        return True

    def _take(self):
        """Lock the schedule; return whether it is still due and nobody else works on it."""
        if not self.try_lock_for_update():
            return False
        self.invalidate_recordset()
        return self.active and self.next_date <= fields.Datetime.now()

    def _as_responsible(self):
        """Return the schedule that speaks the language of the responsible person."""
        return self.with_context(lang=self.user_id.lang)

    def _finish(self, period):
        """Plan the next moment: soon when something failed, else the next by the calendar."""
        failed = self._close(period)
        now = fields.Datetime.now()
        if failed and self.attempt < len(BACK_OFF):
            minutes = BACK_OFF[self.attempt]
            self.write({"attempt": self.attempt + 1, "next_date": now + timedelta(minutes=minutes)})
        else:
            # what was missed in between is not repeated: the period has been reported
            self.write({"attempt": 0, "planned_date": self._get_next_date(now)})

    def _close(self, period):
        """Send the letters and settle the task; return the keys of what has failed."""
        self._announce()
        failed = self._get_failed(period)
        if not failed:
            self.activity_feedback(["mail.mail_activity_data_todo"])
        return failed

    def _make(self, period, planned):
        """Make the planned report; return the line of the history."""
        started = time.perf_counter()
        try:
            with self.env.cr.savepoint():
                report, files = self._produce(period, planned)
                run = self._keep_run(
                    "done",
                    period,
                    planned,
                    report_id=report.id,
                    size=sum(file.file_size for file in files),
                    duration=time.perf_counter() - started,
                    message=self._write_to_concerned(report, planned),
                )
        except Exception as error:
            run = self._keep_failure(period, planned, error, time.perf_counter() - started)
        return run

    def _produce(self, period, planned):
        """Make the report with its files; return both."""
        author = self.user_id
        if not author.active:
            raise UserError(self.env._("%(name)s, who is responsible, has left.", name=author.name))
        report = (
            self.env["vsoko.report"]
            .with_user(author)
            .with_company(self.company_id)
            .with_context(lang=author.lang, tz=self.tz)
            .create(self._prepare_report(period, planned))
        )
        return report, report._attach_files(self._get_formats())

    def _get_outcome(self, runs):
        """Return the action that shows what has come of the runs."""
        reports = runs.report_id
        if reports:
            return reports._open_records(name=self.name)
        failed = runs.filtered(lambda run: run.state == "failed")
        message = (failed or runs)[:1].message
        return self._toast(message, type="danger" if failed else "warning", reload=True)
