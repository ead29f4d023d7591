"""Tables of VPR in which a row is a group of participants: the country, the region, the school."""

from typing import NamedTuple

from .headers import find_header, header_or_refuse
from .layout import Extract
from .names import fold
from .problem import Refused
from .row_reader import RowReader
from .vpr_titles import read_vpr

LEVELS = ("country", "region", "municipality", "school")
WHOLE = "вся выборка"


class GroupRow(NamedTuple):
    """``figures``: shares in per cent by name; only those that the table gives."""

    sheet: str
    row: int
    level: str
    name: str
    organisations: int
    participants: int
    figures: dict


def recognises(sheets, aliases):
    return any(find_header(sheet, aliases, tuple(aliases)) for sheet in sheets)


def extract_groups(key, sheets, today, aliases, labels, figures):
    """``Extract`` of ``GroupRow``.

    :param figures: fields of ``aliases`` that are shares
    """
    sheet, header = header_or_refuse(sheets, aliases, tuple(aliases), labels)
    titled = read_vpr(sheet.rows[: header.row])
    if not titled:
        raise Refused("layout_mismatch", column="«ВПР, год, предмет, класс»")
    reader = RowReader(sheet, header, labels, today)
    rows = [
        row
        for number in reader.rows(header.row + 1)
        if (row := _row(reader, number, aliases, figures))
    ]
    return Extract(key, titled[0], _with_levels(rows), tuple(reader.problems), titled[1])


def _row(reader, number, aliases, figures):
    name = reader.text("group", required=True)
    counts = [
        int(reader.number(field) or 0) if field in aliases else 0
        for field in ("organisations", "participants")
    ]
    shares = {field: reader.number(field) for field in figures}
    return GroupRow(reader.sheet.name, number, "", name, *counts, shares) if reader.ok else None


def _with_levels(rows):
    """The groups stand from the whole sample down to the school, which is the last."""
    levels = list(LEVELS)
    if rows and fold(rows[0].name) != WHOLE:
        levels.remove("country")
    between = [*levels[: len(rows) - 1], "school"]
    return [row._replace(level=level) for row, level in zip(rows, between, strict=False)]
