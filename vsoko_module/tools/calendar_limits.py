"""Limits on the calendar of works that a whole class writes.

Source: letters of the Ministry of Education and Rosobrnadzor of 06.08.2021, СК-228/03 and
01-169/08-01: not more than once in two and a half weeks in one subject and parallel, not more
than 10 % of the hours of the subject, not on the first or last lesson unless the subject has one
lesson a week. Not two works of a class on one day is a custom of schools.
"""

from collections import defaultdict
from datetime import date
from itertools import combinations
from typing import NamedTuple

DAYS_BETWEEN = 17.5
SHARE_OF_HOURS = 0.1
WEEKS = 34


class CalendarWork(NamedTuple):
    """A work of a plan: ``classes`` and ``grades`` are frozensets of any keys.

    ``content`` tells works apart: classes of a parallel that write the same content on several
    days write one work; None: like no other. ``lesson`` is its place among the ``lessons`` of the
    day, 0 where it is not known.
    """

    key: object
    day: date
    subject: object
    classes: frozenset
    grades: frozenset
    lesson: int = 0
    lessons: int = 0
    content: object = None


class Conflict(NamedTuple):
    """``rule``: too_soon, same_day, first_lesson, last_lesson or too_many; ``other`` is the key of
    the other work, ``number`` the days between, or the works planned; ``limit`` what is allowed."""

    rule: str
    other: object = None
    number: int = 0
    limit: int = 0


def conflicts(works, hours):
    """``{key: [Conflict]}`` of the works that break a rule.

    :param works: all ``CalendarWork`` of a school year that the limits apply to
    :param hours: ``{(class, subject): hours a week}``; an unknown load breaks no rule
    """
    found = defaultdict(list)
    _check_days(works, found)
    _check_subjects(works, found)
    _check_hours(works, hours, found)
    return dict(found)


def _check_days(works, found):
    by_day = defaultdict(list)
    for work in works:
        by_day[work.day].append(work)
    for group in by_day.values():
        for first, second in combinations(group, 2):
            if first.classes & second.classes:
                found[first.key].append(Conflict("same_day", second.key))
                found[second.key].append(Conflict("same_day", first.key))


def _check_subjects(works, found):
    by_subject = defaultdict(list)
    for work in works:
        by_subject[work.subject].append(work)
    for group in by_subject.values():
        for first, second in combinations(sorted(group, key=lambda work: work.day), 2):
            days = (second.day - first.day).days
            if first.grades & second.grades and days < DAYS_BETWEEN and not _one(first, second):
                found[first.key].append(Conflict("too_soon", second.key, days))
                found[second.key].append(Conflict("too_soon", first.key, days))


def _one(first, second):
    """Whether different classes write one work on several days."""
    same = first.content is not None and first.content == second.content
    return same and not first.classes & second.classes


def _check_hours(works, hours, found):
    by_class = defaultdict(list)
    for work in works:
        for school_class in work.classes:
            by_class[school_class, work.subject].append(work)
    for place, group in by_class.items():
        weekly = hours.get(place)
        if not weekly:
            continue
        allowed = int(weekly * WEEKS * SHARE_OF_HOURS)
        for work in group if weekly > 1 else ():
            if work.lesson == 1:
                found[work.key].append(Conflict("first_lesson"))
            if work.lessons and work.lesson == work.lessons:
                found[work.key].append(Conflict("last_lesson"))
        for work in sorted(group, key=lambda work: work.day)[allowed:]:
            found[work.key].append(Conflict("too_many", None, len(group), allowed))
