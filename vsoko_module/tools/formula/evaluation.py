"""Checked tree → value, in Python or as SQL."""

from dataclasses import dataclass

from . import numeric
from .fragment import Fragment, fill
from .nodes import Number, Outcome, Reference
from .operations import MISSING, RANGE
from .operators import number_term, operand_term


def evaluate(tree, values):
    """``Outcome`` of the formula: a float, or None with one of ``operations.REASONS``.

    :param values: mapping ``Reference`` → number or None; an absent key is a missing operand
    """
    outcome = _outcome(tree, values)
    if outcome.value is None:
        return outcome
    return Outcome(float(outcome.value))


def _outcome(node, values):
    if isinstance(node, Number):
        return Outcome(node.value)
    if isinstance(node, Reference):
        return _operand(values.get(node))
    return node.operation.evaluate([_outcome(child, values) for child in node.arguments])


def _operand(value):
    if value is None:
        return Outcome(None, MISSING)
    number = numeric.from_value(value)
    return Outcome(number, RANGE if number is None else None)


@dataclass(frozen=True)
class Compiled:
    """SQL of a formula: ``value`` is numeric or NULL, ``reason`` is text where value is NULL."""

    value: Fragment
    reason: Fragment


def to_sql(tree, operand):
    """``Compiled`` formula, equal to ``evaluate`` digit for digit.

    :param operand: callable ``Reference`` → what stands for it in the query. It is passed on
        as a parameter, so it may be a plain value, or an object of the database layer that
        composes into SQL (in Odoo: ``SQL(compiled.value.template, *compiled.value.params)``
        with an ``operand`` that returns ``SQL.identifier(…)``).
    """
    term = _term(tree, operand)
    reason = fill("CASE WHEN (%s) IS NULL THEN %s END", term.value, term.reason)
    return Compiled(term.value, reason)


def _term(node, operand):
    if isinstance(node, Number):
        return number_term(node.value)
    if isinstance(node, Reference):
        return operand_term(operand(node))
    return node.operation.compile([_term(child, operand) for child in node.arguments])
