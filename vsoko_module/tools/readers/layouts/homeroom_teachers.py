"""The list of homeroom teachers («классные руководители»): a class a row."""

from typing import NamedTuple

from ..accounting import COUNTED, UNKEPT
from ..layout import Extract, Layout
from ..listing import Listing
from ..names import ClassName, clean, fold
from ..people_headings import STAFF
from ..titles import read_titles

KEY = "homeroom_teachers"
LABELS = {"class_name": "Класс", "name": "Классный руководитель"}
NAMES = (
    "классный руководитель",
    "кл руководитель",
    "кл рук",
    "фио классного руководителя",
    "ф и о классного руководителя",
    "фамилия имя отчество классного руководителя",
)
TITLE = "классных руководител", "классные руководител", "классное руководство"
IGNORED = {
    COUNTED: ("количество", "количество учащихся", "количество обучающихся", "кол во", "всего"),
    UNKEPT: ("кабинет", "№ кабинета", "смена", "примечание"),
}
NAMED = Listing(LABELS, {"class_name": ("класс",), "name": NAMES}, ("class_name", "name"), IGNORED)
# the title says whose names they are
TITLED = NAMED._replace(aliases={"class_name": ("класс",), "name": (*NAMES, *STAFF)})


class HomeroomRow(NamedTuple):
    """Who leads a class."""

    sheet: str
    row: int
    class_name: ClassName
    name: str


def recognise(sheets):
    # a list of pupils may have their homeroom teacher beside each, and says more of them
    return 0.9 if NAMED.recognise(sheets) or _is_titled(sheets) else 0


def extract(sheets, today):
    listing = TITLED if _is_titled(sheets) else NAMED
    reader = listing.reader(sheets, today)
    rows = reader.records(_row, lambda row: str(row.class_name), ("repeated_class", "name"))
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _is_titled(sheets):
    texts = [fold(clean(cell)) for above in TITLED.above(sheets) for row in above for cell in row]
    return any(words in text for text in texts for words in TITLE)


def _row(reader, number):
    class_name, name = reader.class_name(), reader.person()
    if reader.ok:
        yield HomeroomRow(reader.sheet.name, number, class_name, name)


LAYOUT = Layout(
    KEY,
    title="List of homeroom teachers",
    order=28,
    recognise=recognise,
    extract=extract,
    loader="homeroom",
)
