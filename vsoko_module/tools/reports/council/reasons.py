"""The colour of an object of assessment in words."""

from typing import NamedTuple

WORST_FIRST = ("critical", "acceptable", "optimal")
MOST_NAMES = 3


class Seen(NamedTuple):
    """A main figure of an object: ``shown`` is its value in words, empty where it is not known;
    ``status`` is its zone, another word or None where it is not judged."""

    name: str
    shown: str
    status: str | None = None


def worst(seen):
    """The worst zone of the figures, None when none is judged."""
    zones = {one.status for one in seen if one.shown}
    return next((zone for zone in WORST_FIRST if zone in zones), None)


def tell_reason(seen, _):
    """Why an object is in its zone: the main figures that put it there.

    :param seen: of `Seen`
    """
    known = [one for one in seen if one.shown]
    if not seen:
        return _("No main indicator is named for this object.")
    if not known:
        return _("No data of any of %(total)s main indicators.", total=len(seen))
    zone = worst(seen)
    if not zone:
        return _("Not judged: %(names)s.", names=_list(known))
    reason = _list(_of(known, zone), shown=True) + "."
    missing = len(seen) - len(known)
    if not missing:
        return reason
    return f"{reason} " + _("Without data: %(count)s of %(total)s.", count=missing, total=len(seen))


def _of(known, zone):
    return [one for one in known if one.status == zone]


def _list(figures, shown=False):
    named = [f"{one.name} {one.shown}" if shown else one.name for one in figures[:MOST_NAMES]]
    more = len(figures) - MOST_NAMES
    return ", ".join(named) + (f" (+{more})" if more > 0 else "")
