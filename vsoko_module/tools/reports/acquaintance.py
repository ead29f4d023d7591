"""Sheet of acquaintance with a document → a ``Paper``, to be signed by hand."""

from dataclasses import dataclass

from ..translation import _lt, translated
from ..writers.cells import INTEGER, Column
from .frozen import Frozen
from .given import frozen_table
from .paper import Paper, PaperFrame, Part

_HONEST = _lt(
    "The mark in the program says that the employee has opened the document and pressed the button"
    " himself. It is no signature unless the school has electronic personnel documents"
    " (articles 22.1–22.3 of the Labour Code): this sheet is signed by hand."
)


@dataclass(frozen=True)
class Acquaintance:
    """``people`` are rows (name, position, when he pressed the button or an empty text)."""

    school: str
    document: str
    reference: str
    people: tuple


def acquaintance_sheet(sheet, _):
    """``Paper`` of the sheet: who is asked, the mark in the program, room for a signature."""
    columns = [
        Column(_("No. in order"), INTEGER),
        Column(_("Full name")),
        Column(_("Position")),
        Column(_("Mark in the program")),
        Column(_("Signature")),
        Column(_("Date")),
    ]
    rows = [
        [number, name, position, moment or "—", "", ""]
        for number, (name, position, moment) in enumerate(sheet.people, start=1)
    ]
    block = {"kind": "given", "name": "people", "title": ""}
    frozen = {"code": "people", "wide": False, "blocks": [block]}
    part = Part(_("Acquainted with the document"), frozen, [("", translated(_, _HONEST))])
    given = Frozen({"given": {"people": frozen_table(columns, rows)}})
    lines = list(filter(None, (sheet.document, sheet.reference)))
    form = PaperFrame(sheet.school, is_draft=False)
    return Paper(given, _("Sheet of acquaintance"), lines, [part], form)
