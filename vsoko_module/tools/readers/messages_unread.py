"""What of a file was not read."""

from ..translation import _lt
from .message import ERROR, WARNING, Message

UNREAD = {
    "error_cell": Message(
        ERROR,
        _lt(
            "The cell has the error %(text)s instead of a value. It is not read: correct the"
            " formula or type the value."
        ),
    ),
    "error_cells": Message(
        ERROR,
        _lt(
            "%(count)s cells of the column have an error (%(text)s) instead of a value. They are"
            " not read: correct the formulas or type the values."
        ),
    ),
    "uncounted_formula": Message(
        ERROR,
        _lt(
            "The cell has a formula without its result. It is not read: open the file in Excel and"
            " save it, or type the value."
        ),
    ),
    "uncounted_formulas": Message(
        ERROR,
        _lt(
            "%(count)s cells of the column have formulas without their results. They are not read:"
            " open the file in Excel and save it, or type the values."
        ),
    ),
    "unread_sheet": Message(
        WARNING,
        _lt(
            "The sheet «%(name)s» is not read: it has no table of this kind (%(count)s filled"
            " cells)."
        ),
    ),
    "hidden_sheet": Message(
        WARNING,
        _lt(
            "The hidden sheet «%(name)s» is not read (%(count)s filled cells). If it belongs to the"
            " file, choose «Read hidden sheets»."
        ),
    ),
    "unread_column": Message(
        WARNING,
        _lt("The column «%(heading)s» is not read (%(count)s filled cells): it is not known here."),
    ),
    "unread_nameless_column": Message(
        WARNING,
        _lt("The column has no heading: its %(count)s filled cells are not read."),
    ),
    "unread_row": Message(WARNING, _lt("The row that begins with «%(text)s» is not read.")),
    "unread_rows": Message(
        WARNING,
        _lt("Rows %(first)s–%(last)s are not read, the first begins with «%(text)s»."),
    ),
    "more_unread_rows": Message(
        WARNING, _lt("%(count)s more rows are not read, from row %(first)s on.")
    ),
    "unread_cells": Message(
        WARNING,
        _lt("These cells of the row are not read, it is not known what they mean: %(text)s."),
    ),
    "unread_cell": Message(WARNING, _lt("«%(text)s» is not read: it is not known what it means.")),
}
