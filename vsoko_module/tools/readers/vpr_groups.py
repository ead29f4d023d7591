"""Tables of VPR in which a row is a group of participants: the country, the region, the school."""

from typing import NamedTuple

from .layout import Extract
from .names import ClassName, fold, parse_class
from .titles import Titles
from .vpr_titles import about_vpr, read_vpr
from .works import FileWork

LEVELS = ("country", "region", "municipality", "school")
WHOLE = "вся выборка"


class GroupRow(NamedTuple):
    """``figures``: shares in per cent by name; only those that the table gives. ``level``: one of
    ``LEVELS``, or "class" with ``class_name``."""

    sheet: str
    row: int
    level: str
    name: str
    organisations: int
    participants: int
    figures: dict
    class_name: ClassName | None = None


def extract_groups(key, listing, figures, sheets, today):
    """``Extract`` of ``GroupRow``.

    :param figures: fields of the listing that are shares
    """
    reader = listing.reader_alike(sheets, today, about_vpr)
    titles, work = read_vpr(reader.above) or (Titles(), FileWork("vpr"))
    rows = reader.records(lambda reader, number: _group(reader, number, listing, figures))
    found = list(_with_levels(rows, work.grade))
    for row in rows[:]:
        if not any(row.row == other.row for other in found):
            reader.row_number = row.row
            reader.problem("unknown_group", "group", row.name)
    return Extract(key, titles, found, tuple(reader.problems), work)


def _group(reader, number, listing, figures):
    name = reader.text("group", required=True)
    counts = [
        int(reader.number(field) or 0) if field in listing.labels else 0
        for field in ("organisations", "participants")
    ]
    shares = {field: reader.number(field) for field in figures}
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
    return bool(rows) and fold(rows[0].name) == WHOLE


def _is_class(text, grade):
    name = parse_class(text)
    return bool(name) and (not grade or name.grade == grade)
