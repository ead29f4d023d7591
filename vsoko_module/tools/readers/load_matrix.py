"""The teaching load as a table: classes stand side by side, in the cells are hours or teachers."""

import re
from typing import NamedTuple

from . import limits
from .accounting import COUNTED, FOOTER
from .cells import BadValue
from .class_names import ClassName, parse_class, split_group
from .headers import header_key, is_total
from .listing import Listing
from .load_rows import (
    IGNORED,
    LABELS,
    PEOPLE,
    PERSON,
    SUBJECT,
    LoadRow,
    WrittenOnce,
    names_teachers,
)
from .names import clean, fold, is_person, is_vacancy, split_person
from .problem import Problem
from .row_reader import RowReader
from .staff_values import parse_hours

# lines under the first one of a heading, where classes or their groups stand
LINES_BELOW = 2
FEWEST_CLASSES = 2
MOSTLY = 0.8
BY_TEACHERS = Listing(
    LABELS, PEOPLE | {"subject": SUBJECT}, required=(PERSON, "subject"), ignored=IGNORED
)
BY_SUBJECTS = Listing(LABELS, {"subject": SUBJECT}, required=("subject",))
WITHOUT_SUBJECTS = Listing(LABELS, PEOPLE, required=(("teacher", "name"),))
CLASS_WORD = re.compile(r"(?<![а-я])кл(?:асс|(?![а-я]))")
# over numbers that would be no classes by themselves
CLASSES = re.compile(r"(?<![а-я])класс(?:ы|ам)(?![а-я])")
LETTER = re.compile(r"[«\"]?[^\W\d_]{1,2}[»\"]?")
TOTAL_ROW = re.compile(r"итог|всего|общее (?:кол|число)")
TOTAL_OF_HOURS = re.compile(r"(?:общая |недельная |учебная )*нагрузка|час(?:ов|ы)(?: в неделю)?")
TEACHERS = re.compile(r"[,;/\n]")


class ClassColumn(NamedTuple):
    class_name: ClassName
    group_name: str


class ClassTable(NamedTuple):
    """Lessons by classes; ``classes`` maps a field of its block to a ``ClassColumn``."""

    block: object
    classes: dict


def find_hours(sheets):
    """The tables of hours: a teacher and a subject in each row."""
    return [
        matrix
        for matrix in _matrices(sheets, BY_TEACHERS)
        if names_teachers(matrix.block.sheet, matrix.block.header)
    ]


def find_teachers(sheets):
    """The tables of teachers: a subject in each row, and who leads it in the cells."""
    return [matrix for matrix in _matrices(sheets, BY_SUBJECTS) if _holds_people(matrix)]


def lacks_subjects(sheets):
    """Whether there are teachers and classes, and nothing says which subjects are meant."""
    found = [
        matrix
        for matrix in _matrices(sheets, WITHOUT_SUBJECTS)
        if "teacher" in matrix.block.header.columns
    ]
    return bool(found) and not _matrices(sheets, BY_SUBJECTS)


def read_hours(matrices, today):
    """``(rows, problems)``: a ``LoadRow`` for each cell with hours."""
    rows, problems = [], []
    for matrix in matrices:
        reader = RowReader([matrix.block], LABELS, today)
        once = WrittenOnce()
        rows += [row for number in reader.rows() for row in _lessons(reader, number, matrix, once)]
        problems += reader.problems
    return rows, problems


def read_teachers(matrices, today):
    """``(rows, problems)``: a ``LoadRow`` for each teacher of a cell, without hours."""
    rows, problems = [], []
    for matrix in matrices:
        reader = RowReader([matrix.block], LABELS, today)
        rows += [row for number in reader.rows() for row in _leaders(reader, number, matrix)]
        problems += reader.problems
    return rows, problems


def _matrices(sheets, listing):
    blocks = (block for sheet in sheets if _names_classes(sheet) for block in listing.blocks(sheet))
    return [matrix for block in blocks if (matrix := _matrix(block))]


def _names_classes(sheet):
    """Whether classes stand side by side near the top; most files have none and are let go."""
    for row in sheet.rows[: limits.HEADER_ROWS + LINES_BELOW]:
        texts = [cell for cell in row if isinstance(cell, str) and cell]
        if sum(1 for text in texts if parse_class(text)) >= FEWEST_CLASSES:
            return True
        if any(CLASSES.search(fold(text)) for text in texts):
            return True
    return False


def _matrix(block):
    """The ``ClassTable`` of a table, None when its heading has no classes."""
    header, rows = block.header, block.sheet.rows
    known = set(header.columns.values())
    last = _last_line(rows, header, known)
    lines = rows[header.row : last + 1]
    width = max(map(len, lines))
    stacks = {place: _stack(lines, place) for place in range(width) if place not in known}
    classes = _first_of_each({place: _class_of(texts) for place, texts in stacks.items()})
    if sum(1 for column in classes.values() if len(column.class_name.letter) <= 3) < FEWEST_CLASSES:
        return None
    ignored = {place for place, _reason in block.ignored}
    totals = [
        (place, COUNTED)
        for place, texts in stacks.items()
        if place not in classes and place not in ignored and any(map(_is_total, texts))
    ]
    fields = {f"class {place}": place for place in classes}
    return ClassTable(
        block._replace(
            header=header._replace(columns=header.columns | fields, last=last),
            ignored=(*block.ignored, *totals),
        ),
        {f"class {place}": column for place, column in classes.items()},
    )


