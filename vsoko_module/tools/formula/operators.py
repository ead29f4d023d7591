"""Signs and words between operands: arithmetic, comparisons, logic."""

import operator
from collections.abc import Callable
from dataclasses import dataclass

from ..translation import _lt
from . import numeric
from .fragment import Fragment, fill
from .nodes import Outcome, Type
from .operations import MISSING, RANGE, THREE_VALUED, ZERO, Operation, SqlTerm, Strict, found

_LIMIT = format(numeric.LIMIT, "f")


def bounded_sql(expression):
    """``expression`` at the common scale, NULL when out of range.

    Written without repeating the expression, so that nested formulas stay linear in size.
    """
    return fill(
        f"NULLIF(NULLIF(GREATEST(LEAST(round(%s, {numeric.SCALE}), {_LIMIT}), -{_LIMIT}),"
        f" {_LIMIT}), -{_LIMIT})",
        expression,
    )


@dataclass(frozen=True)
class Arithmetic(Strict):
    function: Callable = None
    template: str = ""

    def compute(self, values):
        return found(self.function(*values))

    def value_sql(self, values):
        return bounded_sql(fill(self.template, *values))


@dataclass(frozen=True)
class Division(Strict):
    def compute(self, values):
        left, right = values
        return found(numeric.divide(left, right)) if right else Outcome(None, ZERO)

    def value_sql(self, values):
        quotient = f"round(%s, {numeric.DIVISION_SCALE}) / NULLIF(%s, 0)"
        return bounded_sql(fill(quotient, *values))

    def own_reason_sql(self, terms):
        return fill(f"CASE WHEN (%s) = 0 THEN '{ZERO}' ELSE '{RANGE}' END", terms[1].value)


@dataclass(frozen=True)
class Negation(Strict):
    def compute(self, values):
        return Outcome(numeric.negate(values[0]))

    def value_sql(self, values):
        return fill("(- %s)", *values)


@dataclass(frozen=True)
class ComparisonOperator(Strict):
    function: Callable = None
    result = Type.CONDITION

    def compute(self, values):
        return Outcome(self.function(*values))

    def value_sql(self, values):
        return fill(f"(%s {self.name} %s)", *values)


@dataclass(frozen=True)
class Logic(Operation):
    """``and``/``or``; ``decisive`` is the side that settles the answer alone."""

    null_rule: str = THREE_VALUED
    decisive: bool = False
    result = Type.CONDITION

    def argument_type(self, index):
        return Type.CONDITION

    def evaluate(self, outcomes):
        if any(outcome.value is self.decisive for outcome in outcomes):
            return Outcome(self.decisive)
        unknown = next((outcome for outcome in outcomes if outcome.value is None), None)
        return unknown or Outcome(not self.decisive)

    def compile(self, terms):
        left, right = terms
        value = fill(f"(%s {self.name.upper()} %s)", left.value, right.value)
        reason = "CASE WHEN (%s) IS NULL THEN %s ELSE %s END"
        return SqlTerm(value, fill(reason, left.value, left.reason, right.reason))


@dataclass(frozen=True)
class Not(Strict):
    null_rule: str = THREE_VALUED
    result = Type.CONDITION

    def argument_type(self, index):
        return Type.CONDITION

    def compute(self, values):
        return Outcome(not values[0])

    def value_sql(self, values):
        return fill("(NOT %s)", *values)


def number_term(value):
    """A constant; it always has a value, so its reason is never read."""
    return SqlTerm(Fragment("(%s)::numeric", (value,)), Fragment("NULL"))


def operand_term(expression):
    """A reference; ``expression`` is what the caller's query reads it from."""
    column = Fragment("(%s)::numeric", (expression,))
    reason = f"CASE WHEN %s IS NULL THEN '{MISSING}' ELSE '{RANGE}' END"
    return SqlTerm(bounded_sql(column), fill(reason, column))


def _arithmetic(name, function, summary, example):
    template = f"(%s {name} %s)"
    return Arithmetic(name, 2, 2, f"a {name} b", summary, example, "strict", function, template)


def _comparison(name, function, summary):
    example = f"if(quality {name} 50, 1, 0)"
    return ComparisonOperator(name, 2, 2, f"a {name} b", summary, example, "strict", function)


PLUS = _arithmetic("+", numeric.add, _lt("Sum of two numbers."), "excellent + good")
MINUS = _arithmetic("-", numeric.subtract, _lt("Difference of two numbers."), "arrived - departed")
TIMES = _arithmetic("*", numeric.multiply, _lt("Product of two numbers."), "quality * 0.5")
DIVIDED = Division(
    "/",
    2,
    2,
    "a / b",
    _lt("Quotient of two numbers; no value when divided by zero."),
    "departed / contingent * 100",
)
NEGATIVE = Negation("-", 1, 1, "- a", _lt("The number with the opposite sign."), "-quality")

COMPARISONS = {
    operation.name: operation
    for operation in (
        _comparison("=", operator.eq, _lt("The numbers are equal.")),
        _comparison("<>", operator.ne, _lt("The numbers differ.")),
        _comparison("<", operator.lt, _lt("The first number is less.")),
        _comparison("<=", operator.le, _lt("The first number is less or equal.")),
        _comparison(">", operator.gt, _lt("The first number is greater.")),
        _comparison(">=", operator.ge, _lt("The first number is greater or equal.")),
    )
}
AND = Logic(
    "and",
    2,
    2,
    "p and q",
    _lt("Both conditions hold."),
    "if(quality >= 50 and success = 100, 1, 0)",
)
OR = Logic(
    "or",
    2,
    2,
    "p or q",
    _lt("At least one of the conditions holds."),
    "if(quality < 30 or success < 90, 1, 0)",
    decisive=True,
)
NOT = Not("not", 1, 1, "not p", _lt("The condition does not hold."), "if(not quality < 30, 1, 0)")

OPERATORS = (PLUS, MINUS, TIMES, DIVIDED, NEGATIVE, *COMPARISONS.values(), AND, OR, NOT)
