"""State of the objects of assessment by their main indicators."""

from ...writers.cells import TEXT, Column
from ..formatting import DASH, number
from ..given import frozen_table
from ..year.tables import base_cell, typed_cell, value_cell

ZONES = ("optimal", "acceptable", "critical")


def state_table(shared, names, figures, zones, _):
    """The table of the main indicators and a sentence about each object.

    :param shared: ``{code of an object: [Listed]}``
    :param names: ``{code of an object: its name}``
    :param figures: ``{code: Figure}`` of the whole school
    :param zones: ``{status: its name}``
    """
    columns = [
        Column(_("Object")),
        Column(_("Indicator")),
        Column(_("Rests on"), TEXT),
        Column(_("A year before"), TEXT),
        Column(_("Value"), TEXT),
        Column(_("Target"), TEXT),
        Column(_("Zone")),
    ]
    rows = [
        _row(names[code], one, figures.get(one.code), zones, _)
        for code, listed in shared.items()
        for one in listed
        if one.is_main
    ]
    sentences = [_sentence(names[code], own, figures, _) for code, own in shared.items()]
    return frozen_table(columns, rows, sentences=sentences)


def _row(name, one, figure, zones, _):
    return [
        name,
        one.name,
        base_cell(figure),
        typed_cell(one, figure and figure.previous_value),
        value_cell(one, figure, _),
        DASH if one.target is None else number(one.target, one.digits),
        zones.get(figure and figure.status, DASH),
    ]


def _sentence(name, listed, figures, _):
    main = [one for one in listed if one.is_main] or listed
    if not main:
        return _("%(name)s: the system has no indicators of this object.", name=name)
    known = [figures[one.code] for one in main if one.code in figures]
    known = [figure for figure in known if figure.is_known]
    if not known:
        return _(
            "%(name)s: no data of any of %(total)s indicators; this is not zero.",
            name=name,
            total=len(main),
        )
    counts = {zone: sum(figure.status == zone for figure in known) for zone in ZONES}
    return _(
        "%(name)s: of %(total)s indicators %(optimal)s in the optimal zone, %(acceptable)s in the"
        " acceptable, %(critical)s in the critical one; not judged %(unjudged)s, without data"
        " %(missing)s.",
        name=name,
        total=len(main),
        unjudged=len(known) - sum(counts.values()),
        missing=len(main) - len(known),
        **counts,
    )
