from datetime import timedelta

import pytz

from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    def _get_days_off(self, since):
        """Return the days from a date on that the working calendar of the school has as off for
        everybody: those that the government or the school has moved.

        The holidays of the law are in `tools.working_days` and need no entry.
        """
        self.ensure_one()
        # Only days without a person; who asks need not read the calendars of staff.
        leaves = self.env["resource.calendar.leaves"].sudo()
        common = leaves.search(
            [
                ("resource_id", "=", False),
                ("company_id", "in", (self.id, False)),
                ("calendar_id", "in", (self.resource_calendar_id.id, False)),
                ("date_to", ">=", fields.Date.to_string(since)),
            ]
        )
        return frozenset(day for leave in common for day in self._get_days_of(leave))

    def _get_days_of(self, leave):
        """Return the days that a leave takes, in the time of its calendar."""
        zone = pytz.timezone(leave.calendar_id.tz or self.resource_calendar_id.tz or "UTC")
        first, last = (
            pytz.utc.localize(moment).astimezone(zone).date()
            for moment in (leave.date_from, leave.date_to)
        )
        return [first + timedelta(days=number) for number in range((last - first).days + 1)]
