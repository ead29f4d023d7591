"""File bytes → typed rows and problems, without Odoo.

``read(content, filename)`` sniffs the format, recognises the layout and extracts the rows. A new
layout is one module in ``layouts`` with a ``LAYOUT``.
"""

from datetime import date

from .apart import read_sheets_apart
from .arranging import arrange, claim_back, turned_back
from .guessing import guess, guess_split_class
from .headers import mismatch, seen_headings
from .layouts import LAYOUTS
from .problem import MESSAGES, Problem
from .refusals import REFUSALS, Refused
from .sniff import read_sheets
from .unread import losses, name_unread

RECOGNISED_FROM = 0.5


def read(
    content,
    filename="",
    layout=None,
    today=None,
    hidden=False,
    arrangement=None,
    remembered=(),
    open_file=read_sheets,
):
    """Return the ``Extract`` of a file; its problems name every filled cell that was not read.

    :param content: bytes of the file; its kind is found by content, ``filename`` is not trusted
    :param layout: key of ``LAYOUTS``; recognised when not given
    :param today: the day from which dates count as future, a date; by default the present one
    :param hidden: whether hidden sheets are read like the others
    :param arrangement: what people say about the columns of this file, an ``Arrangement``
    :param remembered: what they said about earlier files, used where the heading is the same
    :param open_file: the function bytes → sheets; a server gives ``read_sheets_apart``
    :raise Refused: the file is refused as a whole
    """
    sheets = open_file(content)
    shown = [sheet for sheet in sheets if hidden or not sheet.hidden]
    today = today or date.today()
    if arrangement:
        extract = _arranged(shown, arrangement, today)
        if not extract:
            raise mismatch(shown, *arrangement.read_keys())
    else:
        extract = _read(shown, layout, today, remembered)
    problems = name_unread(sheets, extract.problems)
    extract = extract._replace(problems=problems, losses=losses(sheets))
    if not extract.rows and not extract.problems:
        raise Refused("nothing_to_import")
    return extract


def _read(sheets, layout, today, remembered):
    """As people said about such a heading, else as the layouts know, else as a guess is sure."""
    allowed = [one for one in remembered if layout in (None, one.layout)]
    for one in allowed:
        extract = None if one.has_tasks() else _arranged(sheets, one, today)
        if extract:
            return extract
    split = guess_split_class(sheets)
    if split and layout in (None, split.arrangement.layout):
        return _arranged(sheets, split.arrangement, today, nearly=True)
    try:
        chosen = LAYOUTS[layout] if layout else recognise(sheets)
        return chosen.extract(sheets, today)
    except Refused as refused:
        if refused.code not in ("unknown_layout", "layout_mismatch"):
            raise
        extract = _otherwise(sheets, layout, today, allowed)
        if not extract:
            raise
        return extract


def _otherwise(sheets, layout, today, remembered):
    for one in remembered:
        extract = _arranged(sheets, one, today, nearly=True)
        if extract:
            return extract
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
    extract = LAYOUTS[arrangement.layout].extract(arranged, today)
    for sheet, turned in zip(sheets, arranged, strict=True):
        if sheet.name in corners:
            claim_back(sheet, turned, corners[sheet.name])
    return turned_back(extract, corners)._replace(arrangement=arrangement)


def recognise(sheets):
    """The layout that is surest of the sheets; raise ``Refused`` when none is sure enough."""
    sureness, best = max(
        ((layout.recognise(sheets), layout) for layout in LAYOUTS.values()),
        key=lambda pair: pair[0],
    )
    if sureness < RECOGNISED_FROM:
        raise Refused("unknown_layout", found=seen_headings(sheets))
    return best
