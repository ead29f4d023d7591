"""The protocol of EGE."""

from ..exams import extract_exam, recognise_exam
from ..layout import Layout

KEY = "ege_protocol"


def recognise(sheets):
    return recognise_exam(sheets, "ege")


def extract(sheets, today):
    return extract_exam(KEY, "ege", sheets, today)


LAYOUT = Layout(KEY, 99, recognise, extract)
