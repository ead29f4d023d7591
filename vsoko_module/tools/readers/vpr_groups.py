"""Tables of VPR in which a row is a group of participants: the country, the region, the school."""

import re
from typing import NamedTuple

from .accounting import HEADING
from .cells import BadValue, parse_number
from .headers import find_header
from .layout import Extract
from .names import ClassName, clean, fold, parse_class
from .spelling import MARKS_AFTER
from .task_headings import is_of_greatest, with_heading_texts
from .titles import Titles
from .vpr_titles import about_vpr, read_vpr
from .works import FileWork, parse_task_label

LEVELS = ("country", "region", "municipality", "school")
WHOLE = ("вся выборка", "рф", "россия", "российская федерация")
GROUP = ("группы участников", "группа участников")
ORGANISATIONS = ("кол во оо",)
PARTICIPANTS = ("кол во участников",)
MARKS = ("2", "3", "4", "5")
# who got one mark, under the group they are of: «Ср.% вып. уч. гр.баллов 2», «Получившие «3»»
MARK_GROUP = re.compile(r"(?:.*(?:гр\.|групп|балл|отмет|получи).*?)?[«\"]?([2-5])[»\"]?\W*")
EVERYBODY = "all"


class GroupRow(NamedTuple):
    """``figures``: shares in per cent by name; only those that the table gives. ``level``: one of
    ``LEVELS``, or "class" with ``class_name``.

    ``shares``: ``{name: {EVERYBODY or a mark: {task or points: per cent}}}`` of a table with a
    column for each task or for each number of points.
    """

    sheet: str
    row: int
    level: str
    name: str
    organisations: int
    participants: int
    figures: dict
    class_name: ClassName | None = None
    shares: dict = {}


def numbered_columns(sheet):
    """Headings of a table of groups that are tasks, points or marks, in their order."""
    header = find_header(sheet, {"group": GROUP}, ("group",))
    cells = [clean(cell).rstrip(MARKS_AFTER) for cell in sheet.rows[header.row]] if header else ()
    return [cell for cell in cells if parse_task_label(cell)]


def with_numbers(sheets):
    """The sheets with the numbers in the headings of tables of groups as texts."""
    headers = [find_header(sheet, {"group": GROUP}, ("group",)) for sheet in sheets]
    return [
        with_heading_texts(sheet, header.row) if header else sheet
        for sheet, header in zip(sheets, headers, strict=True)
    ]


def extract_groups(key, listing, figures, sheets, today):
    """``Extract`` of ``GroupRow``.

    :param figures: fields of the listing that are shares
    """
    reader, titles, work, rows = read_groups(listing, figures, sheets, today)
    found = place_groups(reader, rows, work.grade)
    return Extract(key, titles, found, tuple(reader.problems), work)


def read_groups(listing, figures, sheets, today):
    """``(reader, Titles, FileWork, rows)``: ``GroupRow``s whose level is not told yet."""
    reader = listing.reader_alike(sheets, today, about_vpr)
    titles, work = read_vpr(reader.above) or (Titles(), FileWork("vpr"))
    rows = reader.records(lambda reader, number: _group(reader, number, listing, figures))
    return reader, titles, work, rows


def place_groups(reader, rows, grade):
    """Those of the rows whose level is known, with it; the others become problems."""
    found = list(_with_levels(rows, grade))
    known = {row.row for row in found}
    for row in rows:
        if row.row not in known:
            reader.row_number = row.row
            reader.problem("unknown_group", "group", row.name)
    return found


def parse_share(value):
    """Per cents from 0 to 100, None for an empty cell; raise ``BadValue``."""
    share = parse_number(value)
    if share is not None and not 0 <= share <= 100:
        raise BadValue("bad_share")
    return share


def mark_of_group(name):
    """The mark whose owners a row is about, as a text, or ""."""
    found = MARK_GROUP.fullmatch(fold(name))
    return found[1] if found else ""


def _group(reader, number, listing, figures):
    if is_of_greatest(reader.sheet.rows[number - 1]):
        reader.leave(HEADING)
        return
    name = reader.text("group", required=True)
    counts = [
        int(reader.number(field) or 0) if field in listing.labels else 0
        for field in ("organisations", "participants")
    ]
    shares = {field: reader.value(field, parse_share) for field in figures}
    if reader.ok:
        yield GroupRow(reader.sheet.name, number, "", name, *counts, shares)


def _with_levels(rows, grade):
    """Yield the groups whose level is known, with it.

    They stand from the whole sample down to the school; classes of the school follow it. Of more
    groups between the sample and the school than there are levels none can be told.
    """
    classes = {row.row for row in rows if _is_class(row.name, grade)}
    above = [row for row in rows if row.row not in classes]
    levels = [level for level in LEVELS[:-1] if level != "country" or _is_whole(above)]
    if len(above) - 1 <= len(levels):
        between = [*levels[: len(above) - 1], "school"]
        for row, level in zip(above, between, strict=False):
            yield row._replace(level=level)
    elif above:
        if _is_whole(above):
            yield above[0]._replace(level="country")
        yield above[-1]._replace(level="school")
    for row in rows:
        if row.row in classes:
            yield row._replace(level="class", class_name=parse_class(row.name))


def _is_whole(rows):
    return bool(rows) and fold(rows[0].name) in WHOLE


def _is_class(text, grade):
    name = parse_class(text)
    return bool(name) and (not grade or name.grade == grade)
