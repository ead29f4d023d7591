"""The ledger of a whole year: several rows a pupil, one for each period."""

from ..layout import Asked, Layout
from ..ledger_tables import find_tables
from .class_ledger import extract_ledger

KEY = "class_ledger_year"


def recognise(sheets):
    return 0.9 if any(table.columns.period >= 0 for table in find_tables(sheets)) else 0


def extract(sheets, _today):
    return extract_ledger(KEY, sheets, with_period=True)


LAYOUT = Layout(
    KEY,
    title="Ledger of a class for the year",
    order=45,
    recognise=recognise,
    extract=extract,
    loader="marks",
    asks={Asked.CLASS},
)
