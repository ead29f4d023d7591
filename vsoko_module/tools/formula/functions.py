"""Functions of the formula language and their registry."""

from collections.abc import Callable
from dataclasses import dataclass

from ..translation import _lt
from . import numeric
from .errors import FormulaError
from .fragment import Fragment, fill, join
from .nodes import Number, Outcome, Reference, Type, When
from .operations import CHOSEN, FIRST_PRESENT, Operation, SqlTerm, Strict


@dataclass(frozen=True)
class If(Operation):
    null_rule: str = CHOSEN

    def argument_type(self, index):
        return Type.NUMBER if index else Type.CONDITION

    def evaluate(self, outcomes):
        condition, positive, negative = outcomes
        if condition.value is None:
            return condition
        return positive if condition.value else negative

    def compile(self, terms):
        condition, positive, negative = terms
        return SqlTerm(
            fill(
                "CASE %s WHEN TRUE THEN %s WHEN FALSE THEN %s END",
                condition.value,
                positive.value,
                negative.value,
            ),
            fill(
                "CASE %s WHEN TRUE THEN %s WHEN FALSE THEN %s ELSE %s END",
                condition.value,
                positive.reason,
                negative.reason,
                condition.reason,
            ),
        )


@dataclass(frozen=True)
class Coalesce(Operation):
    null_rule: str = FIRST_PRESENT

    def evaluate(self, outcomes):
        present = (outcome for outcome in outcomes if outcome.value is not None)
        return next(present, outcomes[0])

    def compile(self, terms):
        values = join(", ", [term.value for term in terms])
        return SqlTerm(fill("COALESCE(%s)", values), terms[0].reason)


@dataclass(frozen=True)
class Extreme(Strict):
    """``min``/``max``; SQL's LEAST skips NULL, hence the aggregate over an array."""

    function: Callable = None

    def compute(self, values):
        return Outcome(self.function(values))

    def value_sql(self, values):
        return fill(
            f"(SELECT CASE WHEN count(x) = count(*) THEN {self.name}(x) END"
            " FROM unnest(ARRAY[%s]::numeric[]) AS u(x))",
            join(", ", values),
        )


@dataclass(frozen=True)
class Absolute(Strict):
    def compute(self, values):
        return Outcome(numeric.absolute(values[0]))

    def value_sql(self, values):
        return fill("abs(%s)", *values)


@dataclass(frozen=True)
class Round(Strict):
    """Half away from zero; the number of digits is a constant, so the scale is known."""

    def check(self, arguments, position):
        if len(arguments) == 1:
            return
        digits = arguments[1]
        whole = isinstance(digits, Number) and digits.value == digits.value.to_integral_value()
        if not whole or digits.value > numeric.SCALE:
            raise FormulaError("constant_expected", digits.position, limit=numeric.SCALE)

    def compute(self, values):
        digits = int(values[1]) if len(values) > 1 else 0
        return Outcome(numeric.quantize(values[0], digits))

    def value_sql(self, values):
        digits = values[1] if len(values) > 1 else Fragment("0")
        return fill("round(%s, (%s)::integer)", values[0], digits)


@dataclass(frozen=True)
class Lag:
    """``previous``/``last_year``: not computed here, turns a reference to another period."""

    name: str
    when: When
    summary: str
    example: str
    least = 1
    most = 1
    null_rule = "strict"

    @property
    def signature(self):
        return f"{self.name}(code)"

    def reference(self, arguments, position):
        """The argument's code read from the other period."""
        target = arguments[0]
        if not isinstance(target, Reference) or target.when is not When.CURRENT:
            raise FormulaError("reference_expected", position, name=self.name)
        return Reference(target.code, self.when, target.position)


FUNCTIONS = {
    function.name: function
    for function in (
        If(
            "if",
            3,
            3,
            "if(condition, a, b)",
            _lt("The first number where the condition holds, the second where it does not."),
            "if(contingent > 0, departed / contingent * 100, 0)",
        ),
        Coalesce(
            "coalesce",
            1,
            None,
            "coalesce(a, b, …)",
            _lt("The first of the numbers that is present."),
            "coalesce(quality, 0)",
        ),
        Extreme(
            "min",
            1,
            None,
            "min(a, b, …)",
            _lt("The least of the numbers."),
            "min(quality, success)",
            "strict",
            min,
        ),
        Extreme(
            "max",
            1,
            None,
            "max(a, b, …)",
            _lt("The greatest of the numbers."),
            "max(quality, 50)",
            "strict",
            max,
        ),
        Round(
            "round",
            1,
            2,
            "round(a, digits)",
            _lt("The number rounded half away from zero; digits are 0 when not given."),
            "round(average_mark, 2)",
        ),
        Absolute(
            "abs",
            1,
            1,
            "abs(a)",
            _lt("The number without its sign."),
            "abs(quality - previous(quality))",
        ),
        Lag(
            "previous",
            When.PREVIOUS,
            _lt("The value of the indicator in the previous period of the same kind."),
            "quality - previous(quality)",
        ),
        Lag(
            "last_year",
            When.LAST_YEAR,
            _lt("The value of the indicator in the same period of the previous year."),
            "quality - last_year(quality)",
        ),
    )
}
