"""The list of diplomas of the staff."""

from datetime import date
from typing import NamedTuple

from ..accounting import ELSEWHERE
from ..layout import Extract, Layout
from ..listing import Listing
from ..people_headings import PARTS, STAFF
from ..staff_values import parse_level_of_education
from ..titles import read_titles

KEY = "staff_education"
LABELS = {
    "name": "ФИО",
    "level": "Уровень образования",
    "is_pedagogic": "Педагогическая направленность",
    "institution": "Учебное заведение",
    "speciality": "Специальность по диплому",
    "qualification": "Квалификация по диплому",
    "diploma": "Номер диплома",
    "date": "Дата выдачи диплома",
    "subjects": "Предметы по диплому",
}
ALIASES = {
    "name": STAFF,
    **PARTS,
    "level": ("уровень образования", "образование", "уровень"),
    "is_pedagogic": ("педагогическая направленность", "пед направленность", "педагогическое"),
    "institution": (
        "учебное заведение",
        "образовательная организация",
        "образовательное учреждение",
        "что окончил",
        "что окончил а",
        "что и когда окончил",
        "наименование учебного заведения",
        "наименование учебного заведения год окончания",
        "учебное заведение год окончания",
        "какое учебное заведение окончил",
        "наименование образовательной организации",
        "вуз",
    ),
    "speciality": (
        "специальность по диплому",
        "специальность",
        "направление подготовки",
        "специальность направление подготовки",
    ),
    "qualification": ("квалификация по диплому", "квалификация"),
    "diploma": (
        "номер диплома",
        "диплом",
        "серия и номер диплома",
        "серия номер диплома",
        "реквизиты диплома",
        "номер и дата диплома",
        "документ об образовании",
    ),
    "date": (
        "дата выдачи диплома",
        "дата выдачи",
        "дата диплома",
        "год окончания",
        "дата окончания",
        "когда окончил",
        "когда окончил а",
    ),
    "subjects": ("предметы по диплому", "предметы которые можно вести", "соответствует предметам"),
}
LISTING = Listing(
    LABELS,
    ALIASES,
    required=(("name", "surname"), "level", ("institution", "diploma")),
    ignored={ELSEWHERE: ("должность", "предмет", "преподаваемые предметы")},
)
FIRST_DAY = date(1940, 1, 1)


class EducationRow(NamedTuple):
    """One diploma of one person; ``level`` is a code of ``vsoko.staff.education``.

    ``is_pedagogic`` is None when the cell is empty; ``subjects`` are names, maybe none.
    """

    sheet: str
    row: int
    name: str
    level: str
    is_pedagogic: bool | None
    institution: str
    speciality: str
    qualification: str
    diploma: str
    date: date | None
    subjects: tuple


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    rows = reader.records(_diploma)
    return Extract(KEY, read_titles(reader.above), rows, tuple(reader.problems))


def _diploma(reader, number):
    subjects = (part.strip() for part in reader.text("subjects").replace(";", ",").split(","))
    row = EducationRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        level=reader.value("level", parse_level_of_education),
        is_pedagogic=reader.yes_no("is_pedagogic"),
        institution=reader.text("institution"),
        speciality=reader.text("speciality"),
        qualification=reader.text("qualification"),
        diploma=reader.text("diploma"),
        date=reader.date("date", FIRST_DAY, reader.today, optional=True, or_year=True),
        subjects=tuple(subject for subject in subjects if subject),
    )
    if reader.ok and not row.level:
        reader.problem("missing_value", "level", field=f"«{LABELS['level']}»")
    if reader.ok:
        yield row


LAYOUT = Layout(
    KEY,
    title="Diplomas of staff",
    order=24,
    recognise=LISTING.recognise,
    extract=extract,
    loader="staff_education",
)
