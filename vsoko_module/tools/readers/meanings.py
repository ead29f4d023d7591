"""What the columns of a table may mean: the vocabulary of each layout that people may choose.

A layout that is a list knows its columns by headings; a column whose heading is another one gets a
meaning, and with it the heading that the layout knows.
"""

from typing import NamedTuple

from . import exams
from .layouts import (
    achievements,
    class_absences,
    class_ledger,
    class_ledger_year,
    consents,
    contingent,
    ege_protocol,
    graduates,
    injuries,
    load,
    marks_list,
    oge_protocol,
    programme_pupils,
    pupil_absences,
    pupil_missed_days,
    staff,
    staff_attestation,
    staff_courses,
    staff_education,
    staff_events,
    staff_experience,
    task_points,
    teacher_report,
    upbringing,
    vpr_codes,
)
from .layouts.assessment_sheet import task_heading

PERSON, DATE, CLASS, GENDER, MARK, NUMBER, TEXT = (
    "person",
    "date",
    "class",
    "gender",
    "mark",
    "number",
    "text",
)
# kinds of columns that are no fields of a layout
IGNORED, BY_HEADING = "ignored", "by_heading"
GRADE, LETTER = "grade", "letter"


class Meaning(NamedTuple):
    """What a column may mean.

    ``field`` is the layout's field, ``label`` its name for people, ``heading`` what the layout
    knows it by, ``kind`` what its cells are. ``parameter``: "" or what must be told besides
    (subject, task, period). ``many``: several columns may mean it.
    """

    field: str
    label: str
    heading: str
    kind: str = TEXT
    parameter: str = ""
    many: bool = False


class Vocabulary(NamedTuple):
    """Meanings of a layout. ``required`` as in ``find_header``.

    ``spare``: required fields that a table may lack when people say so; its rows then have empty
    cells. ``rest``: what a column without a meaning is, ``IGNORED``, or ``BY_HEADING`` where the
    layout takes any heading (subjects of a ledger).
    """

    meanings: dict
    required: tuple
    rest: str = IGNORED
    spare: tuple = ()


_KINDS = (
    {
        "name": PERSON,
        "teacher": PERSON,
        "class_name": CLASS,
        "gender": GENDER,
        "mark": MARK,
    }
    | dict.fromkeys(
        ("birthdate", "date_from", "date_to", "category_date", "hired", "last_course"), DATE
    )
    | dict.fromkeys(("hours", "experience", "pupils", "total", "test_score"), NUMBER)
)
_PARTS = {"surname": "Фамилия", "first_name": "Имя", "patronymic": "Отчество"}
_SPLIT_CLASS = {
    GRADE: Meaning(GRADE, "Класс: параллель (число)", "", NUMBER),
    LETTER: Meaning(LETTER, "Класс: литера", ""),
}


def _of_listing(listing, skip=()):
    meanings = {}
    for field, keys in listing.aliases.items():
        if field not in skip:
            label = listing.labels.get(field) or _PARTS.get(field) or keys[0].capitalize()
            meanings[field] = Meaning(field, label, keys[0], _KINDS.get(field, TEXT))
    if "surname" in meanings:
        meanings["surname"] = meanings["surname"]._replace(label=_PARTS["surname"])
    if "class_name" in meanings:
        meanings |= _SPLIT_CLASS
    return Vocabulary(meanings, listing.required)


def _of_ledger(*more):
    meanings = {
        "name": Meaning("name", "ФИО", "фио", PERSON),
        **{part: Meaning(part, label, label.lower()) for part, label in _PARTS.items()},
        "birthdate": Meaning("birthdate", "Дата рождения", "дата рождения", DATE),
        "class_name": Meaning("class_name", "Класс", "класс", CLASS),
        **_SPLIT_CLASS,
        **{meaning.field: meaning for meaning in more},
        "subject": Meaning("subject", "Отметки по предмету", "", MARK, "subject", many=True),
    }
    required = (("name", "surname"), *(meaning.field for meaning in more))
    return Vocabulary(meanings, required, BY_HEADING)


def _of_marks_list():
    listing = marks_list.LISTING
    skip = [field for field in listing.aliases if field.startswith("mark ")]
    vocabulary = _of_listing(listing, skip)
    mark = vocabulary.meanings["mark"]._replace(parameter="period", many=True)
    return Vocabulary(vocabulary.meanings | {"mark": mark}, ("name", "subject", "mark"))


def _of_task_points():
    vocabulary = _of_listing(task_points.LISTING)
    task = Meaning("task", "Балл за задание", "", NUMBER, "task", many=True)
    return Vocabulary(vocabulary.meanings | {"task": task}, (("name", "code"), "task"))


def _of_load():
    # people say who is the teacher: a list of staff alone has a name without saying whose
    skip = ("name", "surname", "first_name", "patronymic", "position")
    vocabulary = _of_listing(load.LISTING, skip)
    return vocabulary._replace(
        required=("teacher", "subject", "class_name", "hours"), spare=("hours",)
    )


VOCABULARIES = {
    # a class may stand in a line over its pupils
    contingent.KEY: _of_listing(contingent.LISTING)._replace(spare=("birthdate", "class_name")),
    staff.KEY: _of_listing(staff.LISTING, skip=("years",)),
    load.KEY: _of_load(),
    class_ledger.KEY: _of_ledger(),
    class_ledger_year.KEY: _of_ledger(Meaning("period", "Период", "период")),
    marks_list.KEY: _of_marks_list(),
    task_points.KEY: _of_task_points(),
    teacher_report.KEY: _of_listing(teacher_report.LISTING),
    vpr_codes.KEY: _of_listing(vpr_codes.LISTING),
    oge_protocol.KEY: _of_listing(exams.LISTING),
    ege_protocol.KEY: _of_listing(exams.LISTING),
    **{
        register.KEY: _of_listing(register.LISTING)
        for register in (
            staff_education,
            staff_attestation,
            staff_experience,
            staff_courses,
            staff_events,
            achievements,
            graduates,
            programme_pupils,
            class_absences,
            pupil_missed_days,
            pupil_absences,
            consents,
            injuries,
            upbringing,
        )
    },
}


def canonical_heading(layout, field, parameter):
    """The heading by which the layout knows a column, None to keep what stands there."""
    meaning = VOCABULARIES[layout].meanings[field]
    if meaning.parameter == "task":
        number, _separator, maximum = parameter.partition("=")
        return task_heading(number.strip(), maximum.strip())
    return parameter or meaning.heading or None
