"""«Статистика по отметкам» of VPR."""

from ..layout import GROUPS, Layout
from ..listing import Listing
from ..vpr_groups import (
    GROUP,
    MARKS,
    ORGANISATIONS,
    PARTICIPANTS,
    extract_groups,
    numbered_columns,
    with_numbers,
)

KEY = "vpr_mark_statistics"
LABELS = {
    "group": "Группы участников",
    "organisations": "Кол-во ОО",
    "participants": "Кол-во участников",
    "share_2": "2",
    "share_3": "3",
    "share_4": "4",
    "share_5": "5",
}
ALIASES = {
    "group": GROUP,
    "organisations": ORGANISATIONS,
    "participants": PARTICIPANTS,
    "share_2": ("2",),
    "share_3": ("3",),
    "share_4": ("4",),
    "share_5": ("5",),
}
LISTING = Listing(LABELS, ALIASES, required=tuple(ALIASES))
FIGURES = ("share_2", "share_3", "share_4", "share_5")


def recognise(sheets):
    # columns of tasks or of points have these numbers among theirs
    sheets = with_numbers(sheets)
    return LISTING.recognise([one for one in sheets if set(numbered_columns(one)) <= set(MARKS)])


def extract(sheets, today):
    return extract_groups(KEY, LISTING, FIGURES, with_numbers(sheets), today)


LAYOUT = Layout(
    KEY,
    title="VPR: statistics of marks",
    order=97,
    recognise=recognise,
    extract=extract,
    loader="groups",
    asks=GROUPS,
)
