"""What may be wrong with tables of marks."""

from ..translation import _lt
from .message import ERROR, INFO, WARNING, Message

MARKS = {
    "bad_mark": Message(
        ERROR, _lt("«%(text)s» is not a mark. Allowed: 2–5, н/а, осв, зач, незач or an empty cell.")
    ),
    "fractional_mark": Message(
        ERROR, _lt("«%(text)s» is a mean and not a mark. Write a whole mark.")
    ),
    "dash_marks": Message(INFO, _lt("«-» in %(count)s cells is read as no mark.")),
    "row_without_name": Message(ERROR, _lt("The row has marks but no name.")),
    "same_name": Message(
        ERROR,
        _lt("The name «%(name)s» stands in several rows. The rows are not loaded: say who is who."),
    ),
    "same_subject": Message(
        ERROR,
        _lt(
            "Several columns of the subject «%(subject)s» have different marks. The columns are"
            " not loaded: leave one."
        ),
    ),
    "table_beside": Message(
        ERROR,
        _lt(
            "To the right stands another table with a column «%(text)s» of its own. It is not"
            " loaded: put it under the first or on a sheet of its own."
        ),
    ),
    "nameless_marks": Message(
        ERROR,
        _lt(
            "The column has %(count)s marks but no heading. They are not loaded: write the subject"
            " over the column."
        ),
    ),
    "no_subject": Message(
        ERROR,
        _lt(
            "It is not said of which subject the column «%(text)s» is: its %(count)s cells are not"
            " loaded. Write «Предмет: …» above the table."
        ),
    ),
    "not_marks": Message(
        WARNING,
        _lt(
            "The column «%(text)s» holds no marks and is not read (%(count)s cells, «%(example)s»)."
        ),
    ),
    "no_marks_in_column": Message(
        ERROR,
        _lt(
            "The column «%(text)s» has not one mark: its %(count)s cells, «%(example)s» and others,"
            " are not loaded. Allowed: 2–5, н/а, осв, зач, незач."
        ),
    ),
    "no_marks": Message(
        WARNING, _lt("The table has %(count)s pupils and not one mark: there is nothing to load.")
    ),
    "unknown_period": Message(ERROR, _lt("«%(text)s» is not a name of a period.")),
    "unknown_periods": Message(
        ERROR,
        _lt("«%(text)s» is not a name of a period: the marks of %(count)s rows are not loaded."),
    ),
}
