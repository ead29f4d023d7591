"""«Статистика по отметкам» of VPR."""

from ..layout import GROUPS, Layout
from ..listing import Listing
from ..vpr_groups import extract_groups

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
    "group": ("группы участников",),
    "organisations": ("кол во оо",),
    "participants": ("кол во участников",),
    "share_2": ("2",),
    "share_3": ("3",),
    "share_4": ("4",),
    "share_5": ("5",),
}
LISTING = Listing(LABELS, ALIASES, required=tuple(ALIASES))
FIGURES = ("share_2", "share_3", "share_4", "share_5")


def extract(sheets, today):
    return extract_groups(KEY, LISTING, FIGURES, sheets, today)


LAYOUT = Layout(
    KEY,
    title="VPR: statistics of marks",
    order=97,
    recognise=LISTING.recognise,
    extract=extract,
    loader="groups",
    asks=GROUPS,
)
