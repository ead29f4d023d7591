"""What a browser or another program sends to a public method, held against its declaration.

A declaration is a type hint of a parameter: a class, ``Literal``, ``list[…]``, a ``TypedDict``, or
several of them with ``|``. JavaScript says ``false`` where nothing is chosen, so None allows it.
"""

import functools
import math
import types
from typing import Literal, get_args, get_origin, get_type_hints, is_typeddict

# numbers and the signs of texts as PostgreSQL stores them
INTEGER = 2**31 - 1
LARGE_INTEGER = 2**63 - 1
NUL = "\0"


def fits(value, hint):
    """Whether a value that came as JSON is what a type hint declares.

    Numbers are integers of four bytes or finite, texts are without NUL, a bool is no number.
    """
    kind = get_origin(hint)
    if kind is types.UnionType:
        return any(fits(value, one) for one in get_args(hint))
    if kind is Literal:
        return isinstance(value, str) and value in get_args(hint)
    if kind is list:
        (inner,) = get_args(hint)
        return isinstance(value, list | tuple) and all(fits(one, inner) for one in value)
    if is_typeddict(hint):
        return isinstance(value, dict) and _has_keys(value, hint)
    if hint is types.NoneType:
        return value is None or value is False
    if isinstance(value, bool):
        return hint is bool
    return isinstance(value, hint) and is_storable(value)


def _has_keys(value, hint):
    hints = _get_hints(hint)
    return hint.__required_keys__ <= value.keys() and all(
        fits(value[key], hints[key]) for key in hints.keys() & value.keys()
    )


# read of a declaration once, not for each row of hundreds
_get_hints = functools.cache(get_type_hints)


def is_storable(value):
    """Whether all numbers and texts of a value, however deep, can be given to PostgreSQL."""
    if isinstance(value, dict):
        return all(is_storable(one) for pair in value.items() for one in pair)
    if isinstance(value, list | tuple):
        return all(map(is_storable, value))
    if isinstance(value, str):
        return NUL not in value
    if isinstance(value, int):
        return abs(value) <= INTEGER
    return not isinstance(value, float) or math.isfinite(value)


def is_id(value, most=INTEGER):
    """Whether a value may be the number of a record; a record that is not stored yet has none.

    :param most: the largest number; rows of a view may have eight bytes, see ``LARGE_INTEGER``
    """
    return not isinstance(value, bool) and isinstance(value, int) and 0 < value <= most
