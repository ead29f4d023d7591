"""The file with which whoever is rated recomputes the own index.

The points, the shares of the weight and the index are formulas, so a spreadsheet counts them by
itself; beside the index stands what the rating shows. Others have no place in it, not even by
their number.
"""

from dataclasses import dataclass

from ..writers.cells import INTEGER, NUMBER, TEXT, Cell, Column
from ..writers.xlsx import XlsxWriter

# enough to see that the sum is the same to the ninth place
_DIGITS = 4
LESS = "less"
_EMPTY = Cell("", kind=TEXT)


@dataclass(frozen=True, slots=True)
class CountedPart:
    """One component: ``value``, ``points`` (0–100), ``share`` (0–1) and ``contribution`` are None
    where there is no figure; ``low`` and ``high`` are goalposts, ``weight`` as it was set."""

    name: str
    direction: str
    weight: float
    low: float
    high: float
    origin: str
    people: int = 0
    value: float | None = None
    points: float | None = None
    share: float | None = None
    contribution: float | None = None


@dataclass(frozen=True, slots=True)
class CountedPupils:
    """Who stands behind one component: ``rows`` are (name, total, size) of those whom the reader
    may see, ``hidden`` says how many more there are. All totals divided by all sizes are the
    figure of ``component``."""

    component: str
    rows: tuple
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Recount:
    """A line of a rating as it stands; ``told`` are sentences about it, ``index`` is None where
    there are no figures."""

    title: str
    name: str
    told: tuple
    parts: tuple
    index: float | None = None
    pupils: tuple = ()


def recount(given, _):
    """Bytes of the workbook.

    :param given: `Recount`
    """
    writer = XlsxWriter(missing=_("no data"), footer=_("p. &P of &N"))
    writer.set_title(given.title)
    sheet = writer.sheet(_("Recount"))
    _write_index(sheet, given, _)
    for pupils in given.pupils:
        _write_pupils(writer.sheet(pupils.component), pupils, _)
    return writer.close()


def _write_index(sheet, given, _):
    sheet.title(given.title)
    sheet.text(given.name)
    for sentence in given.told:
        sheet.text(sentence)
    sheet.skip()
    # the heading takes one row, rows of a spreadsheet begin with 1
    first = sheet.row + 2
    last = first + len(given.parts) - 1
    rows = [_part(part, first + place, last + 1, _) for place, part in enumerate(given.parts)]
    sheet.table(_columns(_), [*rows, _sums(given, first, last, _)])
    sheet.skip()
    sheet.text(
        _(
            "Points: how far the figure lies on the way from the lower goalpost to the upper one,"
            " from 0 to 100; where less is better, 100 minus that. Share: the weight divided by the"
            " weights of all components that have a figure. Contribution: points × share. Index:"
            " the sum of contributions."
        )
    )


def _columns(_):
    return [
        Column(_("Component"), TEXT),
        Column(_("Figure"), NUMBER, _DIGITS),
        Column(_("Rests on"), INTEGER),
        Column(_("Lower goalpost"), NUMBER, _DIGITS),
        Column(_("Upper goalpost"), NUMBER, _DIGITS),
        Column(_("Direction"), TEXT),
        Column(_("Points"), NUMBER, _DIGITS),
        Column(_("Weight"), NUMBER, _DIGITS),
        Column(_("Share of the weight"), NUMBER, _DIGITS),
        Column(_("Contribution"), NUMBER, _DIGITS),
        Column(_("Origin of the goalposts"), TEXT),
    ]


def _part(part, row, sums, _):
    points = f"MIN(100,MAX(0,(B{row}-D{row})/(E{row}-D{row})*100))"
    if part.direction == LESS:
        points = f"100-{points}"
    return [
        part.name,
        part.value,
        part.people if part.value is not None else None,
        part.low,
        part.high,
        _("Less is better") if part.direction == LESS else _("More is better"),
        Cell(part.points, formula=f"={points}"),
        part.weight,
        Cell(part.share, formula=f"=H{row}/H${sums}"),
        Cell(part.contribution, formula=f"=G{row}*I{row}"),
        part.origin,
    ]


def _sums(given, first, last, _):
    known = [part for part in given.parts if part.value is not None]
    # the weight of what has points alone: that of the rest goes to it
    weight = Cell(
        sum(part.weight for part in known) if known else None,
        bold=True,
        formula=f'=SUMIF(G{first}:G{last},">=0",H{first}:H{last})',
    )
    share = sum(part.share for part in known) if known else None
    return [
        Cell(_("Index"), bold=True),
        *[_EMPTY] * 6,
        weight,
        Cell(share, bold=True, formula=f"=SUM(I{first}:I{last})"),
        Cell(given.index, bold=True, formula=f"=SUM(J{first}:J{last})"),
        "",
    ]


def _write_pupils(sheet, pupils, _):
    sheet.title(pupils.component)
    sheet.text(_("By the facts of today, with the corrected lists of pupils."))
    if pupils.hidden:
        sheet.text(
            _(
                "%(number)s more pupils stand behind the figure; you may not see all that was"
                " counted of them, so the sum of the rows is not the figure.",
                number=pupils.hidden,
            )
        )
    sheet.skip()
    first = sheet.row + 2
    last = first + len(pupils.rows) - 1
    columns = [
        Column(_("Pupil"), TEXT),
        Column(_("Sum of what was counted"), NUMBER, _DIGITS),
        Column(_("How many numbers"), INTEGER),
        Column(_("Mean"), NUMBER, _DIGITS),
    ]
    rows = [
        [name, total, size, Cell(total / size, formula=f"=B{row}/C{row}")]
        for row, (name, total, size) in enumerate(pupils.rows, start=first)
    ]
    sheet.table(columns, [*rows, _figure(pupils, first, last, _)])


def _figure(pupils, first, last, _):
    total = sum(total for _name, total, _size in pupils.rows)
    size = sum(size for _name, _total, size in pupils.rows)
    return [
        Cell(_("Together") if pupils.hidden else _("Figure"), bold=True),
        Cell(total, bold=True, formula=f"=SUM(B{first}:B{last})"),
        Cell(size, bold=True, formula=f"=SUM(C{first}:C{last})"),
        Cell(total / size, bold=True, formula=f"=B{last + 1}/C{last + 1}"),
    ]
