"""«Сравнение отметок с отметками по журналу» of VPR."""

from ..accounting import COUNTED
from ..layout import GROUPS, Layout
from ..listing import Listing
from ..vpr_groups import GROUP, PARTICIPANTS, extract_groups

KEY = "vpr_journal_comparison"
LABELS = {
    "group": "Группы участников",
    "participants": "Кол-во участников",
    "lowered": "Понизили %",
    "confirmed": "Подтвердили %",
    "raised": "Повысили %",
}
ALIASES = {
    "group": GROUP,
    "participants": PARTICIPANTS,
    "lowered": ("понизили отметка отметка по журналу %", "понизили %"),
    "confirmed": (
        "подтвердили отметка отметке по журналу %",
        "подтвердили отметка отметка по журналу %",
        "подтвердили %",
    ),
    "raised": ("повысили отметка отметка по журналу %", "повысили %"),
}
# the shares of the numbers are read
IGNORED = {COUNTED: ("понизили кол во", "подтвердили кол во", "повысили кол во")}
LISTING = Listing(LABELS, ALIASES, required=tuple(ALIASES), ignored=IGNORED)
FIGURES = ("lowered", "confirmed", "raised")


def extract(sheets, today):
    return extract_groups(KEY, LISTING, FIGURES, sheets, today)


LAYOUT = Layout(
    KEY,
    title="VPR: comparison with the journal",
    order=97,
    recognise=LISTING.recognise,
    extract=extract,
    loader="groups",
    asks=GROUPS,
)
