"""What people type into a cell of a statistical form → a value of its kind."""

from datetime import date

from ..numbers import rounded
from ..readers.cells import BadValue, parse_yes_no
from ..reports.formatting import number
from ..translation import _lt

NUMBERS = ("integer", "number", "percent", "yes_no")
# beyond this a double has no exact whole numbers
LARGEST = 10**15

MESSAGES = {
    "number": _lt("“%(value)s” is not a number"),
    "whole": _lt("“%(value)s” is not a whole number"),
    "yes_no": _lt("“%(value)s” is neither yes nor no"),
    "date": _lt("“%(value)s” is not a day (2026-01-31)"),
    "choice": _lt("“%(value)s” is not one of the answers"),
    "least": _lt("%(value)s is less than %(limit)s, the least there can be"),
    "most": _lt("%(value)s is more than %(limit)s, the most there can be"),
    "file": _lt("here belongs a file, not a value"),
}


class ValueProblem(ValueError):
    """Why a value is refused; ``code`` is a key of ``MESSAGES``."""

    def __init__(self, code, **params):
        self.code = code
        self.params = params
        super().__init__(MESSAGES[code] % params)


def read_value(kind, raw, least=None, most=None, choices=()):
    """Return (column, value): the column of the stored value and what belongs there.

    :param kind: the type of the element
    :param raw: what came, a number, a text or a bool; never blank, see `is_blank`
    :param least, most: the hard bounds of a number, None for none
    :param choices: ids of the answers of an element of this type
    :raise ValueProblem: when it is no value of this kind
    """
    if kind == "file":
        raise ValueProblem("file")
    if kind == "text":
        return "value_text", str(raw).strip()
    if kind == "date":
        return "value_date", _read_date(raw)
    if kind == "choice":
        if raw not in choices or isinstance(raw, bool):
            raise ValueProblem("choice", value=raw)
        return "choice_id", raw
    value = _read_flag(raw) if kind == "yes_no" else _read_number(raw)
    if kind == "integer" and value != int(value):
        raise ValueProblem("whole", value=raw)
    _check_bounds(value, *((0, 100) if kind == "percent" else (least, most)))
    return "value_number", value


def is_blank(raw):
    """Whether nothing was typed: False is what a page says for nothing; 0 is a value."""
    return raw is None or raw is False or (isinstance(raw, str) and not raw.strip())


def _read_number(raw):
    try:
        if isinstance(raw, bool):
            raise ValueError
        text = "".join(str(raw).split()).replace(",", ".").replace("\u2212", "-")
        value = float(text)
        if not abs(value) < LARGEST:
            raise ValueError
    except ValueError:
        raise ValueProblem("number", value=raw) from None
    return value


def _read_flag(raw):
    try:
        answer = parse_yes_no(raw)
    except BadValue:
        answer = None
    if answer is None:
        raise ValueProblem("yes_no", value=raw)
    return float(answer)


def _read_date(raw):
    try:
        return date.fromisoformat(str(raw))
    except ValueError:
        raise ValueProblem("date", value=raw) from None


def _check_bounds(value, least, most):
    if least is not None and value < least:
        raise ValueProblem("least", value=number_text(value), limit=number_text(least))
    if most is not None and value > most:
        raise ValueProblem("most", value=number_text(value), limit=number_text(most))


def number_text(value, most_digits=6):
    """A number for people with as many digits as it has: ``1 234,5``."""
    digits = next((n for n in range(most_digits) if float(rounded(value, n)) == value), most_digits)
    return number(value, digits)
