"""Errors of formulas: a code, the place in the text and parameters for the message."""

from ..translation import _lt, plain, translated

MESSAGES = {
    "empty": _lt("The formula is empty."),
    "too_long": _lt("The formula is longer than %(limit)s characters."),
    "too_deep": _lt("The formula is nested deeper than %(limit)s levels."),
    "unexpected_symbol": _lt("Unexpected “%(symbol)s” at position %(position)s."),
    "unexpected_end": _lt("The formula ends too early."),
    "decimal_comma": _lt(
        "Comma at position %(position)s: write decimal fractions with a dot, “0.5”."
    ),
    "semicolon": _lt(
        "“;” at position %(position)s: write a comma between the parts, “if(a > 1, b, c)”."
    ),
    "russian_word": _lt("“%(word)s” at position %(position)s: write “%(name)s”."),
    "unclosed_bracket": _lt("The bracket at position %(position)s is not closed."),
    "number_out_of_range": _lt("The number %(number)s at position %(position)s is out of range."),
    "unknown_code": _lt("Unknown code “%(name)s” at position %(position)s.%(hint)s"),
    "unknown_function": _lt("Unknown function “%(name)s” at position %(position)s.%(hint)s"),
    "wrong_arity": _lt(
        "“%(name)s” at position %(position)s takes %(expected)s arguments, not %(given)s."
    ),
    "number_expected": _lt("A number is expected at position %(position)s, not a condition."),
    "condition_expected": _lt("A condition is expected at position %(position)s, not a number."),
    "reference_expected": _lt(
        "“%(name)s” at position %(position)s takes the code of one indicator."
    ),
    "constant_expected": _lt("A whole number from 0 to %(limit)s is expected at %(position)s."),
    "cycle": _lt("The formulas refer to each other in a circle: %(chain)s."),
}
HINT = _lt(" Did you mean %(names)s?")


class FormulaError(ValueError):
    """A formula that cannot be accepted.

    ``code`` is a key of ``MESSAGES``; ``position`` counts characters from 1 (None where the
    error has no single place); ``params`` fill the message. ``str()`` gives it in English.
    """

    def __init__(self, code, position=None, **params):
        self.code = code
        self.position = position
        self.params = params
        super().__init__(code, position, params)

    def message(self, _=plain):
        """The message, its template and hint passed through ``_``."""
        params = dict(self.params, position=self.position)
        names = params.pop("close", None)
        params["hint"] = translated(_, HINT, names=", ".join(names)) if names else ""
        return translated(_, MESSAGES[self.code], **params)

    def __str__(self):
        return self.message()


class Cycle(FormulaError):
    """Formulas that need each other; ``chain`` starts and ends with the same code."""

    def __init__(self, chain):
        self.chain = tuple(chain)
        super().__init__("cycle", chain=" → ".join(self.chain))
