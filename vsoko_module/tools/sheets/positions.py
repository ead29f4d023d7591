"""Whom a scheme or a criterion judges, by the position in the card of staff."""

from ..readers.spelling import fold


def positions_of(text):
    """The positions of a text, separated by commas, in one spelling; an empty text names none."""
    return {fold(name) for name in (text or "").split(",") if name.strip()}


def applies(positions, position):
    """Whether a rule for these positions (none: for everybody) is about who has this one."""
    return not positions or fold(position or "") in positions
