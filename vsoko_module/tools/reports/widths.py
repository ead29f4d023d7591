"""How the columns of a table share the width of a page."""

import re

# a column of short numbers still needs this many signs, and longer texts are wrapped
NARROWEST, WIDEST = 5, 30
# letters of a heading are bold, and «№» is as wide as two
BOLD = 1.2
# the first column of a matrix
FIRST = 0.1


def shares(table, rows):
    """Parts of the width for the columns, 1 in all.

    What the columns ask for; else even columns in a matrix; else room for the longest word of
    each column, and some of what its longest text wants beyond that.

    :param rows: rows of ``formatting.shown_rows``
    """
    asked = [column.width for column in table.columns]
    if all(asked):
        weights = asked
    elif table.wide:
        rest = len(table.columns) - 1
        weights = [FIRST, *[(1 - FIRST) / max(rest, 1)] * rest]
    else:
        weights = [_weight(column, place, rows) for place, column in enumerate(table.columns)]
    return [weight / sum(weights) for weight in weights]


def _weight(column, place, rows):
    texts = [row[place]["text"] for row in rows]
    words = [word for text in texts for word in _words(text)]
    heading = [BOLD * (len(word) + word.count("№")) for word in _words(column.title)]
    needed = min(max(NARROWEST, *map(len, words), *heading), WIDEST)
    wanted = min(max((len(text) for text in texts), default=0), WIDEST)
    return needed + max(wanted - needed, 0) / 2


def _words(text):
    """Pieces of a text between which a line may end."""
    return re.split(r"[ \n]+", text)
