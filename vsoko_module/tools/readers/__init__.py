"""File bytes → typed rows and problems, without Odoo.

``read(content, filename)`` sniffs the format, recognises the layout and extracts the rows. A new
layout is one module in ``layouts`` with a ``LAYOUT``, named in ``layouts/__init__.py``.
"""

from datetime import date

from .layouts import LAYOUTS
from .problem import MESSAGES, REFUSALS, Problem, Refused
from .sniff import read_sheets
from .unread import name_unread

RECOGNISED_FROM = 0.5


def read(content, filename="", layout=None, today=None, hidden=False):
    """Return the ``Extract`` of a file; its problems name every filled cell that was not read.

    :param content: bytes of the file; its kind is found by content, ``filename`` is not trusted
    :param layout: key of ``LAYOUTS``; recognised when not given
    :param today: the day from which dates count as future, a date; by default the present one
    :param hidden: whether hidden sheets are read like the others
    :raise Refused: the file is refused as a whole
    """
    sheets = read_sheets(content)
    shown = [sheet for sheet in sheets if hidden or not sheet.hidden]
    chosen = LAYOUTS[layout] if layout else recognise(shown)
    extract = chosen.extract(shown, today or date.today())
    extract = extract._replace(problems=name_unread(sheets, extract.problems))
    if not extract.rows and not extract.problems:
        raise Refused("nothing_to_import")
    return extract


def recognise(sheets):
    """The layout that is surest of the sheets; raise ``Refused`` when none is sure enough."""
    sureness, best = max(
        ((layout.recognise(sheets), layout) for layout in LAYOUTS.values()),
        key=lambda pair: pair[0],
    )
    if sureness < RECOGNISED_FROM:
        raise Refused("unknown_layout")
    return best
