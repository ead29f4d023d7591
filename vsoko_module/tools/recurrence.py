"""When something that happens again and again happens next: by the clock of one place."""

from dataclasses import dataclass

from dateutil import rrule as rules
from dateutil.rrule import rrule

DAILY, WEEKLY, MONTHLY, YEARLY = "daily", "weekly", "monthly", "yearly"
_FREQUENCIES = {
    DAILY: rules.DAILY,
    WEEKLY: rules.WEEKLY,
    MONTHLY: rules.MONTHLY,
    YEARLY: rules.YEARLY,
}


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
        hour, minute = divmod(round(self.hour * 60), 60)
        clock = {"byhour": hour, "byminute": minute, "bysecond": 0}
        rule = rrule(_FREQUENCIES[self.kind], moment, **clock, **self._days())
        return rule.after(moment)

    def _days(self):
        if self.kind == DAILY:
            return {}
        if self.kind == WEEKLY:
            return {"byweekday": self.weekday}
        # the first of the two: the last day where the month has no such day
        in_month = {"bymonthday": (self.day, -1), "bysetpos": 1}
        return in_month if self.kind == MONTHLY else {"bymonth": self.month} | in_month
