"""Marks: a hidden level of each pupil in each subject, seen through terms and noise."""

from collections import defaultdict

from .curriculum import FIRST_MARKED_GRADE, HOURS, PASS_ONLY
from .records import DemoMark

QUARTERS = tuple(("quarter", number) for number in (1, 2, 3, 4))
YEAR = ("year", 1)

# borders between the marks on the scale of the hidden level
_BORDERS = ((5, 1.15), (4, 0.0), (3, -2.0))
# the hidden level of the average pupil in the average subject
_AVERAGE = 0.2
# how much easier a subject is than the average one
_EASE = {
    "pe": 1.4, "mus": 1.3, "art": 1.2, "tech": 1.1, "obzr": 0.8, "inf": 0.45, "world": 0.3,
    "lit_read": 0.4, "lit": 0.25, "bio": 0.1, "geo": 0.1, "hist": 0.1, "soc": 0.05, "eng": -0.05,
    "prob": -0.1, "math": -0.15, "rus": -0.15, "alg": -0.25, "geom": -0.25, "calc": -0.2,
    "phys": -0.25, "chem": -0.25,
}  # fmt: skip
# lower grades get higher marks
_GRADE_EASE = {2: 0.15, 3: 0.1, 4: 0.05, 5: 0.05, 7: -0.1, 8: -0.15, 9: -0.1, 10: -0.2, 11: -0.1}
# what a demonstration has to show: (year, grade, letter, subject, from the quarter, shift)
STORIES = (
    (0, 8, "Б", "alg", 3, -1.0),
    (0, 8, "Б", "geom", 3, -0.7),
    (1, 9, "Б", "alg", 1, -1.2),
    (0, 9, "А", "chem", 1, -0.7),
    (0, 11, "Б", "hist", 1, 1.1),
    (0, 5, "А", "math", 1, -0.6),
    (1, 5, "Б", "math", 1, -0.8),
    (1, 7, "А", "phys", 1, -0.9),
    (1, 10, "А", "inf", 1, 0.8),
    (1, 6, "Б", "rus", 1, -0.6),
)
_NOT_ATTESTED, _RELEASED = 0.0025, 0.012
# a pupil who came shortly before the end of a term gets no mark
_DAYS_FOR_A_MARK = 14


class MarkMaker:
    """Makes the marks of one school year after another; what a pupil is like stays the same."""

    def __init__(self, random):
        self._random = random
        self._level = {}
        self._class_shift = defaultdict(lambda: random.gauss(0, 0.22))

    def marks_of(self, pupil, stays, terms):
        """Return the marks of a pupil in the quarters, and of the year when all are there.

        :param stays: [(Stay, SchoolClass)] of the pupil in one school year
        :param terms: {(kind, number): (first day, last day)} of the quarters that have ended
        """
        grade = stays[0][1].grade
        if grade < FIRST_MARKED_GRADE:
            return []
        places = {term: _place_for_mark(stays, *days) for term, days in terms.items()}
        marks = []
        for subject in HOURS[grade]:
            marks += self._marks_in_subject(pupil, subject, places)
        return marks

    def _marks_in_subject(self, pupil, subject, places):
        released = subject == "pe" and self._chance(_RELEASED)
        marks = []
        for term, school_class in places.items():
            if not school_class:
                continue
            status, value = "graded", None
            if subject in PASS_ONLY:
                status = "passed"
            elif released:
                status = "released"
            elif self._chance(_NOT_ATTESTED):
                status = "not_attested"
            else:
                value = self._value(school_class, pupil, subject, term)
            marks.append(_mark(school_class, pupil, subject, term, value, status))
        if marks and marks[-1].term == QUARTERS[-1]:
            marks.append(_year_mark(places[QUARTERS[-1]], pupil, subject, marks))
        return marks

    def _value(self, school_class, pupil, subject, term):
        if (pupil.key, subject) not in self._level:
            self._level[pupil.key, subject] = self._random.gauss(0, 0.3)
        level = (
            _AVERAGE
            + pupil.ability
            + self._level[pupil.key, subject]
            + self._class_shift[_cohort(school_class)]
            + _EASE[subject]
            + _GRADE_EASE.get(school_class.grade, 0)
            + _story(school_class, subject, term)
            + self._random.gauss(0, 0.3)
        )
        return next((mark for mark, border in _BORDERS if level > border), 2)

    def _chance(self, probability):
        return self._random.random() < probability


def _mark(school_class, pupil, subject, term, value, status):
    return DemoMark(pupil.key, school_class.key, subject, school_class.year, term, value, status)


def _year_mark(school_class, pupil, subject, marks):
    """The mean of the quarters rounded half up; without any mark, what the last quarter was."""
    values = [mark.value for mark in marks if mark.value]
    if values:
        value = int(sum(values) / len(values) + 0.5)
        return _mark(school_class, pupil, subject, YEAR, value, "graded")
    return _mark(school_class, pupil, subject, YEAR, None, marks[-1].status)


def _place_for_mark(stays, first, last):
    """Return the class where the pupil gets marks for a term, or None."""
    came = min(stay.date_from for stay, _class in stays)
    if came > first and (last - came).days < _DAYS_FOR_A_MARK:
        return None
    return next(
        (
            school_class
            for stay, school_class in stays
            if stay.date_from <= last and (stay.date_to is None or stay.date_to > last)
        ),
        None,
    )


def _cohort(school_class):
    """What stays the same when a class goes up."""
    return school_class.grade - school_class.year, school_class.letter


def _story(school_class, subject, term):
    return sum(
        shift
        for year, grade, letter, told, quarter, shift in STORIES
        if (year, grade, letter, told)
        == (school_class.year, school_class.grade, school_class.letter, subject)
        and term[1] >= quarter
    )
