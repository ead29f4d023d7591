"""When something that happens again and again happens next: by the clock of one place."""

import calendar
import datetime
from dataclasses import dataclass

DAILY, WEEKLY, MONTHLY, YEARLY = "daily", "weekly", "monthly", "yearly"
_LONGEST = 366


@dataclass(frozen=True)
class Recurrence:
    """A time of the day on every day, a day of the week, of the month or of the year.

    ``hour`` is 7.5 for 07:30, ``weekday`` 0 for Monday. ``day`` that a month does not have means
    its last day.
    """

    kind: str
    hour: float = 0.0
    weekday: int = 0
    day: int = 1
    month: int = 1

    def next_after(self, moment):
        """The first moment later than ``moment``; both are naive and of the same clock."""
        minutes = round(self.hour * 60)
        time = datetime.time(minutes // 60, minutes % 60)
        days = (moment.date() + datetime.timedelta(offset) for offset in range(_LONGEST + 1))
        moments = (datetime.datetime.combine(day, time) for day in days if self._falls_on(day))
        return next(found for found in moments if found > moment)

    def _falls_on(self, day):
        if self.kind == DAILY:
            return True
        if self.kind == WEEKLY:
            return day.weekday() == self.weekday
        last = calendar.monthrange(day.year, day.month)[1]
        in_month = self.kind == MONTHLY or day.month == self.month
        return in_month and day.day == min(self.day, last)
