"""Conditions of indicators: the text of a domain → a checked list, never run as code.

A condition names fields of its source, or one step beyond them that was reviewed, and compares
them with literals of their own kind; whatever is saved can be computed.
"""

import ast
import math
import re
from datetime import date

from .translation import _lt

MOST_LETTERS = 2000
MOST_VALUES = 200
MOST_TEXT = 200
LARGEST = 2**31 - 1

JOINS = {"&": 2, "|": 2, "!": 1}
EQUAL = frozenset(("=", "!=", "in", "not in"))
ORDER = frozenset(("<", "<=", ">", ">="))
ALIKE = frozenset(("like", "not like", "ilike", "not ilike", "=like", "=ilike"))
OPERATORS = {
    "integer": EQUAL | ORDER,
    "float": EQUAL | ORDER,
    "date": EQUAL | ORDER,
    "char": EQUAL | ALIKE,
    "selection": EQUAL,
    "boolean": EQUAL,
    "many2one": EQUAL,
}
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# a lone half of a pair cannot be stored, a zero ends a text for PostgreSQL
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

MESSAGES = {
    "too_long": _lt("it is longer than %(limit)s characters"),
    "unreadable": _lt("it cannot be read as a list of comparisons"),
    "incomplete": _lt("its signs & | ! do not fit the comparisons after them"),
    "comparison": _lt("“%(text)s” is not a comparison (field, operator, value)"),
    "unknown_field": _lt("there is no field “%(field)s” to compare"),
    "operator": _lt("the field “%(field)s” cannot be compared by “%(operator)s”"),
    "value": _lt("“%(value)s” is not a value of the field “%(field)s”"),
    "too_many": _lt("the field “%(field)s” is compared with more than %(limit)s values"),
}


class ConditionError(ValueError):
    """What is wrong with a condition; ``code`` is a key of ``MESSAGES``."""

    def __init__(self, code, **params):
        self.code = code
        self.params = params
        super().__init__(MESSAGES[code] % params)

    def message(self, translate):
        """The reason for people; ``translate`` is Odoo's ``env._``."""
        return translate(MESSAGES[self.code], **self.params)


def parse(text, kinds):
    """The domain of a text as a list of signs and triples; an empty text is no condition: [].

    :param kinds: {path: kind of the field}, all paths that may be compared
    :raise ConditionError: for anything that could not be computed
    """
    items = _literal(text or "[]")
    open_places = 1
    checked = []
    for item in items:
        if open_places == 0:  # comparisons side by side are joined by “and”
            open_places = 1
        if isinstance(item, str) and item in JOINS:
            open_places += JOINS[item] - 1
            checked.append(item)
        else:
            open_places -= 1
            checked.append(_comparison(item, kinds))
    if items and open_places:
        raise ConditionError("incomplete")
    return checked


def _literal(text):
    if len(text) > MOST_LETTERS:
        raise ConditionError("too_long", limit=MOST_LETTERS)
    try:
        value = ast.literal_eval(text.strip())
    # deep nesting ends in one of the last two
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        raise ConditionError("unreadable") from None
    if not isinstance(value, list):
        raise ConditionError("unreadable")
    return value


def _comparison(item, kinds):
    if not isinstance(item, tuple | list) or len(item) != 3 or not _is_text(item[0]):
        raise ConditionError("comparison", text=repr(item)[:MOST_TEXT])
    path, operator, value = item
    if path not in kinds:
        raise ConditionError("unknown_field", field=path)
    kind = kinds[path]
    if not isinstance(operator, str) or operator not in OPERATORS[kind]:
        raise ConditionError("operator", field=path, operator=operator)
    if operator in ("in", "not in"):
        return path, operator, _values(path, kind, value)
    return path, operator, _value(path, kind, value, missing=operator in EQUAL)


def _values(path, kind, value):
    if not isinstance(value, tuple | list):
        raise ConditionError("value", field=path, value=repr(value)[:MOST_TEXT])
    if len(value) > MOST_VALUES:
        raise ConditionError("too_many", field=path, limit=MOST_VALUES)
    return [_value(path, kind, one, missing=True) for one in value]


def _value(path, kind, value, missing):
    """The value when it is of the field's kind; False says that the field is empty."""
    if missing and value is False:
        return value
    if not _FITS[kind](value):
        raise ConditionError("value", field=path, value=repr(value)[:MOST_TEXT])
    return value


def _is_text(value):
    return isinstance(value, str) and len(value) <= MOST_TEXT and not UNSTORABLE.search(value)


def _is_whole(value):
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST


def _is_number(value):
    return _is_whole(value) or (
        isinstance(value, float) and math.isfinite(value) and abs(value) <= LARGEST
    )


def _is_day(value):
    if not isinstance(value, str) or not ISO_DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


_FITS = {
    "integer": _is_whole,
    "float": _is_number,
    "date": _is_day,
    "char": _is_text,
    "selection": _is_text,
    "boolean": lambda value: isinstance(value, bool),
    "many2one": _is_whole,
}
