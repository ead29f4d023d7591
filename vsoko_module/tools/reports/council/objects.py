"""Why an object of assessment has its colour, and where its main figures went over the years."""

from ...translation import translated
from ...writers.cells import Cell, Column
from ...zones import STATUS_COLOURS, ZONE_SIGNS
from ..formatting import DASH
from ..given import frozen_table
from ..problem.years import trend
from ..year.tables import BETTER, WORSE, is_compared, shown_value, told_change, verdict
from .reasons import Seen, tell_reason, worst

MOST_NAMES, MOST_CHANGES = 3, 6


def main_of(listed):
    """The indicators by which an object is judged: its main ones."""
    return [one for one in listed if one.is_main]


def objects_table(shared, names, moment, years, zones, _):
    """One row an object: its zone, why, and the years; the worst zone of its main figures counts.

    :param shared: ``{code of an object: [Listed]}``
    :param names: ``{code of an object: its name}``
    :param moment: `Moment` of the period
    :param years: of `YearFigures`, the earliest first
    :param zones: ``{status: its name}``
    """
    columns = [
        Column(_("Object")),
        Column(_("Zone")),
        Column(_("Why"), width=40),
        Column(_("Over the years"), width=30),
    ]
    rows = []
    for code, listed in shared.items():
        seen = [_seen(one, moment) for one in main_of(listed)]
        zone = worst(seen)
        rows.append(
            [
                names[code],
                _zone_cell(zone, zones),
                tell_reason(seen, _),
                tell_years(main_of(listed), years, _),
            ]
        )
    return frozen_table(columns, rows)


def said_of(listed, moment, years, _):
    """Two sentences about an object: why it has its zone, and what became of it over the years."""
    seen = [_seen(one, moment) for one in main_of(listed)]
    return [tell_reason(seen, _), tell_years(main_of(listed), years, _)]


def _seen(one, moment):
    figure = moment.figures.get(one.code)
    is_known = figure is not None and figure.is_known
    name = one.short_name or one.name
    return Seen(name, shown_value(one, figure.value) if is_known else "", figure and figure.status)


def _zone_cell(zone, zones):
    if not zone:
        return DASH
    return Cell(f"{ZONE_SIGNS[zone]}\u00a0{zones[zone]}", fill=STATUS_COLOURS.get(zone))


def tell_years(main, years, _):
    """Which main figures went where between the first and the last year that can be compared."""
    found = {one: trend(one, years) for one in main}
    if not any(found.values()):
        return _("Too few years to compare.")
    lines = [
        _("%(what)s: %(names)s.", what=_capital(translated(_, words)), names=_names(found, words))
        for words in (BETTER, WORSE)
        if words in found.values()
    ]
    return " ".join(lines) or _("No more than chance can do.")


def _capital(text):
    return text[:1].upper() + text[1:]


def _names(found, words):
    named = [one.short_name or one.name for one, told in found.items() if told == words]
    return ", ".join(named[:MOST_NAMES]) + (", …" if len(named) > MOST_NAMES else "")


def changes(shared, moment, _):
    """Sentences about the main figures that became better or worse than before."""
    main = [one for listed in shared.values() for one in main_of(listed)]
    compared = [one for one in main if is_compared(one, moment, moment.figures.get(one.code))]
    changed = [one for one in compared if verdict(one, moment.figures[one.code]) in (WORSE, BETTER)]
    if not compared:
        return [_("There is no earlier period to compare with.")]
    if not changed:
        return [_("No main figure has changed by more than chance can do.")]
    return [told_change(one, moment, _) for one in changed[:MOST_CHANGES]]
