"""The protocol of OGE."""

from ..exams import extract_exam, recognise_exam
from ..layout import RESULTS, Layout

KEY = "oge_protocol"


def recognise(sheets):
    return recognise_exam(sheets, "oge")


def extract(sheets, today):
    return extract_exam(KEY, "oge", sheets, today)


LAYOUT = Layout(
    KEY,
    title="Protocol of OGE",
    order=99,
    recognise=recognise,
    extract=extract,
    loader="works",
    asks=RESULTS,
)
