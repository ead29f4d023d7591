"""The sheet of an assessment that people fill in and load back."""

from dataclasses import replace

from xlsxwriter.utility import xl_rowcol_to_cell

from ..readers.layouts.assessment_sheet import (
    CHOICES,
    CLASS,
    DAY,
    NAME,
    NOT_REACHED,
    NUMBER,
    SUBJECT,
    TITLE,
    TOTAL,
    VARIANT,
    WORDS,
    WORK,
    task_heading,
)
from ..readers.works import PRESENT
from ..reports.points import points_column, points_text
from .cells import INTEGER, TEXT, Cell, Column
from .xlsx import XlsxWriter

_HINT = (
    "Пустая строка — результата ещё нет. Вместо баллов: н — отсутствовал, осв — освобождён."
    " Прочерк «-» — к заданию не приступал."
)
_FIRST_TASK = 4


def assessment_sheet(number, name, subject, day, tasks, variants, rows, step=1):
    """Bytes of the sheet; only variants and points may be typed into it.

    :param tasks: ``[(number, greatest points)]``
    :param variants: how many variants the test has
    :param rows: ``[(class, name, variant, attendance or None, points)]``, None among the points
        is a task that was not reached
    :param step: of which points are multiples, 1 or 0.5
    """
    writer = XlsxWriter()
    sheet = writer.sheet(name)
    sheet.title(TITLE)
    sheet.text(name)
    for label, value in ((WORK, number), (SUBJECT, subject), (DAY, f"{day:%d.%m.%Y}")):
        sheet.text(f"{label}: {value}")
    sheet.text(_HINT)
    sheet.skip()
    choices = _choices(sheet, {maximum for _number, maximum in tasks}, step)
    first = sheet.row + 1
    sheet.table(
        _columns(tasks, variants, step, choices),
        [_row(first, place, row, len(tasks)) for place, row in enumerate(rows)],
        freeze=_FIRST_TASK - 1,
    )
    sheet.protect()
    return writer.close()


def _choices(sheet, maxima, step):
    """``{greatest points: what may be typed}``, see ``Column.choices``."""
    words = (*WORDS.values(), NOT_REACHED)
    if step == 1:
        return {top: (*map(str, range(top + 1)), *words) for top in maxima}
    return {
        top: sheet.hidden_choices(
            f"{CHOICES} {points_text(top)}",
            (*(number * step for number in range(round(top / step) + 1)), *words),
        )
        for top in sorted(maxima)
    }


def _columns(tasks, variants, step, choices):
    return [
        Column(NUMBER, INTEGER),
        Column(CLASS),
        Column(NAME),
        Column(VARIANT, choices=tuple(str(one + 1) for one in range(variants)), is_open=True),
        *(_task_column(step, choices[maximum], number, maximum) for number, maximum in tasks),
        points_column(TOTAL, step),
    ]


def _task_column(step, choices, number, maximum):
    halves = "" if step == 1 else " с шагом 0,5"
    return replace(
        points_column(task_heading(number, maximum), step),
        choices=choices,
        refusal=f"От 0 до {points_text(maximum)}{halves}, н, осв или «{NOT_REACHED}»",
        is_open=True,
    )


def _row(first, place, row, count):
    school_class, name, variant, attendance, points = row
    # that a pupil was away is said once, in the first cell
    away = [Cell(WORDS.get(attendance), kind=TEXT), *[None] * (len(points) - 1)]
    cells = [_cell(score) for score in points] if attendance == PRESENT else away
    total = sum(score or 0 for score in points) if attendance == PRESENT else 0
    row_number = first + place
    formula = (
        f"=SUM({xl_rowcol_to_cell(row_number, _FIRST_TASK)}"
        f":{xl_rowcol_to_cell(row_number, _FIRST_TASK + count - 1)})"
    )
    return [place + 1, school_class, name, variant, *cells, Cell(total, formula=formula)]


def _cell(score):
    return Cell(NOT_REACHED, kind=TEXT) if score is None else score
