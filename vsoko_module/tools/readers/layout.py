"""What a layout declares and what its extraction returns."""

from collections.abc import Callable, Set
from enum import StrEnum
from typing import NamedTuple

from .titles import Titles


class Asked(StrEnum):
    """What a person may have to say about a file because the file does not name it."""

    CLASS = "class"
    PERIOD = "period"
    SUBJECT = "subject"
    WORK = "work"
    DAY = "day"
    TEST = "test"


# of results of one work, and of shares of groups in it
RESULTS = frozenset({Asked.CLASS, Asked.SUBJECT, Asked.WORK, Asked.DAY, Asked.TEST})
GROUPS = RESULTS - {Asked.TEST}
# of a file that is not recognised yet
ANYTHING = frozenset({Asked.CLASS, Asked.PERIOD, Asked.SUBJECT, Asked.DAY})


class Layout(NamedTuple):
    """One layout of files: all that the program knows of it, but for its loader.

    ``title``: what people call such a file. ``recognise(sheets)`` → how sure it is, 0 to 1;
    ``extract(sheets, today)`` → ``Extract``. ``order``: files of a smaller order are loaded first,
    as later ones refer to their facts. ``loader``: key of the loader that makes facts of the rows.
    ``asks``: what of this a person may say.
    """

    key: str
    title: str
    order: int
    recognise: Callable
    extract: Callable
    loader: str
    asks: Set = frozenset()


class Losses(NamedTuple):
    """What of a file is not among its rows because of errors.

    ``rows``: (sheet, number of the row) of whole rows; ``cells``: number of cells of other rows.
    """

    rows: frozenset = frozenset()
    cells: int = 0


class Extract(NamedTuple):
    """The content of a file.

    ``rows``: NamedTuples of the layout, each with ``sheet`` and ``row``; a row that cannot be
    used is not there but in ``problems``. ``titles``: facts of the first table's titles.
    ``details``: what else a layout reads, the ``Work`` of a file of results. ``arrangement``: by
    what the columns were known when the layout did not know them itself, else None. ``losses``:
    counted by ``readers.read``; a layout leaves it alone.
    """

    layout: str
    titles: Titles
    rows: list
    problems: tuple
    details: object = None
    arrangement: object = None
    losses: Losses = Losses()
