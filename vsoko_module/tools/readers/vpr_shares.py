"""Tables of groups of VPR with a column for each task or for each number of points."""

from .headers import header_key
from .layout import Extract
from .listing import Listing
from .vpr_groups import (
    EVERYBODY,
    GROUP,
    ORGANISATIONS,
    PARTICIPANTS,
    mark_of_group,
    numbered_columns,
    place_groups,
    read_groups,
    with_numbers,
)

LABELS = {
    "group": "Группы участников",
    "organisations": "Кол-во ОО",
    "participants": "Кол-во участников",
}
ALIASES = {"group": GROUP, "organisations": ORGANISATIONS, "participants": PARTICIPANTS}


def extract_shares(key, name, is_column, label, sheets, today):
    """``Extract`` of ``GroupRow`` with ``shares``; who got one mark goes to the group above.

    :param name: what the shares are called in the rows
    :param is_column: function of the headings that are numbers: whether the table is this one
    :param label: function of a heading → the task or the points
    """
    sheets = with_numbers(sheets)
    columns = next(filter(is_column, map(numbered_columns, sheets)), [])
    labels = {header_key(column): label(column) for column in columns}
    listing = Listing(
        LABELS | labels, ALIASES | {key: (key,) for key in labels}, ("group", *labels)
    )
    reader, titles, work, rows = read_groups(listing, tuple(labels), sheets, today)
    first = next((place for place, row in enumerate(rows) if not mark_of_group(row.name)), 0)
    groups = [row for row in rows[first:] if not mark_of_group(row.name)]
    placed = place_groups(reader, [*rows[:first], *groups], work.grade)
    shares = _shares(rows[first:], labels)
    found = [
        row._replace(figures={}, shares={name: shares[row.row]})
        for row in placed
        if row.row in shares
    ]
    return Extract(key, titles, found, tuple(reader.problems), work)


def _shares(rows, labels):
    """``{row of a group: {everybody or a mark: {task or points: per cent}}}``."""
    shares, group = {}, 0
    for row in rows:
        mark = mark_of_group(row.name)
        group = group if mark else row.row
        told = {labels[key]: value for key, value in row.figures.items() if value is not None}
        if told:
            shares.setdefault(group, {})[mark or EVERYBODY] = told
    return shares
