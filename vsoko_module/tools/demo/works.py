"""Works of the demonstration school: what is written when by whom, and points by task."""

from datetime import date
from math import exp
from random import Random
from typing import NamedTuple

from .specifications import SPECIFICATIONS

_SEED = 41
_ABSENT, _EXEMPT = 0.06, 0.008
# what is common to a pupil's answers in one work, beside the hidden level
_DAY_NOISE = 0.25
ANALYSED, CLOSED, COLLECTING, PLANNED = "analysed", "closed", "collecting", "planned"


class DemoWork(NamedTuple):
    """`kind` ends the XML id of a type; `shifts` are added to the level of a class by letter."""

    key: str
    kind: str
    specification: str
    subject: str
    year: int
    grade: int
    day: date
    state: str
    shifts: dict = {}
    lesson: int = 3


class DemoAnswer(NamedTuple):
    """`attendance` is None when nothing was entered yet; None among the `points`: not reached."""

    attendance: str | None
    variant: str
    points: tuple


WORKS = (
    DemoWork("math5_start_25", "initial", "math5_first", "math", 0, 5, date(2025, 9, 16), ANALYSED,
             {"А": -0.4}),
    DemoWork("rus6_start_25", "initial", "rus6", "rus", 0, 6, date(2025, 9, 18), ANALYSED),
    DemoWork("alg9_start_25", "initial", "alg9", "alg", 0, 9, date(2025, 9, 23), ANALYSED),
    DemoWork("math5_half_25", "half", "math5_half", "math", 0, 5, date(2025, 12, 16), ANALYSED,
             {"А": -0.2}),
    DemoWork("alg8_term_26", "term", "alg8", "alg", 0, 8, date(2026, 3, 17), ANALYSED,
             {"Б": -0.9}),
    DemoWork("rus4_vpr_26", "vpr", "rus4_vpr", "rus", 0, 4, date(2026, 4, 21), ANALYSED),
    DemoWork("math6_vpr_26", "vpr", "math6_vpr", "math", 0, 6, date(2026, 4, 23), ANALYSED,
             {"Б": -0.5}),
    DemoWork("math5_final_26", "final", "math5_final", "math", 0, 5, date(2026, 5, 12), ANALYSED,
             {"А": 0.3}),
    DemoWork("meta4_26", "metasubject", "meta4", "lit_read", 0, 4, date(2026, 5, 14), ANALYSED),
    DemoWork("oge_math_26", "oge", "oge_math", "math", 0, 9, date(2026, 6, 2), ANALYSED),
    DemoWork("oge_rus_26", "oge", "oge_rus", "rus", 0, 9, date(2026, 6, 9), ANALYSED),
    DemoWork("math5_start_26", "initial", "math5", "math", 1, 5, date(2026, 9, 15), ANALYSED,
             {"Б": -0.6}),
    DemoWork("rus6_start_26", "initial", "rus6", "rus", 1, 6, date(2026, 9, 17), ANALYSED,
             {"Б": -0.7}),
    DemoWork("alg9_start_26", "initial", "alg9", "alg", 1, 9, date(2026, 9, 22), ANALYSED,
             {"Б": -1.0}),
    DemoWork("rus5_adaptation_26", "adaptation", "rus5", "rus", 1, 5, date(2026, 10, 13),
             ANALYSED),
    DemoWork("phys7_term_26", "term", "phys7", "phys", 1, 7, date(2026, 10, 20), ANALYSED,
             {"А": -0.9}),
    DemoWork("oge_math_trial_26", "statgrad", "oge_math", "math", 1, 9, date(2026, 11, 10), CLOSED,
             {"Б": -0.8}, 2),
    DemoWork("alg7_topic_26", "thematic", "alg7", "alg", 1, 7, date(2026, 11, 18), COLLECTING),
    # the second work of the subject comes too soon: the calendar shows it in red
    DemoWork("alg9_topic_26", "thematic", "alg9", "alg", 1, 9, date(2026, 12, 3), PLANNED),
    DemoWork("alg9_term_26", "term", "alg9", "alg", 1, 9, date(2026, 12, 15), PLANNED),
    DemoWork("math5_half_26", "half", "math5_half", "math", 1, 5, date(2026, 12, 16), PLANNED),
    DemoWork("rus9_trial_26", "statgrad", "oge_rus", "rus", 1, 9, date(2026, 12, 8), PLANNED),
    DemoWork("rus4_vpr_27", "vpr", "", "rus", 1, 4, date(2027, 4, 20), PLANNED),
    DemoWork("math5_final_27", "final", "math5_final", "math", 1, 5, date(2027, 5, 12), PLANNED),
    # checks what individual routes of the autumn have worked on; the last one, so that points of
    # the works above stay as they were drawn
    DemoWork("alg9_check_26", "thematic", "alg9", "alg", 1, 9, date(2026, 11, 17), ANALYSED,
             {"А": 0.2}),
)  # fmt: skip


