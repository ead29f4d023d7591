"""Frozen figures → draft sentences: facts in neutral words, for a person to edit or accept."""

from ..translation import _lt, translated
from ..writers.cells import Column
from .declaration import CELLS, COMPARISON, DEVIATIONS, FIGURES, GIVEN, GIVEN_CHART, WORDS
from .formatting import cell_text, number
from .frozen import PEOPLE
from .tables import deviating, value_cell

MOST_NAMES = 6


def draft(frozen, section, _):
    """Draft conclusions of a frozen section, one sentence per line; empty when it has nothing
    to say by itself."""
    lines = []
    for block in section["blocks"]:
        writer = _WRITERS.get(block["kind"])
        lines += writer(frozen, block, _) if writer else []
    return "\n".join(lines)


def _value(frozen, cell, code):
    return cell_text(Column(""), value_cell(frozen, cell, code), "")


def _figures(frozen, block, _):
    present, missing = [], []
    for cell in frozen.cells(block["scope"]):
        for code in frozen.codes(block):
            if frozen.figure(cell, code).is_known:
                present.append(_figure_sentence(frozen, cell, code, _))
            else:
                missing.append(frozen.indicator(code)["name"])
    return present + _missing_sentence(missing, len(present), _)


def _missing_sentence(names, present, _):
    """What has no data: by name, or by number when that is too much for a sentence."""
    if not names:
        return []
    if len(names) <= MOST_NAMES:
        return [_("No data: %(names)s.", names="; ".join(names))]
    text = _lt("Indicators without data: %(count)s of %(total)s, see the table.")
    return [translated(_, text, count=len(names), total=len(names) + present)]


def _figure_sentence(frozen, cell, code, _):
    """«Качество знаний: 60,0 % (основание 25); цель 55,0 %; изменение: +5,0»."""
    figure, indicator = frozen.figure(cell, code), frozen.indicator(code)
    digits = frozen.digits(code)
    points = _(" p.p.") if indicator["unit"] == "percent" else ""
    base = None if indicator["unit"] == "people" else frozen.base(cell, code)
    text = _lt("%(name)s: %(value)s (base %(n)s)") if base else _lt("%(name)s: %(value)s")
    parts = [
        translated(
            _,
            text,
            name=indicator["name"],
            value=_value(frozen, cell, code),
            n=number(base or 0, 0),
        )
    ]
    if indicator.get("target") is not None:
        target = number(indicator["target"], digits)
        parts.append(_("target %(target)s", target=target))
    changes = {
        "delta": _lt("to the previous period %(change)s"),
        "last_year_delta": _lt("to the same period of last year %(change)s"),
    }
    if frozen.is_year:
        changes = {"delta": _lt("to the previous year %(change)s")}
    for part, text in changes.items():
        size = getattr(figure, part)
        if size is not None:
            change = number(size, digits, signed=True) + points
            parts.append(translated(_, text, change=change))
    return "; ".join(parts).removesuffix(".") + "."


def _cells(frozen, block, _):
    """Extremes of the first value column over the last scope, and where there is no data."""
    code = next((code for code, part in block["columns"] if part == "value"), None)
    if code is None or not frozen.indicator(code) or block["scopes"][-1] in PEOPLE:
        return []
    cells = frozen.cells(block["scopes"][-1])
    figures = {cell: frozen.figure(cell, code) for cell in cells}
    values = {cell: figure.value for cell, figure in figures.items()}
    judged = [
        cell for cell, figure in figures.items() if figure.is_known and figure.status != "grey"
    ]
    lines = _extremes(frozen, code, judged, values, _) if len(judged) > 1 else []
    missing = [cell for cell, value in values.items() if value is None]
    if missing:
        cells = _names(frozen, missing, _)
        name = frozen.indicator(code)["name"]
        lines.append(_("%(name)s, no data: %(cells)s.", name=name, cells=cells))
    return lines


def _extremes(frozen, code, cells, values, _):
    low, high = (extreme(values[cell] for cell in cells) for extreme in (min, max))
    if low == high:
        return []
    lowest = [cell for cell in cells if values[cell] == low]
    highest = [cell for cell in cells if values[cell] == high]
    return [
        _(
            "%(name)s: from %(low)s (%(lowest)s) to %(high)s (%(highest)s).",
            name=frozen.indicator(code)["name"],
            low=_value(frozen, lowest[0], code),
            lowest=_names(frozen, lowest, _),
            high=_value(frozen, highest[0], code),
            highest=_names(frozen, highest, _),
        )
    ]


def _names(frozen, cells, _):
    """Names of cells in a sentence, a long list cut short."""
    names = ", ".join(map(frozen.name, cells[:MOST_NAMES]))
    if len(cells) <= MOST_NAMES:
        return names
    return _("%(names)s and %(count)s more", names=names, count=len(cells) - MOST_NAMES)


def _deviations(frozen, block, _):
    found = deviating(frozen, block)
    if block["criterion"] == "status":
        some = _lt(
            "Figures with the status “critical” (those of single people are left out): %(count)s."
            " They need further study."
        )
        none = _lt(
            "There are no figures with the status “critical” (those of single people are left out)."
        )
    else:
        some = _lt(
            "Figures that changed for the worse by more than chance can do to so few pupils (those"
            " of single people are left out): %(count)s."
        )
        none = _lt(
            "No figure changed for the worse by more than chance can do to so few pupils (those of"
            " single people are left out)."
        )
    return [translated(_, some, count=len(found)) if found else translated(_, none)]


def _given(frozen, block, _):
    return frozen.given(block["name"]).get("sentences", [])


def _comparison(frozen, block, _):
    figures = [
        frozen.figure(cell, code)
        for cell in frozen.cells(block["scope"])
        for code in frozen.codes(block)
    ]
    counted = [figure for figure in figures if figure.is_known]
    if not counted or any(_is_compared(figure) for figure in counted):
        return []
    return [_("There is no earlier period to compare with.")]


def _is_compared(figure):
    return figure.previous_value is not None or figure.last_year_value is not None


_WRITERS = {
    COMPARISON: _comparison,
    FIGURES: _figures,
    CELLS: _cells,
    DEVIATIONS: _deviations,
    GIVEN: _given,
    GIVEN_CHART: _given,
    WORDS: _given,
}
