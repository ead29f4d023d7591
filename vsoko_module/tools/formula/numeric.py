"""Arithmetic of formulas: fixed-point decimals, the same digits in Python and PostgreSQL.

Every intermediate result is rounded half away from zero to ``SCALE`` decimals and must stay
under ``LIMIT`` in magnitude. So a formula has one answer wherever it is computed, and nothing
that a user types can overflow, underflow or take unbounded time.
"""

import math
from decimal import ROUND_HALF_UP, Context, Decimal

SCALE = 12
DIVISION_SCALE = 30
LIMIT = Decimal(10) ** 15
_CONTEXT = Context(prec=80, rounding=ROUND_HALF_UP)


def quantize(number, digits=SCALE):
    """``number`` rounded half away from zero to ``digits`` decimals."""
    return _CONTEXT.quantize(number, Decimal(1).scaleb(-digits))


def within_limit(number):
    """``number`` at the common scale, or None when it is out of range."""
    rounded = quantize(number)
    return rounded if abs(rounded) < LIMIT else None


def from_value(value):
    """An operand as a decimal at the common scale, None when it is out of range or not finite.

    Floats are read with 15 significant digits, as PostgreSQL casts them to ``numeric``.
    """
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        value = f"{value:.15g}"
    number = Decimal(value)
    return within_limit(number) if abs(number) < LIMIT else None


def add(left, right):
    return within_limit(_CONTEXT.add(left, right))


def subtract(left, right):
    return within_limit(_CONTEXT.subtract(left, right))


def multiply(left, right):
    return within_limit(_CONTEXT.multiply(left, right))


def negate(number):
    return _CONTEXT.minus(number)


def absolute(number):
    return _CONTEXT.abs(number)


def divide(left, right):
    """Quotient by way of ``DIVISION_SCALE`` decimals, as the SQL side divides."""
    return within_limit(quantize(_CONTEXT.divide(left, right), DIVISION_SCALE))
