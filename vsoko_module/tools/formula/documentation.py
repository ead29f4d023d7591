"""The help page of the formula language, made from the registry itself."""

from ..translation import _lt, plain, translated
from .functions import FUNCTIONS
from .operations import CHOSEN, FIRST_PRESENT, STRICT, THREE_VALUED
from .operators import OPERATORS
from .parser import arity

NULL_RULES = {
    STRICT: _lt("Any missing value gives no value."),
    THREE_VALUED: _lt("An unknown side gives an unknown answer unless the other side decides."),
    CHOSEN: _lt("An unknown condition gives no value; only the chosen number must be present."),
    FIRST_PRESENT: _lt("No value only when all numbers are missing."),
}


def documentation(_=plain):
    """List of dicts ``kind`` (function/operator), ``name``, ``signature``, ``arity``,
    ``summary``, ``null_rule``, ``example``; texts are passed through ``_``."""
    return [
        {
            "kind": kind,
            "name": operation.name,
            "signature": operation.signature,
            "arity": arity(operation),
            "summary": translated(_, operation.summary),
            "null_rule": translated(_, NULL_RULES[operation.null_rule]),
            "example": operation.example,
        }
        for kind, operations in (("function", FUNCTIONS.values()), ("operator", OPERATORS))
        for operation in operations
    ]