def make_answers(school, works=WORKS):
    """Return ``{key of a work: {key of a pupil: Answer}}`` of the works that have begun."""
    maker = _AnswerMaker(school)
    return {work.key: maker.answers_of(work) for work in works if work.state != PLANNED}


class _AnswerMaker:
    def __init__(self, school):
        self._random = Random(_SEED)
        self._school = school
        self._specifications = {one.key: one for one in SPECIFICATIONS}
        self._levels = {}

    def answers_of(self, work):
        specification = self._specifications[work.specification]
        return {
            pupil: self._answer(pupil, school_class, work, specification)
            for school_class in self._classes(work)
            for place, pupil in enumerate(self._pupils(school_class, work.day))
            # a sheet that is being filled in has the first half of its first class
            if work.state != COLLECTING or (school_class.letter == "А" and place < 14)
        }

    def _classes(self, work):
        return [c for c in self._school.classes if (c.year, c.grade) == (work.year, work.grade)]

    def _pupils(self, school_class, day):
        """Return the keys of the pupils of a class on a day, in the order of their names."""
        keys = [
            stay.pupil
            for stay in self._school.stays
            if stay.school_class == school_class.key
            and stay.date_from <= day
            and (stay.date_to is None or stay.date_to > day)
        ]
        return sorted(keys, key=lambda key: self._school.pupils[key].name)

    def _answer(self, pupil, school_class, work, specification):
        draw = self._random.random()
        if draw < _ABSENT + _EXEMPT:
            return DemoAnswer("absent" if draw < _ABSENT else "exempt", "", ())
        level = (
            self._school.pupils[pupil].ability
            + self._subject_level(pupil, work.subject)
            + work.shifts.get(school_class.letter, 0)
            + self._random.gauss(0, _DAY_NOISE)
        )
        variant = str(self._random.randint(1, specification.variants))
        return DemoAnswer("present", variant, self._points(specification.tasks, level))

    def _subject_level(self, pupil, subject):
        if (pupil, subject) not in self._levels:
            self._levels[pupil, subject] = self._random.gauss(0.3, 0.3)
        return self._levels[pupil, subject]

    def _points(self, tasks, level):
        """Return points by task; a weak pupil may stop before the end of the work."""
        points = [self._score(task, level) for task in tasks]
        end = len(tasks)
        while end > 2 * len(tasks) // 3 and self._random.random() < 0.6 * _chance(-level - 0.9):
            end -= 1
        return (*points[:end], *[None] * (len(tasks) - end))

    def _score(self, task, level):
        """Each next point of a task is a little harder than the one before."""
        score = 0
        while score < task.max_score and self._random.random() < _chance(
            task.sharpness * (level - task.hardness - 0.15 * score)
        ):
            score += 1
        return score


def _chance(logit):
    return 1 / (1 + exp(-logit))
