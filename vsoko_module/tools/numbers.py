"""The one way to round a figure for people: half away from zero on the decimal text of the value.

A binary number holds few decimals exactly, so 1.005 is a little less than it says. People mean
the text: the fifteen significant digits that every double holds, which is also what PostgreSQL
takes when it casts to ``numeric``, what spreadsheets show and what ``toPrecision(15)`` of a browser
gives. All of them then agree, and 57 of 100 is 57 %.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

SIGNIFICANT = 15
_CONTEXT = Context(prec=400, rounding=ROUND_HALF_UP)


def decimal_of(value):
    """``value`` (int, float or Decimal, finite) as the ``Decimal`` of its text."""
    return Decimal(f"{value:.{SIGNIFICANT}g}") if isinstance(value, float) else Decimal(value)


def rounded(value, digits):
    """``value`` with ``digits`` decimals as a ``Decimal``; zero has no sign; None stays None."""
    if value is None:
        return None
    found = _CONTEXT.quantize(decimal_of(value), Decimal(1).scaleb(-digits))
    return found if found else abs(found)


def change(current, previous, digits):
    """The difference of the two figures as they are shown, as a ``Decimal``; None when one is
    missing."""
    if current is None or previous is None:
        return None
    return rounded(current, digits) - rounded(previous, digits)