def _first_of_each(columns):
    """The columns that are of classes; of several of one class (two halves of a year) the first,
    as the others are not more hours of the same lessons."""
    found = {}
    for place, column in columns.items():
        if column and column not in found.values():
            found[place] = column
    return found


def _last_line(rows, header, known):
    """The last line of the heading: under the first one nothing stands below what is known."""
    last = header.last
    for index in range(header.row + 1, min(header.row + 1 + LINES_BELOW, len(rows))):
        row = rows[index]
        is_below = any(place < len(row) and row[place] != "" for place in known)
        if index > header.last and (is_below or not any(cell != "" for cell in row)):
            break
        last = index
    return last


def _stack(lines, place):
    """Texts over a column from the top down, those of merged cells included."""
    texts = []
    for index, line in enumerate(lines):
        upto = [clean(cell) for cell in line[: place + 1]]
        own = upto[place] if place < len(upto) else ""
        # only what stands lower is told apart under a merged cell
        is_over = index + 1 < len(lines) and any(
            place < len(low) and low[place] != "" for low in lines[index + 1 :]
        )
        text = own or (next(filter(None, reversed(upto)), "") if is_over else "")
        if text:
            texts.append(text)
    return texts


def _class_of(texts):
    """The ``ClassColumn`` of the texts over a column, or None."""
    for depth in range(len(texts), 0, -1):
        low, over = texts[depth - 1], texts[: depth - 1]
        above = parse_class(over[-1]) if over else None
        if above and not above.letter and LETTER.fullmatch(low):
            return ClassColumn(parse_class(f"{above.grade}{low}"), "")
        if above and split_group(f"{over[-1]} ({low})")[1]:
            return ClassColumn(above, split_group(f"{over[-1]} ({low})")[1])
        name, group = split_group(low)
        found = parse_class(name)
        # a lone number may be anything
        if found and (found.letter or any(CLASS_WORD.search(fold(text)) for text in (*over, low))):
            return ClassColumn(found, group)
    return None


def _is_total(text):
    return is_total(text) or bool(TOTAL_OF_HOURS.fullmatch(header_key(text)))


def _lessons(reader, number, matrix, once):
    if _is_total_row(reader) or once.is_section(reader, number):
        return
    teacher, subject = once.people(reader, number)
    cells = {field: _cell(reader, field) for field in matrix.classes}
    if reader.ok and all(hours == 0 for hours in cells.values()):
        reader.problem("no_hours_in_classes", text=subject)
    for field, hours in cells.items():
        if hours and reader.ok:
            class_name, group = matrix.classes[field]
            lesson = teacher, subject, class_name, hours
            yield LoadRow(reader.sheet.name, number, *lesson, group_name=group)


def _is_total_row(reader):
    row = reader.sheet.rows[reader.row_number - 1]
    is_total_of_it = any(isinstance(cell, str) and TOTAL_ROW.match(fold(cell)) for cell in row)
    if is_total_of_it:
        reader.leave(FOOTER)
    return is_total_of_it


def _cell(reader, field):
    """The hours of a cell, 0 for none, None for a bad one, which takes away nothing but itself."""
    raw = reader.raw(field)
    try:
        return parse_hours(raw) or 0
    except BadValue as error:
        text = clean(raw)
        place = reader.sheet.name, reader.row_number, reader.column(field)
        reader.problems.append(Problem(error.args[0], *place, text, {"text": text}))
        return None


def _holds_people(matrix):
    block = matrix.block
    cells = [
        row[place]
        for row in block.sheet.rows[block.header.last + 1 : block.end]
        for field, place in block.header.columns.items()
        if field in matrix.classes and place < len(row) and row[place] != ""
    ]
    people = sum(1 for cell in cells if isinstance(cell, str) and _is_leader(cell))
    return bool(cells) and people >= MOSTLY * len(cells)


def _is_leader(text):
    # «по выбору» are two words, too
    parts = [part.strip() for part in TEACHERS.split(text)]
    return is_vacancy(text) or all(is_person(part) and part[0].isupper() for part in parts)


def _leaders(reader, number, matrix):
    subject = reader.text("subject", required=True)
    for field, (class_name, group) in matrix.classes.items():
        text = reader.raw(field)
        if not clean(text) or not reader.ok:
            continue
        if not (isinstance(text, str) and _is_leader(text)):
            place = reader.sheet.name, number, reader.column(field)
            reader.problems.append(
                Problem("not_a_name", *place, clean(text), {"text": clean(text)})
            )
            continue
        for part in [""] if is_vacancy(text) else TEACHERS.split(text):
            lesson = split_person(part).name, subject, class_name, None
            yield LoadRow(reader.sheet.name, number, *lesson, group_name=group)
