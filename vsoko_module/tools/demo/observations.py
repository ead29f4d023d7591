"""Sheets of experts of the demonstration school: who was seen when, and points by criteria."""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

_SEED = 77
_NOISE = 0.28


class DemoSheet(NamedTuple):
    """`rubric` ends the XML id of a rubric; `level` is the share of the points to come near to.

    `lesson`, `school_class` and `pupil` are keys of the school; `programme` and `topic` are names.
    `asks` is whether the next visit is asked for.
    """

    rubric: str
    day: date
    level: float
    lesson: int | None = None
    school_class: int | None = None
    pupil: int | None = None
    programme: str = ""
    topic: str = ""
    asks: bool = False


# first days of visits of lessons
_VISITS = (date(2025, 10, 7), date(2025, 12, 2), date(2026, 2, 10), date(2026, 4, 14),
           date(2026, 10, 6))  # fmt: skip
_VISITS_EACH = 6
# a beginner, visited again and again, once by two people; the last sheet is being filled in
_FOLLOWED = (date(2026, 9, 15), date(2026, 10, 20), date(2026, 11, 10), date(2026, 11, 10),
             date(2026, 11, 18))  # fmt: skip
_SCHOOL = (
    DemoSheet("self", date(2026, 4, 10), 0.7),
    DemoSheet("room", date(2025, 10, 1), 0.8, topic="Кабинет 204"),
    DemoSheet("room", date(2026, 10, 1), 0.9, topic="Кабинет 204"),
    DemoSheet("room", date(2026, 10, 1), 0.6, topic="Кабинет 311"),
    DemoSheet("self", date(2026, 10, 2), 0.75),
    *(
        DemoSheet("extra_programme", day, level, programme=name)
        for day in (date(2025, 9, 10), date(2026, 9, 9))
        for name, level in (
            ("Шахматы", 0.95),
            ("Робототехника", 0.9),
            ("Хоровая студия", 0.85),
            ("Юный эколог", 0.55),
        )
    ),
)


def make_sheets(school):
    """Return the sheets of both years in the order of their days."""
    random = Random(_SEED)
    sheets = [*_SCHOOL, *_lessons(school, random), *_pupils(school, random)]
    return sorted([*sheets, *_followed(school)], key=lambda sheet: sheet.day)


def _followed(school):
    """Visits of the lessons of one teacher in the last year, ever better."""
    (place,) = (key for key, year in enumerate(school.years) if _is_in(year, _FOLLOWED[0]))
    held = [
        key
        for key, lesson in enumerate(school.lessons)
        if school.classes[lesson.school_class].year == place
        and lesson.date_from <= _FOLLOWED[0]
        and lesson.date_to is None
    ]
    teacher = school.lessons[held[-1]].teacher
    own = [key for key in held if school.lessons[key].teacher == teacher]
    for number, day in enumerate(_FOLLOWED):
        # the two sheets of one day are about one lesson
        lesson = own[min(number, 2) % len(own)]
        level = 0.45 + 0.12 * min(number, 2)
        yield DemoSheet("lesson", day, level, lesson=lesson, asks=number == 1)


def _lessons(school, random):
    for first_day in _VISITS:
        held = [
            key
            for key, lesson in enumerate(school.lessons)
            if lesson.date_from <= first_day
            and (lesson.date_to is None or lesson.date_to > first_day + timedelta(days=14))
            and _holds(school, lesson.school_class, first_day)
        ]
        for number, key in enumerate(sorted(random.sample(held, _VISITS_EACH))):
            day = first_day + timedelta(days=number)
            yield DemoSheet("lesson", day, random.uniform(0.55, 0.9), lesson=key)


def _pupils(school, random):
    """Projects of the ninth grade in April, metasubject results of the fifth in the autumns."""
    for rubric, grade, day, number in (
        ("metasubject", 5, date(2025, 10, 14), 8),
        ("project", 9, date(2026, 4, 21), 8),
        ("metasubject", 5, date(2026, 10, 13), 8),
    ):
        there = [
            stay
            for stay in school.stays
            if school.classes[stay.school_class].grade == grade
            and stay.date_from <= day
            and (stay.date_to is None or stay.date_to > day)
        ]
        for stay in random.sample(there, number):
            yield DemoSheet(
                rubric,
                day,
                random.uniform(0.35, 0.95),
                pupil=stay.pupil,
                school_class=stay.school_class,
            )


def _holds(school, school_class, day):
    return _is_in(school.years[school.classes[school_class].year], day)


def _is_in(year, day):
    return year.date_start <= day <= year.date_end


def make_points(maxima, level, place):
    """Return points for criteria with these maxima near to a share of them.

    :param place: the number of the sheet; equal numbers give equal points
    """
    random = Random(_SEED + place)
    return [
        min(maximum, max(0, round(maximum * (level + random.uniform(-_NOISE, _NOISE)))))
        for maximum in maxima
    ]
