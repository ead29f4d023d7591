"""What a row of a teaching load says of the teacher and the subject, in a list or in a table."""

from datetime import date
from typing import NamedTuple

from .accounting import ELSEWHERE, TITLE
from .headers import WHOSE, header_key
from .names import ClassName, is_vacancy, split_person
from .people_headings import PARTS, STAFF, TEACHERS

LABELS = {
    "teacher": "Учитель",
    "name": "ФИО",
    "subject": "Предмет",
    "class_name": "Класс",
    "hours": "Часов в неделю",
    "date_from": "С",
    "date_to": "По",
    "group_name": "Группа",
}
# a list of staff writes the names of teachers as those of anybody; what is in both says a teacher
PEOPLE = {
    "name": STAFF,
    "teacher": (*TEACHERS, "учитель предметник", "кто ведет"),
    **PARTS,
}
SUBJECT = (
    "предмет",
    "учебный предмет",
    "дисциплина",
    "преподаваемый предмет",
    "наименование предмета",
    "предметы",
)
POSITION = ("должность", "занимаемая должность")
PERSON = ("teacher", "name", "surname")
# what the lists of the staff tell
IGNORED = {
    ELSEWHERE: (
        *POSITION,
        "категория",
        "квалификационная категория",
        "образование",
        "стаж",
        "педагогический стаж",
        "пед стаж",
    )
}


class LoadRow(NamedTuple):
    """Lessons of one class: a cell with several classes gives several rows.

    ``teacher`` is "" for a vacancy. ``class_name`` may still be several classes («5-7», «8-9А»):
    only the school knows whether one of its classes bears this name.
    """

    sheet: str
    row: int
    teacher: str
    subject: str
    class_name: ClassName
    hours: float | None
    date_from: date | None = None
    date_to: date | None = None
    group_name: str = ""


def names_teachers(sheet, header):
    """Whether the people under a heading may be teachers: «ФИО обучающегося» are not."""
    if "teacher" in header.columns:
        return True
    places = [header.columns[field] for field in PERSON if field in header.columns]
    rows = sheet.rows[header.row : header.last + 1]
    texts = [row[place] for row in rows for place in places if place < len(row)]
    return not any(WHOSE.search(header_key(text)) for text in texts if isinstance(text, str))


class WrittenOnce:
    """Remembers the teacher and the subject that are written once for several rows.

    A total or a new table ends what was written once; so does a new teacher, unless the subjects
    stand before the teachers and so are those of several.
    """

    def __init__(self):
        self._last = None
        self._teacher = self._subject = ""

    def is_section(self, reader, number):
        """Whether the row is the name of a teacher over the rows of the lessons; then it is left
        as such."""
        field = _person_field(reader)
        if not (reader.text(field) and reader.is_alone(field)):
            return False
        self._teacher, self._subject = reader.text(field), ""
        self._last = reader.sheet.name, number
        reader.leave(TITLE)
        return True

    def people(self, reader, number):
        """``(teacher, subject)`` of the row, maybe those of the rows above; "" for a vacancy."""
        field = _person_field(reader)
        text = reader.text(field) if field == "teacher" else reader.full_name(field)
        subject = reader.text("subject")
        if self._last != (reader.sheet.name, number - 1):
            self._teacher = self._subject = ""
        self._last = reader.sheet.name, number
        if text:
            is_subject_first = reader.column("subject") < reader.column(field)
            self._teacher, self._subject = text, self._subject if is_subject_first else ""
        self._subject = subject or self._subject
        for name, value in ((field, self._teacher), ("subject", self._subject)):
            if not value:
                reader.problem("missing_value", name, field=f"«{LABELS[name]}»")
        return "" if is_vacancy(self._teacher) else split_person(self._teacher).name, self._subject


def _person_field(reader):
    return "teacher" if reader.column("teacher") else "name"
