"""The protocol of EGE."""

from ..exams import extract_exam, recognises
from ..layout import Layout

KEY = "ege_protocol"


def recognise(sheets):
    return 1 if recognises(sheets, "егэ") else 0


def extract(sheets, today):
    return extract_exam(KEY, "ege", sheets, today)


LAYOUT = Layout(KEY, 99, recognise, extract)
