"""The protocol of EGE."""

from ..exams import extract_exam, recognise_exam
from ..layout import RESULTS, Layout

KEY = "ege_protocol"


def recognise(sheets):
    return recognise_exam(sheets, "ege")


def extract(sheets, today):
    return extract_exam(KEY, "ege", sheets, today)


LAYOUT = Layout(
    KEY,
    title="Protocol of EGE",
    order=99,
    recognise=recognise,
    extract=extract,
    loader="works",
    asks=RESULTS,
)
