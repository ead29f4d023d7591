"""Figures of the school over the periods of a document → its tables, charts, draft sentences."""

from types import MappingProxyType
from typing import NamedTuple

from ...measures import chance
from ...translation import _lt, translated
from ...writers.cells import CHANGE, INTEGER, NUMBER, PERCENT, TEXT, Cell, Column
from ...zones import STATUS_COLOURS
from ..formatting import DASH, number
from ..given import frozen_chart, frozen_table

MOST_BARS, MOST_SENTENCES = 6, 8
BETTER, WORSE = _lt("it became better"), _lt("it became worse")
CHANCE, BY_NUMBER = _lt("no more than chance can do"), _lt("compared by number alone")
VERDICTS = {chance.BETTER: BETTER, chance.WORSE: WORSE, chance.CHANCE: CHANCE}
_KINDS = {"percent": PERCENT, "people": INTEGER}
FEW, UNNAMED, EVERYBODY, BESIDE = "few", "unnamed", "everybody", "beside"
# why a figure is hidden, in the order in which it is said
WHY_HIDDEN = {
    FEW: _lt(
        "“hidden”: the figure tells of fewer than five people or, together with others that are"
        " told, would give such a group away."
    ),
    UNNAMED: _lt(
        "“hidden”: the figure is counted from lines that name nobody, so it is not known whether it"
        " tells of fewer than five people."
    ),
    EVERYBODY: _lt(
        "“hidden”: the figure is of nobody or of all, which would tell of each of the group."
    ),
    BESIDE: _lt(
        "“hidden”: with the figure one could find another that is of nobody or of all of a group."
    ),
}


class Moment(NamedTuple):
    """What is known of the school for one period of the document.

    ``figures`` is ``{code: Figure}``, of the whole school; one that readers must not be told is
    hidden. ``before`` names the period it is compared with, ``hidden_before`` are the codes that
    must not be told of that one; ``reasons`` is ``{code: key of WHY_HIDDEN}`` of both.
    """

    title: str
    figures: dict
    before: str = ""
    hidden_before: frozenset = frozenset()
    reasons: MappingProxyType = MappingProxyType({})


def section_tables(name, indicators, moments, _):
    """``{name of the block: table or chart}`` of one section; without moments nothing is known.

    :param name: code of the section
    :param indicators: of `sections.Listed`
    :param moments: of `Moment`; the first one is compared with the period before it
    """
    inner = [one.name for one in indicators if one.is_inner]
    indicators = [one for one in indicators if not one.is_inner]
    shown = [one for one in indicators if _is_told(one, moments)]
    table = frozen_table(
        _columns(moments, _),
        [_row(one, moments, _) for one in shown],
        _note(indicators, shown, moments, inner, _),
        _sentences(indicators, shown, moments, _),
    )
    found = {f"year_{name}": table}
    chart = _chart(shown, moments)
    return found | ({f"chart_{name}": chart} if chart else {})


def meaning_table(indicators, moments, _):
    """What the shown indicators mean, for readers who do not know the words."""
    rows = [
        [one.name, one.meaning] for one in indicators if one.meaning and _is_known(one, moments)
    ]
    columns = [Column(_("Indicator")), Column(_("What it means"))]
    return frozen_table(columns, rows)


def _is_told(indicator, moments):
    figures = (moment.figures.get(indicator.code) for moment in moments)
    return any(figure and (figure.is_known or figure.is_hidden) for figure in figures)


def _is_known(indicator, moments):
    figures = (moment.figures.get(indicator.code) for moment in moments)
    return any(figure and figure.is_known for figure in figures)


def _columns(moments, _):
    first, *others = moments or [Moment("", {})]
    return [
        Column(_("Indicator")),
        Column(_("Rests on"), TEXT),
        *([Column(first.before, TEXT)] if first.before else []),
        Column(first.title or _("Value"), TEXT),
        *([Column(_("Change"), CHANGE)] if first.before else []),
        *(Column(moment.title, TEXT) for moment in others),
        Column(_("Target"), TEXT),
    ]


def _row(indicator, moments, _):
    first, *others = moments
    figure = first.figures.get(indicator.code)
    row = [Cell(indicator.name), base_cell(figure)]
    if first.before:
        row.append(_before(indicator, first, figure, _))
    row.append(value_cell(indicator, figure, _))
    if first.before:
        row.append(_change(indicator, first, figure))
    row += [value_cell(indicator, moment.figures.get(indicator.code), _) for moment in others]
    target = DASH if indicator.target is None else number(indicator.target, indicator.digits)
    return [*row, Cell(target)]


def base_cell(figure):
    """How many the figure rests on; a dash where it rests on none or must not be told."""
    known = figure is not None and figure.is_known and figure.n
    return Cell(figure.n, kind=INTEGER) if known else Cell(DASH)


def value_cell(indicator, figure, _):
    """The value by its unit, in the colour of its zone; «hidden» of one that must not be told."""
    if figure is not None and figure.is_hidden:
        return Cell(_("hidden"))
    value = figure and figure.value
    colour = figure and STATUS_COLOURS.get(figure.status)
    return typed_cell(indicator, value, colour)


