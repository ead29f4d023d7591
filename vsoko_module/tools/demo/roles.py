"""Who logs in to the demonstration school: one person for every role."""

from typing import NamedTuple

from .names import FEMALE, female_form
from .works import ANALYSED, CLOSED, WORKS

_DONE = (ANALYSED, CLOSED)


class Role(NamedTuple):
    """`teacher` is the key of the member of staff, None for people from outside."""

    login: str
    group: str
    name: str
    teacher: int | None = None
    position: str | None = None


def roles_of(school, names):
    """Return the roles; names of people from outside are new ones."""
    staff = [
        _of_staff(school, "director", "director", _member(school, "hist", 1), "директор"),
        _of_staff(
            school, "deputy", "administration", _member(school, "rus", 1),
            "заместитель директора по учебно-воспитательной работе",
        ),
        _of_staff(
            school, "methodist", "methodical_council", _member(school, "eng", 1), "методист"
        ),
        _of_staff(school, "teacher", "teacher", _member(school, "math", 2)),
        _of_staff(school, "class_teacher", "teacher", _homeroom(school, 7, "А")),
        _of_staff(school, "head", "association_head", school.heads["math"]),
        _of_staff(school, "pedcouncil", "pedagogical_council", _member(school, "bio", 0)),
        _of_staff(school, "psychologist", "specialist", _member(school, None, 0)),
        _of_staff(
            school, "social_worker", "social_worker", _member(school, None, 1), "социальный педагог"
        ),
        _of_staff(school, "librarian", "specialist", _member(school, None, 2)),
    ]  # fmt: skip
    return [
        *staff,
        Role("medic", "medic", names.new(FEMALE)),
        Role("council", "governing_council", names.new(FEMALE)),
        Role("parent", "family", names.new(FEMALE, school.family_surname)),
    ]


def siblings(school):
    """Return the surname (male form) and the pupils of the family that has an account.

    The family has two children of one father in different grades of the last year, the elder one
    where works of this year have told what is mastered.
    """
    last_year = len(school.years) - 1
    told = {one.grade for one in WORKS if one.year == last_year and one.state in _DONE}
    families = {}
    for stay in school.stays:
        school_class = school.classes[stay.school_class]
        if school_class.year == last_year and stay.date_to is None and school_class.grade > 1:
            pupil = school.pupils[stay.pupil]
            families.setdefault(_family(pupil), {}).setdefault(school_class.grade, pupil)
    (surname, _father), children = max(
        families.items(),
        key=lambda item: (
            len(item[1]) > 1,
            max(item[1]) in told,
            max(item[1]) - min(item[1]),
            item[0],
        ),
    )
    return surname, [children[min(children)].key, children[max(children)].key]


def _family(pupil):
    """The male form of the surname and what the patronymic begins with, the same for brothers and
    sisters."""
    surname, _name, patronymic = pupil.name.split()
    father = patronymic.removesuffix("ич").removesuffix("на")
    if pupil.gender != FEMALE:
        return surname, father
    stems = [surname[:-1], surname[:-2] + "ий", surname[:-2] + "ой"]
    return next(stem for stem in stems if female_form(stem) == surname), father


def _of_staff(school, login, group, teacher, position=None):
    return Role(login, group, school.teachers[teacher].name, teacher, position)


def _member(school, group, place):
    return [t.key for t in school.teachers if t.group == group and not t.date_left][place]


def _homeroom(school, grade, letter):
    return next(
        c.homeroom for c in reversed(school.classes) if (c.grade, c.letter) == (grade, letter)
    )
