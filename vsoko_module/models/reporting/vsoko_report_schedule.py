import logging
import time
from datetime import timedelta

import pytz

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from odoo.addons.base.models.res_partner import _tz_get

from ...tools.recurrence import Recurrence
from ...tools.reports.types import REPORT_TYPES
from ..school.vsoko_period import PERIOD_KINDS

_logger = logging.getLogger(__name__)

# minutes to the next attempt after the first, second… failure; then the next planned moment
BACK_OFF = (15, 60, 240, 960)
WEEKDAYS = [
    ("0", "Monday"),
    ("1", "Tuesday"),
    ("2", "Wednesday"),
    ("3", "Thursday"),
    ("4", "Friday"),
    ("5", "Saturday"),
    ("6", "Sunday"),
]
MONTHS = [
    ("1", "January"),
    ("2", "February"),
    ("3", "March"),
    ("4", "April"),
    ("5", "May"),
    ("6", "June"),
    ("7", "July"),
    ("8", "August"),
    ("9", "September"),
    ("10", "October"),
    ("11", "November"),
    ("12", "December"),
]
FORMATS = ("pdf", "xlsx", "docx")


class VsokoReportSchedule(models.Model):
    """A report that is made by itself: which, when, for whom.

    Each period is reported once. A moment that was missed while the server stood still is made
    up once, for the period that it was planned for.
    """

    _name = "vsoko.report.schedule"
    _inherit = ["vsoko.company.mixin", "mail.thread", "mail.activity.mixin"]
    _description = "Schedule of a report"
    _order = "active desc, next_date, id"

    name = fields.Char(required=True, tracking=True)
    active = fields.Boolean(default=True, tracking=True)
    type = fields.Selection(
        selection="_selection_type",
        string="Report",
        required=True,
        default="period_results",
        tracking=True,
    )
    period_kind = fields.Selection(
        PERIOD_KINDS, string="Kind of period", required=True, default="quarter", tracking=True
    )
    relative = fields.Selection(
        [("last", "The last that has ended"), ("current", "The current one")],
        string="Which period",
        required=True,
        default="last",
        tracking=True,
    )
    recurrence = fields.Selection(
        [
            ("daily", "Every day"),
            ("weekly", "Every week"),
            ("monthly", "Every month"),
            ("yearly", "Every year"),
        ],
        required=True,
        default="daily",
        tracking=True,
        help="Every day: the report is made as soon as the period has figures, and only once",
    )
    hour = fields.Float(string="At", default=6.0, aggregator=None)
    weekday = fields.Selection(WEEKDAYS, string="On", default="0")
    day = fields.Integer(string="Day of the month", default=1, aggregator=None)
    month = fields.Selection(MONTHS, default="9")
    tz = fields.Selection(
        _tz_get,
        string="Time zone",
        required=True,
        default=lambda self: self._default_tz(),
    )
    make_pdf = fields.Boolean(string="PDF", default=True)
    make_xlsx = fields.Boolean(string="XLSX")
    make_docx = fields.Boolean(string="DOCX")
    user_id = fields.Many2one(
        "res.users",
        string="Responsible",
        required=True,
        default=lambda self: self.env.user,
        tracking=True,
        help="The report takes what this person may read; a failure becomes this person's task",
    )
    recipient_user_ids = fields.Many2many(
        "res.users",
        "vsoko_report_schedule_user_rel",
        string="Users",
        domain="[('share', '=', False)]",
    )
    recipient_group_ids = fields.Many2many(
        "res.groups", "vsoko_report_schedule_group_rel", string="Roles"
    )
    recipient_partner_ids = fields.Many2many(
        "res.partner", "vsoko_report_schedule_partner_rel", string="Other addressees"
    )
    planned_date = fields.Datetime(
        string="Planned for",
        compute="_compute_planned_date",
        store=True,
        precompute=True,
        copy=False,
    )
    next_date = fields.Datetime(
        string="Next attempt",
        compute="_compute_next_date",
        store=True,
        precompute=True,
        copy=False,
        index=True,
    )
    attempt = fields.Integer(string="Failed attempts", readonly=True, copy=False, aggregator=None)
    run_ids = fields.One2many(
        "vsoko.report.schedule.run", "schedule_id", string="History", readonly=True, copy=False
    )
    last_state = fields.Selection(related="run_ids.state", string="Last outcome")

    _hour_in_day = models.Constraint(
        "CHECK(hour >= 0 AND hour < 24)", "The time is from 00:00 to 23:59."
    )
    _day_in_month = models.Constraint(
        "CHECK(day BETWEEN 1 AND 31)", "The day of the month is from 1 to 31."
    )

    @api.model
    def _selection_type(self):
        """Reports of the whole school; those about a person or a class are made by hand."""
        kinds = self.env["vsoko.report"]._selection_type()
        return [(code, name) for code, name in kinds if not REPORT_TYPES[code].about]

    @api.model
    def _default_tz(self):
        return self.env.company.resource_calendar_id.tz or self.env.user.tz or "UTC"

    @api.depends("recurrence", "hour", "weekday", "day", "month", "tz", "active")
    def _compute_planned_date(self):
        for schedule in self:
            schedule.planned_date = schedule._get_next_date(fields.Datetime.now())

    @api.depends("planned_date")
    def _compute_next_date(self):
        for schedule in self:
            schedule.next_date = schedule.planned_date

    @api.constrains("make_pdf", "make_xlsx", "make_docx")
    def _check_formats(self):
        for schedule in self:
            if not schedule._get_formats():
                raise ValidationError(self.env._("Choose at least one format of files."))

    @api.constrains("user_id", "company_id")
    def _check_responsible(self):
        """The report shows what the responsible person reads: nobody may borrow other eyes."""
        for schedule in self:
            user = schedule.user_id
            if not user.sudo().has_group("vsoko_module.group_administration"):
                raise ValidationError(
                    self.env._(
                        "%(name)s is not of the administration of the school.", name=user.name
                    )
                )

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

    def _get_next_date(self, after):
        """Return the first planned moment after the given one, both in UTC."""
        self.ensure_one()
        zone = pytz.timezone(self.tz or "UTC")
        recurrence = Recurrence(
            self.recurrence, self.hour, int(self.weekday), self.day, int(self.month)
        )
        local = recurrence.next_after(self._to_local(after))
        return zone.localize(local).astimezone(pytz.utc).replace(tzinfo=None)

    def _to_local(self, moment):
        zone = pytz.timezone(self.tz or "UTC")
        return pytz.utc.localize(moment).astimezone(zone).replace(tzinfo=None)

    def _get_period(self, moment):
        """Return the period that the moment means by the clock of the school, maybe empty."""
        day = self._to_local(moment).date()
        domain = [("company_id", "=", self.company_id.id), ("kind", "=", self.period_kind)]
        if self.relative == "current":
            domain += [("date_start", "<=", day), ("date_end", ">=", day)]
        else:
            domain += [("date_end", "<", day)]
        return self.env["vsoko.period"].search(domain, order="date_end desc", limit=1)

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

    def _get_formats(self):
        return [extension for extension in FORMATS if self[f"make_{extension}"]]

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