def _before(indicator, moment, figure, _):
    if indicator.code in moment.hidden_before:
        return Cell(_("hidden"))
    return typed_cell(indicator, figure and figure.previous_value)


def typed_cell(indicator, value, colour=None):
    """A number by the unit and the digits of its indicator; None is missing."""
    kind = _KINDS.get(indicator.unit, NUMBER)
    return Cell(value, fill=colour or None, kind=kind, digits=indicator.digits)


def _change(indicator, moment, figure):
    if not is_compared(indicator, moment, figure) or figure.delta is None:
        return Cell(DASH, kind=TEXT)
    return Cell(figure.delta, digits=indicator.digits)


def is_compared(indicator, moment, figure):
    """Whether readers may know both figures: a change beside one of them tells the other."""
    return (
        figure is not None
        and figure.is_known
        and figure.previous_value is not None
        and indicator.code not in moment.hidden_before
    )


def _note(indicators, shown, moments, inner, _):
    told = {one.code for one in shown}
    missing = [one.name for one in indicators if one.code not in told]
    why = set().union(*(_why_hidden(told, moment) for moment in moments))
    notes = [translated(_, text) for reason, text in WHY_HIDDEN.items() if reason in why]
    if missing:
        notes.append(
            _(
                "No data of %(count)s indicators of %(total)s: %(names)s.",
                count=len(missing),
                total=len(indicators),
                names="; ".join(missing),
            )
        )
    if inner:
        text = _lt(
            "Not told outside the school, because with another period they would tell what was"
            " hidden then: %(names)s."
        )
        notes.append(translated(_, text, names="; ".join(inner)))
    return " ".join(notes)


def _why_hidden(codes, moment):
    """The keys of WHY_HIDDEN of what a table hides of a moment and of the one before it."""
    hidden = {code for code, figure in moment.figures.items() if figure.is_hidden}
    hidden |= moment.hidden_before
    return {moment.reasons.get(code, FEW) for code in codes & hidden}


def _sentences(indicators, shown, moments, _):
    """Draft sentences about the main indicators of the section, and about what has no data."""
    known = [one for one in shown if (figure := _first(one, moments)) and figure.is_known]
    main = [one for one in known if one.is_main] or known
    lines = [told_change(one, moments[0], _) for one in main[:MOST_SENTENCES]]
    if not indicators:
        return [_("The system of indicators has none for this section: describe it in words.")]
    if not shown:
        return [_("There are no data for this section yet; this is not zero.")]
    if not any(_is_known(one, moments) for one in shown):
        lines.append(_("All figures of this section are hidden; why stands under the table."))
    if len(shown) < len(indicators):
        text = _lt("Indicators without data: %(count)s of %(total)s, see the table.")
        count = len(indicators) - len(shown)
        lines.append(translated(_, text, count=count, total=len(indicators)))
    return lines


def _first(indicator, moments):
    return moments[0].figures.get(indicator.code) if moments else None


def told_change(indicator, moment, _):
    """«Качество знаний: 55,0 % (год назад 52,1 %, стало лучше)»."""
    figure = moment.figures[indicator.code]
    value = shown_value(indicator, figure.value)
    if not is_compared(indicator, moment, figure):
        return _("%(name)s: %(value)s.", name=indicator.name, value=value)
    return _(
        "%(name)s: %(value)s (%(before)s: %(was)s, %(judged)s).",
        name=indicator.name,
        value=value,
        before=moment.before,
        was=shown_value(indicator, figure.previous_value),
        judged=judged(indicator, figure, _),
    )


def shown_value(indicator, value):
    """The value as text: «55,0 %»."""
    sign = "\u00a0%" if indicator.unit == "percent" else ""
    return number(value, indicator.digits) + sign


def judged(indicator, figure, _):
    """In words what became of it; what chance can do to so few people is no change."""
    return translated(_, verdict(indicator, figure))


def verdict(indicator, figure):
    """`BETTER`, `WORSE`, `CHANCE` or `BY_NUMBER`: what became of a figure since the one before."""
    return VERDICTS.get(figure.judge(indicator.unit, indicator.direction), BY_NUMBER)


def _chart(shown, moments):
    """Bars of the main shares, a year before and now; None with nothing to compare."""
    if not moments:
        return None
    first = moments[0]
    shares = [
        one
        for one in shown
        if one.unit == "percent" and (figure := _first(one, moments)) and figure.is_known
    ]
    shares = ([one for one in shares if one.is_main] or shares)[:MOST_BARS]
    if len(shares) < 2:
        return None
    figures = [first.figures[one.code] for one in shares]
    series = [(first.title, [figure.value for figure in figures], None)]
    if first.before:
        before = [
            figure.previous_value if is_compared(one, first, figure) else None
            for one, figure in zip(shares, figures, strict=True)
        ]
        series.insert(0, (first.before, before, None))
    return frozen_chart(
        [one.short_name or one.name for one in shares], series, digits=1, highest=100
    )
