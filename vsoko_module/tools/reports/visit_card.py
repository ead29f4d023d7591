"""The card of a visit → a ``Paper``: whose lesson, what was seen by criteria, what is advised."""

from dataclasses import dataclass

from ..writers.cells import INTEGER, Cell, Column
from .formatting import DASH
from .frozen import Frozen
from .given import frozen_table
from .paper import Paper, PaperFrame, Part


@dataclass(frozen=True)
class Judged:
    """One criterion: ``points`` None where nobody judged it, ``seen`` the described behaviour."""

    name: str
    points: int | None
    maximum: int
    seen: str = ""
    note: str = ""


@dataclass(frozen=True)
class VisitCard:
    """``facts`` are pairs (heading, text); texts are empty where nobody wrote any; ``signers`` are
    pairs (post, name)."""

    school: str
    title: str
    facts: tuple
    criteria: tuple
    result: str
    notes: str = ""
    conclusions: str = ""
    recommendations: str = ""
    opinion: str = ""
    signers: tuple = ()
    is_draft: bool = True


def visit_card(card, _):
    """``Paper`` of the card."""
    given = {"facts": _facts(card, _), "criteria": _criteria(card, _)}
    parts = [_part("facts", _("What was visited"), [], "facts")]
    result = (_("Result"), card.result)
    parts.append(_part("criteria", _("What was seen by the criteria"), [result], "criteria"))
    written = (
        (_("Notes by minute"), card.notes),
        (_("Conclusions"), card.conclusions),
        (_("Recommendations"), card.recommendations),
        (_("Opinion of the teacher"), card.opinion),
    )
    texts = [(heading, text) for heading, text in written if text]
    if texts:
        parts.append(_part("texts", _("What was written about it"), texts))
    form = PaperFrame(card.school, signers=list(card.signers), is_draft=card.is_draft)
    return Paper(Frozen({"given": given}), card.title, [_("Card of a visit")], parts, form)


def _part(code, name, texts, *tables):
    blocks = [{"kind": "given", "name": table, "title": ""} for table in tables]
    return Part(name, {"code": code, "wide": False, "blocks": blocks}, texts)


def _facts(card, _):
    return frozen_table([Column(_("What is known")), Column(_("Value"))], card.facts)


def _criteria(card, _):
    columns = [
        Column(_("Criterion")),
        Column(_("Points")),
        Column(_("Greatest points"), INTEGER),
        Column(_("What was seen")),
    ]
    rows = [
        [
            judged.name,
            DASH if judged.points is None else Cell(judged.points, kind=INTEGER),
            judged.maximum,
            ". ".join(filter(None, (judged.seen, judged.note))) or DASH,
        ]
        for judged in card.criteria
    ]
    return frozen_table(columns, rows)
