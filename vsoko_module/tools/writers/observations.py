"""An empty table of sheets by one rubric; the import reads it back."""

from ..readers.layouts.observations import (
    LABELS,
    RUBRIC,
    TITLE,
    WITHOUT_POINTS,
    criterion_heading,
)
from .cells import DATE, Column
from .import_files import fitting
from .xlsx import XlsxWriter

SPARE_ROWS = 100
_HINT = (
    "Строка — лист. Баллы — целые числа, «н/п» — не применимо, пустая ячейка — не оценено."
    " Эксперта можно не указывать: лист загрузится как ваш."
)
# what is asked of whom a sheet is about
_ASKED = {
    "lesson": ("teacher", "class_name", "subject", "topic"),
    "class": ("class_name", "topic"),
    "student": ("class_name", "name", "topic"),
    "programme": ("programme", "topic"),
    "school": ("topic",),
}
_AFTER = ("notes", "conclusions", "recommendations")


def observation_table(rubric, about, criteria):
    """Bytes of the table.

    :param about: a key of ``vsoko.rubric.about``
    :param criteria: ``measures.rubric.Criterion`` in their order
    """
    writer = XlsxWriter()
    sheet = writer.sheet(rubric)
    sheet.title(TITLE)
    sheet.text(f"{RUBRIC}: {rubric}")
    sheet.text(_HINT)
    sheet.skip()
    columns = [Column(LABELS["date"], DATE)]
    columns += [Column(LABELS[field]) for field in (*_ASKED[about], "expert")]
    columns += [_criterion(place, one) for place, one in enumerate(criteria, start=1)]
    columns += [Column(LABELS[field]) for field in _AFTER]
    sheet.table(columns, [], spare=SPARE_ROWS)
    return writer.close()


def _criterion(place, criterion):
    points = tuple(str(number) for number in range(criterion.maximum + 1))
    behaviours = "\n".join(f"{number}: {text}" for number, text in enumerate(criterion.levels))
    heading = criterion_heading(place, criterion.name, criterion.maximum)
    return Column(heading, note=behaviours, choices=fitting((*points, WITHOUT_POINTS)))
