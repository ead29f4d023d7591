"""What the generated school consists of; plain values, people and classes by their keys."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Staffing(NamedTuple):
    subjects: tuple
    count: int
    position: str
    association: str


class LessonPlan(NamedTuple):
    subject: str
    hours: int
    group: str


class Year(NamedTuple):
    name: str
    date_start: date
    date_end: date


@dataclass
class Teacher:
    key: int
    name: str
    gender: str
    birthdate: date
    position: str
    group: str | None
    is_pedagogic: bool
    education: str
    category: str
    category_date: date | None
    experience_years: int
    date_hired: date
    course_date: date | None
    date_left: date | None = None


@dataclass
class SchoolClass:
    key: int
    year: int
    grade: int
    letter: str
    homeroom: int
    profile: str
    previous: int | None


@dataclass
class DemoPupil:
    key: int
    name: str
    code: str
    gender: str
    birthdate: date
    ability: float


@dataclass
class Stay:
    """Half-open: the pupil is not in the class on `date_to`."""

    pupil: int
    school_class: int
    date_from: date
    date_to: date | None = None
    reason: str | None = None
    destination: str | None = None


@dataclass
class Lesson:
    """Both dates belong to the time of the lessons."""

    school_class: int
    subject: str
    teacher: int
    hours: int
    date_from: date
    date_to: date | None = None
    group: str | None = None
    pupils: tuple = ()


class DemoMark(NamedTuple):
    """`value` is None unless the status is ``graded``; `term` is (kind, number)."""

    pupil: int
    school_class: int
    subject: str
    year: int
    term: tuple
    value: int | None
    status: str


@dataclass
class School:
    years: list
    teachers: list = field(default_factory=list)
    classes: list = field(default_factory=list)
    pupils: list = field(default_factory=list)
    stays: list = field(default_factory=list)
    lessons: list = field(default_factory=list)
    marks: list = field(default_factory=list)
    # {association: key of the head}
    heads: dict = field(default_factory=dict)
    # the family that has an account: surname (male form) and keys of the children
    family_surname: str = ""
    family: list = field(default_factory=list)
    roles: list = field(default_factory=list)
