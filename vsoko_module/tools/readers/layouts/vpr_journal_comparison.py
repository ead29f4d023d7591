"""«Сравнение отметок с отметками по журналу» of VPR."""

from ..layout import Layout
from ..vpr_groups import extract_groups, recognises

KEY = "vpr_journal_comparison"
LABELS = {
    "group": "Группы участников",
    "participants": "Кол-во участников",
    "lowered": "Понизили %",
    "confirmed": "Подтвердили %",
    "raised": "Повысили %",
}
ALIASES = {
    "group": ("группы участников",),
    "participants": ("кол во участников",),
    "lowered": ("понизили отметка отметка по журналу %", "понизили %"),
    "confirmed": (
        "подтвердили отметка отметке по журналу %",
        "подтвердили отметка отметка по журналу %",
        "подтвердили %",
    ),
    "raised": ("повысили отметка отметка по журналу %", "повысили %"),
}


def recognise(sheets):
    return 1 if recognises(sheets, ALIASES) else 0


def extract(sheets, today):
    return extract_groups(KEY, sheets, today, ALIASES, LABELS, ("lowered", "confirmed", "raised"))


LAYOUT = Layout(KEY, 97, recognise, extract)
