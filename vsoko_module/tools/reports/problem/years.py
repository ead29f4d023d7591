"""Main indicators over the school years; a line breaks where the indicator is counted otherwise."""

from dataclasses import replace
from typing import NamedTuple

from ...writers.cells import CHANGE, TEXT, Cell, Column
from ..formatting import DASH
from ..given import LINES, frozen_chart, frozen_table
from ..year.tables import judged, shown_value, typed_cell, verdict

LEAST_YEARS, MOST_LINES, MOST_SENTENCES = 3, 4, 8
OTHERWISE = "#E9ECEF"


class YearFigures(NamedTuple):
    """Figures ``{code: Figure}`` of the whole school for a year; ``unlike`` are the codes of the
    indicators that were counted otherwise than they are now."""

    title: str
    figures: dict
    unlike: frozenset = frozenset()


def comparable(code, years):
    """The place of the earliest year whose figures go in one line with those of the last."""
    for place in range(len(years) - 1, -1, -1):
        if code in years[place].unlike:
            return place + 1
        figure = years[place].figures.get(code)
        if figure and figure.previous_barrier:
            return place
    return 0


def years_tables(listed, years, _):
    """``{"problem_years": table, "problem_chart": chart}``; no chart where no indicator has two
    years in one line.

    :param listed: the main indicators, of `Listed`
    :param years: of `YearFigures`, the earliest first
    """
    shown = [one for one in listed if any(_known(one, year) for year in years)]
    rows = [_row(one, years, _) for one in shown]
    note = _("Grey: counted otherwise than now, so not compared.") if _breaks(shown, years) else ""
    table = frozen_table(_columns(years, _), rows, note, _sentences(shown, years, _))
    chart = _chart(shown, years, _)
    return {"problem_years": table} | ({"problem_chart": chart} if chart else {})


def _known(one, year):
    figure = year.figures.get(one.code)
    return figure if figure and figure.is_known else None


def _breaks(shown, years):
    return any(_known(one, year) for one in shown for year in years[: comparable(one.code, years)])


def _columns(years, _):
    return [
        Column(_("Indicator")),
        *(Column(year.title, TEXT) for year in years),
        Column(_("Change"), CHANGE),
        Column(_("What is seen")),
    ]


def _row(one, years, _):
    since = comparable(one.code, years)
    cells = []
    for place, year in enumerate(years):
        figure = _known(one, year)
        fill = OTHERWISE if figure and place < since else None
        cells.append(typed_cell(one, figure and figure.value, fill))
    ends = _ends(one, years)
    if not ends:
        return [one.name, *cells, Cell(DASH, kind=TEXT), _("not compared")]
    change = Cell(ends[1][1].value - ends[0][1].value, digits=one.digits)
    return [one.name, *cells, change, _judged_between(one, ends, _)]


def trend(one, years):
    """What became of the indicator over its line, a verdict of `year.tables`; None of a single
    year."""
    ends = _ends(one, years)
    return ends and verdict(one, between(*(figure for _title, figure in ends)))


def between(first, last):
    """The last figure as one that is compared with the first."""
    return replace(
        last,
        previous_value=first.value,
        previous_n=first.n,
        previous_people=first.people,
    )


def _ends(one, years):
    """((title, figure) of the first, of the last year of the line); None of a single one."""
    line = [
        (year.title, figure)
        for year in years[comparable(one.code, years) :]
        if (figure := _known(one, year))
    ]
    return (line[0], line[-1]) if len(line) > 1 else None


def _judged_between(one, ends, _):
    (_title, first), (_last_title, last) = ends
    return judged(one, between(first, last), _)


def _sentences(shown, years, _):
    told = [year.title for year in years if any(_known(one, year) for one in shown)]
    lines = [_years_known(told, _)]
    for one in shown[:MOST_SENTENCES]:
        ends = _ends(one, years)
        if ends:
            lines.append(_sentence(one, ends, _))
    return lines


def _years_known(told, _):
    if not told:
        return _("No year has figures yet: nothing can be said of a change.")
    if len(told) < LEAST_YEARS:
        return _(
            "Years with figures: %(years)s. A tendency needs three years at least.",
            years=", ".join(told),
        )
    return _("Years with figures: %(years)s.", years=", ".join(told))


def _sentence(one, ends, _):
    (since, first), (until, last) = ends
    return _(
        "%(name)s: %(was)s in %(since)s, %(now)s in %(until)s, %(judged)s.",
        name=one.name,
        was=shown_value(one, first.value),
        since=since,
        now=shown_value(one, last.value),
        until=until,
        judged=_judged_between(one, ends, _),
    )


def _chart(shown, years, _):
    shares = [one for one in shown if one.unit == "percent"][:MOST_LINES]
    series = [line for one in shares for line in _lines(one, years, _)]
    if not any(_is_line(values) for _title, values, _colours in series):
        return None
    return frozen_chart([year.title for year in years], series, LINES, digits=1, highest=100)


def _is_line(values):
    return sum(value is not None for value in values) > 1


def _lines(one, years, _):
    """The line of an indicator, and the one before its break."""
    since = comparable(one.code, years)
    known = [_known(one, year) for year in years]
    values = [figure and figure.value for figure in known]
    now = [value if place >= since else None for place, value in enumerate(values)]
    before = [value if place < since else None for place, value in enumerate(values)]
    name = one.short_name or one.name
    parts = [(_("%(name)s, counted otherwise", name=name), before), (name, now)]
    return [
        (title, line, None) for title, line in parts if any(value is not None for value in line)
    ]
