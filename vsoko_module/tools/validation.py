"""Rules that hold two figures against each other: «left ≤ right», «both or none».

Sides are formulas of `tools.formula`. A rule says what a missing operand means; what cannot be
told is skipped, never failed.
"""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from .formula import evaluate, references
from .formula.numeric import from_value

PASSED, FAILED, SKIPPED = "passed", "failed", "skipped"
SKIP_ANY, SKIP_ALL, ZERO = "skip_any", "skip_all", "zero"
BOTH_OR_NONE, NOT_BOTH = "both_or_none", "not_both"

# (left, right, tolerance) → whether the comparison holds
COMPARISONS: dict[str, Callable] = {
    "=": lambda left, right, tolerance: abs(left - right) <= tolerance,
    "≠": lambda left, right, tolerance: abs(left - right) > tolerance,
    "<": lambda left, right, tolerance: left < right + tolerance,
    "≤": lambda left, right, tolerance: left <= right + tolerance,
    ">": lambda left, right, tolerance: left > right - tolerance,
    "≥": lambda left, right, tolerance: left >= right - tolerance,
}
# (whether left is there, whether right is there) → whether the rule holds
PAIRS: dict[str, Callable] = {
    BOTH_OR_NONE: operator.eq,
    NOT_BOTH: lambda left, right: not (left and right),
}


@dataclass(frozen=True)
class Rule:
    """``left`` and ``right`` are trees of formulas, ``operator`` a key of `COMPARISONS` or `PAIRS`.

    ``tolerance`` ≥ 0 is in the unit of the sides, or with ``is_percent`` in per cents of the right
    one. ``missing`` says of the operands of both sides together: ``skip_any`` skips the rule when
    one is missing, ``skip_all`` when all are and takes others for 0, ``zero`` takes all for 0. A
    pair asks what is there, so nothing is missing for it.
    """

    left: object
    operator: str
    right: object
    tolerance: object = 0
    is_percent: bool = False
    missing: str = SKIP_ANY


class Verdict(NamedTuple):
    """``left`` and ``right``: what was compared, None for a side without a value."""

    state: str
    left: float | None
    right: float | None


def operands(rule):
    """All distinct references of both sides, in the order of the text."""
    return tuple(dict.fromkeys(references(rule.left) + references(rule.right)))


def check(rule, values):
    """`Verdict` of a rule over ``{Reference: number or None}``; an absent key is missing.

    Skipped is also what has no value for another reason: a division by zero, a number too large.
    """
    if rule.operator in PAIRS:
        left, right = _sides(rule, values)
        holds = PAIRS[rule.operator](left is not None, right is not None)
        return Verdict(PASSED if holds else FAILED, left, right)
    found = [reference for reference in operands(rule) if values.get(reference) is not None]
    if rule.missing == SKIP_ALL and not found:
        return Verdict(SKIPPED, None, None)
    if rule.missing != SKIP_ANY:
        values = {reference: 0 for reference in operands(rule)} | {
            reference: values[reference] for reference in found
        }
    left, right = _sides(rule, values)
    if left is None or right is None:
        return Verdict(SKIPPED, left, right)
    return Verdict(PASSED if _holds(rule, left, right) else FAILED, left, right)


def _sides(rule, values):
    return evaluate(rule.left, values).value, evaluate(rule.right, values).value


def _holds(rule, left, right):
    """In the arithmetic of formulas, so that 0.1 + 0.2 is 0.3."""
    left, right, tolerance = (from_value(value) for value in (left, right, rule.tolerance))
    if rule.is_percent:
        tolerance = abs(right) * tolerance / 100
    return COMPARISONS[rule.operator](left, right, tolerance)
