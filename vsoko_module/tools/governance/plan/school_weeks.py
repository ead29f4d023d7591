"""The same school week of another year: weeks of lessons are counted, holidays are left out."""

from bisect import bisect_right
from datetime import date, timedelta
from typing import NamedTuple

WEEK = timedelta(days=7)
# a week with fewer days of lessons, Sundays left out, belongs to the holidays beside it
LEAST_DAYS = 2


class Place(NamedTuple):
    """Where a day is in a school year.

    ``lesson_week`` counts the weeks with lessons from 0, −1 before the first one; ``after`` is how
    many weeks of holidays have begun since then (0: it is a week of lessons); ``weekday`` is 0 on
    a Monday; ``has_lessons`` is whether the day itself is in a term.
    """

    lesson_week: int
    after: int
    weekday: int
    has_lessons: bool


class SchoolWeeks:
    """The weeks of a school year.

    :param terms: pairs (first, last day) of the terms of one kind, in any order; at least one
    """

    def __init__(self, terms):
        self.terms = sorted(terms)
        first, last = self.terms[0][0], max(end for _start, end in self.terms)
        weeks = range((monday_of(last) - monday_of(first)) // WEEK + 1)
        mondays = [monday_of(first) + WEEK * number for number in weeks]
        has_days = [monday for monday in mondays if self._count_days(monday) >= LEAST_DAYS]
        self.mondays = has_days or mondays

    def place_of(self, day):
        monday = monday_of(day)
        number = bisect_right(self.mondays, monday) - 1
        if number < 0:
            after = (monday - self.mondays[0]) // WEEK + 1
        else:
            after = (monday - self.mondays[number]) // WEEK
        return Place(number, after, day.weekday(), self._has_lessons(day))

    def day_at(self, place):
        """The day at such a place of this year.

        A year with fewer weeks of lessons has the last one instead, shorter holidays their last
        week; a day of lessons that falls on a holiday moves to the nearest day of a term in its
        week.
        """
        if place.lesson_week < 0:
            monday = self.mondays[0] + WEEK * (place.after - 1)
        else:
            monday = self._monday_after(min(place.lesson_week, len(self.mondays) - 1), place.after)
        day = monday + timedelta(days=place.weekday)
        return self._nearest(day) if place.has_lessons else day

    def _monday_after(self, number, weeks):
        monday = self.mondays[number] + WEEK * weeks
        if weeks and number + 1 < len(self.mondays):
            return max(min(monday, self.mondays[number + 1] - WEEK), self.mondays[number])
        return monday

    def _count_days(self, monday):
        return sum(self._has_lessons(monday + timedelta(days=number)) for number in range(6))

    def _has_lessons(self, day):
        return any(first <= day <= last for first, last in self.terms)

    def _nearest(self, day):
        if self._has_lessons(day):
            return day
        week = [monday_of(day) + timedelta(days=number) for number in range(7)]
        days = [known for known in week if self._has_lessons(known)]
        return min(days, key=lambda known: abs(known - day), default=day)


def monday_of(day):
    return day - timedelta(days=day.weekday())


def day_of_month(year_start, month, day):
    """The day of a school year by its month; a day that the month does not have is its last one.

    August before the first day of the year belongs to it, as plans begin with the council of
    August: it is the month that comes first.
    """
    year = year_start.year if month >= min(year_start.month, 8) else year_start.year + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day - 1), following - timedelta(days=1))
