"""«Статистика по отметкам» of VPR."""

from ..layout import Layout
from ..vpr_groups import extract_groups, recognises

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


def recognise(sheets):
    return 1 if recognises(sheets, ALIASES) else 0


def extract(sheets, today):
    figures = ("share_2", "share_3", "share_4", "share_5")
    return extract_groups(KEY, sheets, today, ALIASES, LABELS, figures)


LAYOUT = Layout(KEY, 97, recognise, extract)
