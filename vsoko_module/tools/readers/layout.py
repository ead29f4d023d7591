"""What a layout gives to the registry and what its extraction returns."""

from collections.abc import Callable
from typing import NamedTuple

from .titles import Titles


class Layout(NamedTuple):
    """One layout of files.

    ``recognise(sheets)`` → how sure it is, 0 to 1; ``extract(sheets, today)`` → ``Extract``.
    ``order``: files of a smaller order are loaded first, as later ones refer to their facts.
    """

    key: str
    order: int
    recognise: Callable
    extract: Callable


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
