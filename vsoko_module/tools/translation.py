"""How pure code speaks: English sentences that whoever shows them translates.

A function that makes sentences takes ``_``, which is Odoo's ``env._``: ``_(text, **params)``
gives the text in the language of the reader with its parameters filled in. Odoo finds the terms
by this very name; ``_lt`` marks a text that stands in a table until somebody says it.
"""


def _lt(text):
    """Mark the text for translation; nothing is translated here."""
    return text


def plain(text, /, **params):
    """The English sentence: ``_`` for tests and for errors that nobody has translated."""
    return text % params if params else text


def translated(_, text, /, **params):
    """Say by ``_`` a text that stands in a table, where `_lt` has marked it."""
    return _(text, **params)  # pylint: disable=gettext-variable
