"""Tables of VPR in which a row is a group of participants: the country, the region, the school."""

from typing import NamedTuple

from .headers import mismatch
from .layout import Extract
from .names import fold
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


def extract_groups(key, listing, figures, sheets, today):
    """``Extract`` of ``GroupRow``.

    :param figures: fields of the listing that are shares
    """
    reader = listing.first_reader(sheets, today)
    titled = read_vpr(reader.above)
    if not titled:
        raise mismatch(sheets, "ВПР, год, предмет, класс")
    rows = reader.records(lambda reader, number: _group(reader, number, listing, figures))
    return Extract(key, titled[0], _with_levels(rows), tuple(reader.problems), titled[1])


def _group(reader, number, listing, figures):
    name = reader.text("group", required=True)
    counts = [
        int(reader.number(field) or 0) if field in listing.labels else 0
        for field in ("organisations", "participants")
    ]
    shares = {field: reader.number(field) for field in figures}
    if reader.ok:
        yield GroupRow(reader.sheet.name, number, "", name, *counts, shares)


def _with_levels(rows):
    """The groups stand from the whole sample down to the school, which is the last."""
    levels = list(LEVELS)
    if rows and fold(rows[0].name) != WHOLE:
        levels.remove("country")
    between = [*levels[: len(rows) - 1], "school"]
    return [row._replace(level=level) for row, level in zip(rows, between, strict=False)]
