"""«Распределение первичных баллов» of VPR."""

from ..layout import GROUPS, Layout
from ..vpr_groups import numbered_columns
from ..vpr_shares import extract_shares

KEY = "vpr_point_shares"
NAME = "point_shares"


def recognise(sheets):
    return 1 if any(_are_points(numbered_columns(sheet)) for sheet in sheets) else 0


def extract(sheets, today):
    return extract_shares(KEY, NAME, _are_points, str, sheets, today)


def _are_points(columns):
    return len(columns) > 1 and columns[0] == "0" and all(map(str.isdigit, columns))


LAYOUT = Layout(
    KEY,
    title="VPR: distribution of primary points",
    order=97,
    recognise=recognise,
    extract=extract,
    loader="groups",
    asks=GROUPS,
)
