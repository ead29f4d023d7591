"""The school's own list of the codes of VPR: code — name — class."""

from collections import Counter
from typing import NamedTuple

from ..layout import Asked, Extract, Layout
from ..listing import Listing
from ..names import ClassName
from ..titles import Titles
from ..vpr_titles import about_vpr, read_vpr
from ..works import FileWork

KEY = "vpr_codes"
LABELS = {"code": "Код участника", "name": "ФИО участника", "class_name": "Класс"}
ALIASES = {
    "code": ("код участника", "код"),
    "name": ("фио участника", "фио", "участник"),
    "class_name": ("класс",),
}
LISTING = Listing(LABELS, ALIASES, required=("code", "name", "class_name"))


class CodeRow(NamedTuple):
    sheet: str
    row: int
    code: str
    name: str
    class_name: ClassName


def extract(sheets, today):
    reader = LISTING.reader_alike(sheets, today, about_vpr)
    titles, work = read_vpr(reader.above) or (Titles(), FileWork("vpr"))
    codes = Counter(reader.text("code") for _row in reader.rows())

    def read(reader, number):
        code, name = reader.text("code", required=True), reader.person()
        class_name = reader.class_name()
        if code and codes[code] > 1:
            reader.problem("repeated_code", "code", code)
        if reader.ok:
            yield CodeRow(reader.sheet.name, number, code, name, class_name)

    rows = reader.records(read)
    return Extract(KEY, titles, rows, tuple(reader.problems), work)


LAYOUT = Layout(
    KEY,
    title="VPR: codes of participants",
    order=65,
    recognise=LISTING.recognise,
    extract=extract,
    loader="codes",
    asks={Asked.SUBJECT, Asked.DAY},
)
