"""Operations of the formula language: each one object that knows its whole behaviour.

An operation carries name, arity, types, null rule and documentation, evaluates in Python and
compiles to SQL. The Python side works on ``Outcome``; the SQL side on ``SqlTerm``: ``value`` is an
expression that is NULL where there is no value, ``reason`` tells why and is meaningful only
where ``value`` is NULL.

Missing values, decided once:

* arithmetic, comparisons, ``min``, ``max``, ``round``, ``abs``: any missing operand gives no
  value, with the reason of the leftmost missing one;
* ``and``, ``or``, ``not``: three-valued (``false and unknown`` is false, ``true or unknown``
  is true, everything else with an unknown side is unknown);
* ``if`` with an unknown condition has no value; only the chosen branch counts;
* ``coalesce`` takes the first present value; if none is present, the reason of the first.
"""

from dataclasses import dataclass

from .fragment import Fragment, fill, join
from .nodes import Outcome, Type

MISSING = "missing_operand"
ZERO = "division_by_zero"
RANGE = "out_of_range"
REASONS = (MISSING, ZERO, RANGE)

STRICT = "strict"
THREE_VALUED = "three_valued"
CHOSEN = "chosen"
FIRST_PRESENT = "first_present"


@dataclass(frozen=True)
class SqlTerm:
    """A compiled node."""

    value: Fragment
    reason: Fragment


@dataclass(frozen=True)
class Operation:
    """Base of all operations; ``most`` None means any number of arguments."""

    name: str
    least: int
    most: int | None
    signature: str
    summary: str
    example: str
    null_rule: str = STRICT
    result = Type.NUMBER

    def argument_type(self, index):
        """Type that the argument at ``index`` must have."""
        return Type.NUMBER

    def check(self, arguments, position):
        """Raise ``FormulaError`` for arguments that count and types alone do not exclude."""

    def evaluate(self, outcomes):
        """``Outcome`` from the outcomes of the arguments."""
        raise NotImplementedError

    def compile(self, terms):
        """``SqlTerm`` from the terms of the arguments."""
        raise NotImplementedError


@dataclass(frozen=True)
class Strict(Operation):
    """Any missing argument gives no value; otherwise ``compute`` the value."""

    def evaluate(self, outcomes):
        missing = next((outcome for outcome in outcomes if outcome.value is None), None)
        return missing or self.compute([outcome.value for outcome in outcomes])

    def compute(self, values):
        """``Outcome`` of present values."""
        raise NotImplementedError

    def compile(self, terms):
        return SqlTerm(self.value_sql([term.value for term in terms]), self.reason_sql(terms))

    def value_sql(self, values):
        """Expression of the value, NULL where one of ``values`` is NULL or it has none."""
        raise NotImplementedError

    def reason_sql(self, terms):
        """Reason of the first missing argument, else the own one."""
        cases = [fill("WHEN (%s) IS NULL THEN %s", term.value, term.reason) for term in terms]
        return fill("CASE %s ELSE %s END", join(" ", cases), self.own_reason_sql(terms))

    def own_reason_sql(self, terms):
        """Why there is no value though all arguments are present."""
        return Fragment(f"'{RANGE}'")


def found(value):
    """``Outcome`` of a computed number, which is None when out of range."""
    return Outcome(value, RANGE if value is None else None)
