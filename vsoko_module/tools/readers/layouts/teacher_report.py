"""«Отчёт учителя-предметника»: counts of marks, for comparing with the marks that are loaded."""

from typing import NamedTuple

from ..accounting import COUNTED
from ..layout import Asked, Extract, Layout
from ..listing import Listing
from ..names import ClassName
from ..titles import read_titles

KEY = "teacher_report"
LABELS = {
    "subject": "Предмет",
    "class_name": "Класс",
    "pupils": "Кол-во уч.",
    "n5": "«5»",
    "n4": "«4»",
    "n3": "«3»",
    "n2": "«2»",
    "na": "н/а",
    "released": "осв.",
    "success": "% усп.",
    "quality": "% кач.",
    "sou": "СОУ",
    "mean": "Ср. балл",
}
ALIASES = {
    "subject": ("предмет",),
    "class_name": ("класс",),
    "pupils": (
        "кол во уч",
        "кол во учащихся",
        "кол во обучающихся",
        "всего уч",
        "уч ся",
        "кол во уч ся",
    ),
    "n5": ("5",),
    "n4": ("4",),
    "n3": ("3",),
    "n2": ("2",),
    "na": ("н а", "на"),
    "released": ("осв",),
    "success": ("% усп", "% успев", "% успеваемости", "успеваемость %", "успеваемость"),
    "quality": ("% кач", "% качества", "качество знаний %", "качество знаний", "% кач зн"),
    "sou": ("соу", "соу %"),
    "mean": ("ср балл", "средний балл"),
}
LISTING = Listing(LABELS, ALIASES, required=("subject", "class_name", "n5", "n4", "n3", "n2"))
TOTALS = ("итого", "всего")


class ReportRow(NamedTuple):
    """Numbers of one subject and class; per cents are rounded to two digits in the file."""

    sheet: str
    row: int
    subject: str
    class_name: ClassName
    pupils: int
    n5: int
    n4: int
    n3: int
    n2: int
    na: int
    released: int
    success: float | None
    quality: float | None
    sou: float | None
    mean: float | None


def extract(sheets, today):
    reader = LISTING.reader_alike(sheets, today, _about)
    rows = []
    subject, block = "", reader.block
    for number in reader.rows():
        text = reader.text("subject")
        if reader.block is not block:
            subject, block = "", reader.block
        if text.lower().startswith(TOTALS):
            reader.leave(COUNTED)
            continue
        subject = text or subject
        row = _row(reader, number, subject)
        if reader.ok:
            rows.append(row)
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _about(above):
    """A report of another year, period or teacher is compared with other marks."""
    titles = read_titles(above)
    return titles.year, titles.period, titles.teacher


def _row(reader, number, subject):
    class_name = reader.class_name()
    counts = [
        int(reader.number(field) or 0)
        for field in ("pupils", "n5", "n4", "n3", "n2", "na", "released")
    ]
    shares = [reader.number(field) for field in ("success", "quality", "sou", "mean")]
    if counts[0] and sum(counts[1:]) > counts[0]:
        reader.problem(
            "sum_mismatch", "pupils", str(counts[0]), marks=sum(counts[1:]), pupils=counts[0]
        )
    return ReportRow(reader.sheet.name, number, subject, class_name, *counts, *shares)


LAYOUT = Layout(
    KEY,
    title="Teacher's report",
    order=60,
    recognise=LISTING.recognise,
    extract=extract,
    loader="teacher_report",
    asks={Asked.PERIOD},
)
