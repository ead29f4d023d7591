"""The protocol of OGE."""

from ..exams import extract_exam, recognises
from ..layout import Layout

KEY = "oge_protocol"


def recognise(sheets):
    return 1 if recognises(sheets, "огэ") else 0


def extract(sheets, today):
    return extract_exam(KEY, "oge", sheets, today)


LAYOUT = Layout(KEY, 99, recognise, extract)
