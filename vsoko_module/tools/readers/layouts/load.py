"""The teaching load: who teaches what in which class, as a list or as a table of classes."""

from collections import Counter

from ..accounting import ELSEWHERE
from ..class_names import split_groups
from ..headers import find_header
from ..layout import Extract, Layout
from ..listing import Listing
from ..load_matrix import find_hours, find_teachers, lacks_subjects, read_hours, read_teachers
from ..load_rows import (
    IGNORED,
    LABELS,
    PEOPLE,
    PERSON,
    POSITION,
    SUBJECT,
    LoadRow,
    WrittenOnce,
    names_teachers,
)
from ..names import clean
from ..problem import Problem
from ..refusals import Refused
from ..staff_values import parse_hours
from ..titles import read_titles

KEY = "load"
ALIASES = PEOPLE | {
    "subject": SUBJECT,
    "class_name": ("класс", "классы"),
    "hours": (
        "часов в неделю",
        "часы",
        "часов",
        "кол во часов",
        "часы в неделю",
        "количество часов",
        "кол во часов в неделю",
        "количество часов в неделю",
        "нагрузка",
        "учебная нагрузка",
        "недельная нагрузка",
        "нагрузка в неделю",
    ),
    "date_from": ("с", "дата начала", "начало"),
    "date_to": ("по", "дата окончания", "окончание", "конец"),
    "group_name": ("группа", "подгруппа"),
    # a list of positions with subjects and classes needs no hours to be a load
    "position": POSITION,
}
LISTING = Listing(
    LABELS,
    ALIASES,
    required=(PERSON, "subject", "class_name", ("hours", "position")),
    ignored=IGNORED,
)
# no subject has so many hours in one class
MOST_HOURS = 8


def recognise(sheets):
    """1 with hours; classes beside names, positions and subjects may also be in a list of staff."""
    if find_hours(sheets):
        return 1
    found = [
        header
        for sheet in sheets
        if (header := find_header(sheet, ALIASES, LISTING.required))
        and names_teachers(sheet, header)
    ]
    if found:
        return 1 if any("hours" in header.columns for header in found) else 0.95
    return 0.9 if find_teachers(sheets) or lacks_subjects(sheets) else 0


def extract(sheets, today):
    hours = find_hours(sheets)
    if hours:
        return _of_table(hours, read_hours, today)
    if LISTING.recognise(sheets):
        return _of_list(sheets, today)
    teachers = find_teachers(sheets)
    if teachers:
        return _of_table(teachers, read_teachers, today)
    if lacks_subjects(sheets):
        raise Refused("load_without_subjects")
    return _of_list(sheets, today)


def _of_table(matrices, read, today):
    block = matrices[0].block
    rows, problems = read(matrices, today)
    return Extract(KEY, read_titles(block.sheet.rows[: block.header.row]), rows, tuple(problems))


def _of_list(sheets, today):
    reader = LISTING.reader(sheets, today)
    for block in reader.blocks:
        if "position" in block.header.columns:
            rows = range(block.header.last + 1, block.end)
            block.sheet.leave(rows, block.header.columns["position"], ELSEWHERE)
    once = WrittenOnce()
    rows = reader.records(
        lambda reader, number: _lessons(reader, number, once),
        _identity,
        repeated=("repeated_row", "teacher"),
    )
    rows, told = _shared(rows)
    return Extract(KEY, read_titles(reader.above), rows, (*reader.problems, *told))


def _identity(row):
    # hours may differ: the same lessons are not led twice
    return row._replace(sheet="", row=0, hours=None)


def _lessons(reader, number, once):
    """Yield the ``LoadRow`` of each class of a row."""
    if once.is_section(reader, number):
        return
    teacher, subject = once.people(reader, number)
    hours = reader.value("hours", parse_hours)
    date_from, date_to = reader.date("date_from"), reader.date("date_to")
    if date_from and date_to and date_to < date_from:
        reader.problem("dates_reversed", "date_to", f"{date_to:%d.%m.%Y}")
    group = reader.text("group_name")
    classes = _classes(reader)
    if reader.ok:
        for name, part in classes:
            lesson = teacher, subject, name, hours, date_from, date_to, group or part
            yield LoadRow(reader.sheet.name, number, *lesson)


def _classes(reader):
    """``[(class, group)]`` of the cell; «5А (1 гр.)» is a group of 5А."""
    raw = reader.raw("class_name")
    reader.text("class_name", required=True)
    return split_groups(raw if isinstance(raw, str) else clean(raw))


def _shared(rows):
    """``(rows, problems)``: hours beside several classes are those of each, unless one cell shows
    by its size that the file writes their sum; then they are divided, which is told."""
    counts = Counter((row.sheet, row.row) for row in rows)

    def several(row):
        return counts[row.sheet, row.row] if row.hours else 1

    proof = next((row for row in rows if several(row) > 1 and row.hours > MOST_HOURS), None)
    if not proof:
        return rows, ()
    params = {"hours": f"{proof.hours:g}", "count": several(proof)}
    told = Problem("hours_of_several", proof.sheet, proof.row, params=params)
    return [row._replace(hours=row.hours and row.hours / several(row)) for row in rows], (told,)


LAYOUT = Layout(
    KEY,
    title="Teaching load",
    order=30,
    recognise=recognise,
    extract=extract,
    loader="teaching",
)
