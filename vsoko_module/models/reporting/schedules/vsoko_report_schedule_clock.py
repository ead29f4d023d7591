import pytz

from odoo import api, fields, models

from odoo.addons.base.models.res_partner import _tz_get

from ....tools.recurrence import Recurrence

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


class VsokoReportSchedule(models.Model):
    """When a schedule runs, by the clock of the school, and which period a moment means."""

    _inherit = "vsoko.report.schedule"

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
    weekday = fields.Selection(WEEKDAYS, string="Day of the week", default="0")
    day = fields.Integer(string="Day of the month", default=1, aggregator=None)
    month = fields.Selection(MONTHS, default="9")
    tz = fields.Selection(
        _tz_get,
        string="Time zone",
        required=True,
        default=lambda self: self._default_tz(),
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

    _hour_in_day = models.Constraint(
        "CHECK(hour >= 0 AND hour < 24)", "The time is from 00:00 to 23:59."
    )
    _day_in_month = models.Constraint(
        "CHECK(day BETWEEN 1 AND 31)", "The day of the month is from 1 to 31."
    )

    @api.model
    def _default_tz(self):
        # the calendar of a school says UTC until somebody sets it
        zones = (self.env.company.resource_calendar_id.tz, self.env.user.tz)
        return next((zone for zone in zones if zone and zone != "UTC"), "UTC")

    @api.depends("recurrence", "hour", "weekday", "day", "month", "tz", "active")
    def _compute_planned_date(self):
        for schedule in self:
            schedule.planned_date = schedule._get_next_date(fields.Datetime.now())

    @api.depends("planned_date")
    def _compute_next_date(self):
        for schedule in self:
            schedule.next_date = schedule.planned_date

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
