"""What stands out of the figures of a year by more than chance can do, for good or for bad.

A share is compared with the zones and the target by its interval of 95 % (Wilson), and with the
year before by the interval of the difference (Newcombe). A target of 0 or 100 % is met by nobody
beyond chance, so the zones alone speak there. Other numbers have no people behind them that would
tell what chance can do, so nothing is judged of them.
"""

from typing import NamedTuple

from ...measures import chance
from ...translation import _lt, translated
from ...writers.cells import INTEGER, TEXT, Column
from ..formatting import DASH, NBSP, number
from ..given import frozen_table
from ..year.sections import Listed
from ..year.tables import shown_value

MOST_ROWS, MOST_SENTENCES = 15, 8
GROUNDS = {
    ("target", True): _lt("better than the target"),
    ("target", False): _lt("worse than the target"),
    ("zone", True): _lt("surely in the optimal zone"),
    ("zone", False): _lt("surely in the critical zone"),
    ("change", True): _lt("better than the year before"),
    ("change", False): _lt("worse than the year before"),
}


class StandingOut(NamedTuple):
    """A share that stands out: ``where`` names its cell, ``people`` are behind it, ``low`` and
    ``high`` its interval, ``grounds`` keys of `GROUNDS`; it is good when none of them is bad."""

    where: str
    cell: str
    indicator: Listed
    value: float
    people: int
    low: float
    high: float
    grounds: tuple

    @property
    def is_good(self):
        return all(is_good for _ground, is_good in self.grounds)

    @property
    def distance(self):
        """How far the value is from the target, in points; without a target 0."""
        target = self.indicator.target
        return 0 if target is None else abs(self.value - target)


def judge(figures, indicators, names, bands):
    """``(number of shares that could be judged, [StandingOut])``, what more speaks for first, then
    the farthest from its target.

    :param figures: of `Figure`, of the school and its levels
    :param indicators: of `Listed`
    :param names: ``{cell: its name}``
    :param bands: ``{code: [(lower border, status)]}``, the lowest first
    """
    known = {one.code: one for one in indicators}
    fit = [figure for figure in figures if _is_fit(figure, known.get(figure.code))]
    found = [
        _judge(figure, known[figure.code], names[figure.cell], bands.get(figure.code, ()))
        for figure in fit
    ]
    found = [one for one in found if one.grounds]
    order = {one.code: place for place, one in enumerate(indicators)}
    found.sort(key=lambda one: _place(one, order))
    return len(fit), found


def _place(one, order):
    return -len(one.grounds), -one.distance, order[one.indicator.code], one.cell


def _is_fit(figure, one):
    return (
        one is not None
        and one.unit == "percent"
        and one.direction in (chance.MORE, chance.LESS)
        and figure.is_known
        and not figure.grey_reason
        and bool(figure.n)
        and 0 <= figure.value <= 100
    )


def _judge(figure, one, name, bands):
    people = chance.people_behind(figure.n, figure.people)
    low, high = chance.share_interval(figure.value, people)
    grounds = (
        *_by_target(one, low, high),
        *_by_zone(bands, low, high),
        *_by_change(figure, one, people),
    )
    return StandingOut(name, figure.cell, one, figure.value, people, low, high, grounds)


def _by_target(one, low, high):
    if one.target is None or not 0 < one.target < 100:
        return
    above, below = low > one.target, high < one.target
    if above or below:
        yield "target", above == (one.direction == chance.MORE)


def _by_zone(bands, low, high):
    """Only where all of the interval lies in one zone."""
    within = [status for border, status in bands if border <= low][-1:]
    if within and not any(low < border <= high for border, _status in bands):
        judged = {"optimal": True, "critical": False}.get(within[0])
        if judged is not None:
            yield "zone", judged


def _by_change(figure, one, people):
    if figure.previous_value is None or figure.previous_barrier:
        return
    before = chance.people_behind(figure.previous_n, figure.previous_people) or people
    sides = (figure.value, people), (figure.previous_value, before)
    if chance.is_worse(*sides[0], *sides[1], one.direction):
        yield "change", False
    elif chance.is_worse(*sides[1], *sides[0], one.direction):
        yield "change", True


def evidence_tables(count, found, _):
    """``{"problem_strong": table, "problem_weak": table}``.

    :param count: of how many shares
    :param found: as `judge` returns both
    """
    strong = [one for one in found if one.is_good]
    weak = [one for one in found if not one.is_good]
    first = _judged_count(count, _)
    return {
        "problem_strong": _table(strong, [first, _told(strong, _("Strong figures"), _)], _),
        "problem_weak": _table(weak, [_told(weak, _("Weak figures"), _)], _),
    }


def _judged_count(count, _):
    if not count:
        return _("No share with people behind it could be judged; this says nothing of quality.")
    return _(
        "Judged by evidence: %(count)s shares of the school and its levels. Even where nothing"
        " stands behind it, about one comparison of twenty stands out by chance.",
        count=count,
    )


def _told(found, title, _):
    if not found:
        return _("%(title)s beyond chance: none.", title=title)
    names = "; ".join(f"{one.indicator.name} ({one.where})" for one in found[:MOST_SENTENCES])
    return _("%(title)s beyond chance: %(names)s.", title=title, names=names)


def _table(found, sentences, _):
    columns = [
        Column(_("Where")),
        Column(_("Indicator")),
        Column(_("People behind it"), INTEGER),
        Column(_("Value"), TEXT),
        Column(_("Interval of 95 %"), TEXT),
        Column(_("Target"), TEXT),
        Column(_("What speaks for it")),
    ]
    more = len(found) - MOST_ROWS
    note = _("Not shown: %(count)s more.", count=more) if more > 0 else ""
    return frozen_table(columns, [_row(one, _) for one in found[:MOST_ROWS]], note, sentences)


def _row(one, _):
    digits = one.indicator.digits
    interval = f"{number(one.low, digits)}{NBSP}–{NBSP}{number(one.high, digits)}"
    return [
        one.where,
        one.indicator.name,
        one.people,
        shown_value(one.indicator, one.value),
        interval,
        shown_target(one.indicator),
        "; ".join(translated(_, GROUNDS[ground]) for ground in one.grounds),
    ]


def shown_target(indicator):
    """The target as text, a dash without one."""
    return DASH if indicator.target is None else shown_value(indicator, indicator.target)
