"""Sums of money as whole kopecks."""

from fractions import Fraction

IN_ROUBLE = 100


def kopecks(roubles):
    """Whole kopecks of a sum as it is written: 14285.72 gives 1428572.

    Raises ValueError where there are parts of a kopeck.
    """
    found = Fraction(str(roubles)) * IN_ROUBLE
    if found.denominator != 1:
        raise ValueError(f"{roubles} has parts of a kopeck")
    return found.numerator


def roubles(kopecks):
    """The nearest number to the sum in roubles, for fields and spreadsheets."""
    return kopecks / IN_ROUBLE
