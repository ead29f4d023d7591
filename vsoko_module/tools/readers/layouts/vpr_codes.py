"""The school's own list of the codes of VPR: code — name — class."""

from collections import Counter
from typing import NamedTuple

from ..headers import find_header, header_or_refuse
from ..layout import Extract, Layout
from ..names import ClassName
from ..problem import Refused
from ..row_reader import RowReader
from ..vpr_titles import read_vpr

KEY = "vpr_codes"
LABELS = {"code": "Код участника", "name": "ФИО участника", "class_name": "Класс"}
ALIASES = {
    "code": ("код участника", "код"),
    "name": ("фио участника", "фио", "участник"),
    "class_name": ("класс",),
}
REQUIRED = ("code", "name", "class_name")


class CodeRow(NamedTuple):
    sheet: str
    row: int
    code: str
    name: str
    class_name: ClassName


def recognise(sheets):
    return 1 if any(find_header(sheet, ALIASES, REQUIRED) for sheet in sheets) else 0


def extract(sheets, today):
    sheet, header = header_or_refuse(sheets, ALIASES, REQUIRED, LABELS)
    found = read_vpr(sheet.rows[: header.row])
    if not found:
        raise Refused("layout_mismatch", column="«ВПР, год, предмет, класс»")
    reader = RowReader(sheet, header, LABELS, today)
    codes = Counter(str(reader.text("code")) for _row in reader.rows(header.row + 1))
    rows = []
    for number in reader.rows(header.row + 1):
        row = CodeRow(sheet.name, number, reader.text("code"), reader.person(), reader.class_name())
        if codes[row.code] > 1:
            reader.problem("repeated_code", "code", row.code)
        if reader.ok:
            rows.append(row)
    return Extract(KEY, found[0], rows, tuple(reader.problems), found[1])


LAYOUT = Layout(KEY, 65, recognise, extract)
