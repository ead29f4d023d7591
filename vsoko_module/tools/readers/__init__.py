"""File bytes → typed rows and problems, without Odoo.

``read(content, filename)`` opens the file by its format; ``extract(sheets)`` recognises the layout
and takes the rows. A new layout is one module in ``layouts`` with a ``LAYOUT``.
"""

from datetime import date

from .apart import dump_sheets, load_sheets, read_sheets_apart
from .arranging import arrange, claim_back, turned_back
from .guessing import guess, guess_split_class
from .headers import mismatch, seen_headings
from .layouts import LAYOUTS
from .margins import without_margins
from .problem import MESSAGES, Problem
from .refusals import REFUSALS, Refused
from .sniff import read_sheets
from .unread import losses, name_unread

RECOGNISED_FROM = 0.5


def read(content, filename="", open_file=read_sheets, **options):
    """Return the ``Extract`` of a file.

    :param content: bytes of the file; its kind is found by content, ``filename`` is not trusted
    :param open_file: the function bytes → sheets; a server gives ``read_sheets_apart``
    :param options: those of `extract`
    :raise Refused: the file is refused as a whole
    """
    return extract(open_file(content), **options)


def extract(sheets, layout=None, today=None, hidden=False, arrangement=None, remembered=()):
    """Return the ``Extract`` of the sheets of a file; its problems name every filled cell that was
    not read.

    :param layout: key of ``LAYOUTS``; recognised when not given
    :param today: the day from which dates count as future, a date; by default the present one
    :param hidden: whether hidden sheets are read like the others
    :param arrangement: what people say about the columns of this file, an ``Arrangement``
    :param remembered: what they said about earlier files, used where the heading is the same
    :raise Refused: the file is refused as a whole
    """
    shown = [without_margins(sheet) for sheet in sheets if hidden or not sheet.hidden]
    today = today or date.today()
    if arrangement:
        found = _arranged(shown, arrangement, today)
        if not found:
            raise mismatch(shown, *arrangement.read_keys())
    else:
        found = _read(shown, layout, today, remembered)
    problems = name_unread(sheets, found.problems)
    found = found._replace(problems=problems, losses=losses(sheets))
    if not found.rows and not found.problems:
        raise Refused("nothing_to_import")
    return found


def _read(sheets, layout, today, remembered):
    """As people said about such a heading, else as the layouts know, else as a guess is sure."""
    allowed = [arrangement for arrangement in remembered if layout in (None, arrangement.layout)]
    for arrangement in allowed:
        found = None if arrangement.has_tasks() else _arranged(sheets, arrangement, today)
        if found:
            return found
    split = guess_split_class(sheets)
    if split and layout in (None, split.arrangement.layout):
        return _arranged(sheets, split.arrangement, today, nearly=True)
    try:
        chosen = LAYOUTS[layout] if layout else recognise(sheets)
        return chosen.extract(sheets, today)
    except Refused as refused:
        if refused.code not in ("unknown_layout", "layout_mismatch"):
            raise
        found = _otherwise(sheets, layout, today, allowed)
        if not found:
            raise
        return found


def _otherwise(sheets, layout, today, remembered):
    for arrangement in remembered:
        found = _arranged(sheets, arrangement, today, nearly=True)
        if found:
            return found
    guessed = guess(sheets, *(((layout,),) if layout else ()))
    if not (guessed and guessed.certain):
        return None
    return _arranged(sheets, guessed.arrangement, today, nearly=True)


def _arranged(sheets, arrangement, today, nearly=False):
    """The ``Extract`` by an arrangement, with the file's places; None without its heading."""
    found = arrange(sheets, arrangement, nearly)
    if not found:
        return None
    arranged, corners = found
    rows = LAYOUTS[arrangement.layout].extract(arranged, today)
    for sheet, turned in zip(sheets, arranged, strict=True):
        if sheet.name in corners:
            claim_back(sheet, turned, corners[sheet.name])
    return turned_back(rows, corners)._replace(arrangement=arrangement)


def recognise(sheets):
    """The layout that is surest of the sheets; raise ``Refused`` when none is sure enough."""
    sureness, best = max(
        ((layout.recognise(sheets), layout) for layout in LAYOUTS.values()),
        key=lambda pair: pair[0],
    )
    if sureness < RECOGNISED_FROM:
        raise Refused("unknown_layout", found=seen_headings(sheets))
    return best
