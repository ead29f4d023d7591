"""What the page and the note of a work rest on."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ..measures import Band, MarkCounts, analyse, compare, for_people, share_reading

PRESENT, ABSENT, EXEMPT = "present", "absent", "exempt"


@dataclass(frozen=True)
class Task:
    """``level`` is basic, advanced, high or empty; ``content`` and ``skills`` are pairs
    (code, name)."""

    number: str
    max_score: float
    level: str = ""
    level_name: str = ""
    content: tuple = ()
    skills: tuple = ()


@dataclass(frozen=True)
class Pupil:
    """``points`` by task, None in it for a task that was not reached; no tuple when the points
    by task are not known. ``score``, ``mark`` and ``journal`` may be None."""

    key: object
    name: str
    class_name: str
    teacher: str = ""
    attendance: str = PRESENT
    points: tuple | None = None
    score: float | None = None
    mark: int | None = None
    journal: int | None = None


@dataclass(frozen=True)
class Aggregate:
    """Figures of a group of participants that an authority returned: ``shares`` of «2»…«5» and
    ``comparison``, the shares of lowered, confirmed and raised marks, % or None.

    ``key``: country, region, municipality, school or class, ``level`` its name for people.
    ``tasks``: {"all" or a mark as text: {number of the task: share of its points, %}}; ``points``:
    {primary points as text: share of the participants, %}.
    """

    level: str
    name: str
    participants: int
    shares: tuple | None
    comparison: tuple | None = None
    average: float | None = None
    note: str = ""
    key: str = ""
    tasks: dict = field(default_factory=dict)
    points: dict = field(default_factory=dict)


class Level(NamedTuple):
    """A level of achievement from ``min_percent`` of the points on; ``status`` is its zone."""

    min_percent: float
    name: str
    status: str = ""


@dataclass(frozen=True)
class Work:
    """One assessment; ``pupils`` are in the order of classes and names.

    ``facts`` are pairs (heading, text) of its passport; ``previous`` is the earlier work of the
    same pupils: (name, day, greatest points, {pupil's key: (points, mark)}) or None. ``bands`` are
    the fields of ``measures.Band``, ``levels`` those of ``Level`` in ascending order;
    ``levels_origin`` says where these come from. An element is mastered from ``mastered_from`` %
    of its points.
    ``weights`` are the school's points of marks in the degree of learning, None for the usual;
    points are multiples of ``step``. ``planned`` are the names of all classes of the work, also of
    those of which nothing is known here.
    """

    name: str
    day: date
    maximum: float
    tasks: tuple = ()
    pupils: tuple = ()
    bands: tuple = ()
    facts: tuple = ()
    aggregates: tuple = ()
    previous: tuple | None = None
    levels: tuple = ()
    levels_origin: str = ""
    mastered_from: float = 50
    weights: dict | None = None
    step: float = 1
    planned: tuple = ()
    texts: dict = field(default_factory=dict)

    @cached_property
    def classes(self):
        """Names of the classes in their order."""
        return list(dict.fromkeys(pupil.class_name for pupil in self.pupils))

    @cached_property
    def unknown_classes(self):
        """Names of the planned classes of which nobody is known to have written or been absent."""
        known = {pupil.class_name for pupil in self.pupils if pupil.attendance}
        return [name for name in self.planned or self.classes if name not in known]

    @cached_property
    def wrote(self):
        return who_wrote(self.pupils)

    @cached_property
    def scored(self):
        """Those who wrote and whose points by task are known."""
        return [pupil for pupil in self.wrote if pupil.points is not None]

    @cached_property
    def maxima(self):
        return [task.max_score for task in self.tasks]

    @cached_property
    def figures(self):
        """``WorkFigures`` over the pupils whose points by task are known; what people may see."""
        return for_people(analyse([pupil.points for pupil in self.scored], self.maxima, self.step))

    @cached_property
    def scale(self):
        return sorted((Band(*band) for band in self.bands), key=lambda band: band.min_score)

    def in_class(self, name):
        return [pupil for pupil in self.pupils if pupil.class_name == name]


def who_wrote(pupils):
    return [pupil for pupil in pupils if pupil.attendance == PRESENT]


def mark_counts(pupils):
    """``MarkCounts`` of the marks of a work; pupils without a mark are outside."""
    marks = Counter(pupil.mark for pupil in pupils if pupil.mark)
    return MarkCounts(five=marks[5], four=marks[4], three=marks[3], two=marks[2], one=marks[1])


def against_journal(pupils):
    """``measures.Comparison`` of the marks of those who wrote with the marks of the journal."""
    return compare([(pupil.mark, pupil.journal) for pupil in who_wrote(pupils)])


def levels_of(tasks):
    """(level, greatest points) of the tasks, by which their share is judged."""
    return [(task.level, task.max_score) for task in tasks]


def reading_of(tasks, share):
    """``sufficient``, ``grey`` or ``insufficient`` share of the points of several tasks; None
    without a share or without levels of the tasks."""
    return share_reading(levels_of(tasks), share)
