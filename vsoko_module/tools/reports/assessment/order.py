"""Draft of the order on the results of a work, made from its approved note.

Names stay in the nominative, after a colon or a dash: the program does not decline them.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from ...measures.objectivity import SIGNAL_PERCENT
from ...translation import _lt, translated
from ...writers.cells import INTEGER, Column
from ..given import frozen_table

FRIDAY = 4
# proposals; the text is edited before the order is signed
DISCUSS_IN, TEACH_IN, CHECK_IN = timedelta(days=14), timedelta(days=21), timedelta(days=35)


@dataclass(frozen=True)
class Basis:
    """What the order rests on: the note, its frozen parts by name, the names of its classes
    and the people who answer.

    ``heads`` are pairs (association, name of its head); ``day`` is the day of the draft.
    """

    note: str
    approved: str
    given: dict
    classes: tuple
    heads: tuple = ()
    author: str = ""
    day: date = date.min


def make_order(basis, _):
    """Parts of the order by their names in the declaration of the type."""
    points = [make(basis, _) for make in _POINTS]
    numbered = enumerate(filter(None, points), start=1)
    return {
        "preamble": {"sentences": _preamble(basis, _)},
        "points": {
            "sentences": [
                line
                for number, (first, *details) in numbered
                for line in (
                    f"{number}. {first}",
                    *(f"{number}.{place}. {text}" for place, text in enumerate(details, start=1)),
                )
            ]
        },
        "acquaintance": _acquaintance(basis, _),
    }


def _preamble(basis, _):
    text = _lt(
        "By the regulation on the internal system of assessing the quality of education and on the"
        " basis of “%(note)s” of %(day)s."
    )
    lines = [translated(_, text, note=basis.note, day=basis.approved)]
    for name in ("passport", "totals"):
        lines += basis.given.get(name, {}).get("sentences", [])
    return lines


def _approve(basis, _):
    text = _lt("To approve “%(note)s” (enclosed).")
    return [translated(_, text, note=basis.note)]


def _teach(basis, _):
    """What every teacher teaches again, in the order of the note."""
    by_place = {}
    for row in _rows(basis, "reteaching"):
        by_place.setdefault((row[1], row[0]), []).append(f"{row[2]} ({row[3]})")
    if not by_place:
        return []
    text = _lt(
        "The teachers are to teach again, by %(day)s, the elements of content and skills that the"
        " work showed to be insufficiently mastered (numbers of tasks in brackets):"
    )
    details = [
        f"{teacher or '_' * 20}, {class_name}: {'; '.join(names)}."
        for (teacher, class_name), names in by_place.items()
    ]
    return [translated(_, text, day=_day(basis, TEACH_IN)), *details]


def _check(basis, _):
    if not _rows(basis, "reteaching"):
        return []
    text = _lt(
        "The teachers are to check by %(day)s how these elements are mastered and to report the"
        " result to the deputy director."
    )
    return [translated(_, text, day=_day(basis, CHECK_IN))]


def _discuss(basis, _):
    text = _lt(
        "The heads of methodical associations are to discuss the note by %(day)s and to take its"
        " conclusions into account in the plan of work%(names)s."
    )
    heads = "; ".join(f"{association} — {head}" for association, head in basis.heads)
    names = f": {_at_the_end(heads)}" if heads else ""
    return [translated(_, text, day=_day(basis, DISCUSS_IN), names=names)]


def _study(basis, _):
    """Neutral: that marks differ is a reason to look, not somebody's fault."""
    classes = [
        row[0]
        for row in _rows(basis, "objectivity")
        if row[0] in basis.classes and max(row[3], row[7]) > SIGNAL_PERCENT
    ]
    if not classes:
        return []
    text = _lt(
        "The deputy director is to study by %(day)s, together with the teachers, how the marks of"
        " the work and of the journal agree: %(classes)s."
    )
    return [translated(_, text, day=_day(basis, TEACH_IN), classes=", ".join(classes))]


def _control(basis, _):
    text = _lt("Responsible for the control of the fulfilment of the order: %(name)s.")
    return [translated(_, text, name=_at_the_end(basis.author or "_" * 30))]


def _at_the_end(names):
    """Names whose last initial shares its full stop with the sentence: «Орлова А. П.»."""
    return names.removesuffix(".")


_POINTS = (_approve, _teach, _check, _discuss, _study, _control)


def _acquaintance(basis, _):
    teachers = [name for row in _rows(basis, "classes") for name in row[1].split(", ")]
    people = [*teachers, *(head for _association, head in basis.heads), basis.author]
    columns = [
        Column(_("No. in order"), INTEGER),
        Column(_("Full name")),
        Column(_("Signature")),
        Column(_("Date")),
    ]
    names = dict.fromkeys(name for name in people if name and name != "—")
    rows = [[number, name, "", ""] for number, name in enumerate(names, start=1)]
    return frozen_table(columns, rows)


def _rows(basis, name):
    """Rows of a table of the note as plain values."""
    return [
        [cell["value"] if isinstance(cell, dict) else cell for cell in row]
        for row in basis.given.get(name, {}).get("rows", [])
    ]


def _day(basis, after):
    """The working day on which, or after which, the time is up."""
    day = basis.day + after
    rest = 7 - day.weekday() if day.weekday() > FRIDAY else 0
    return (day + timedelta(days=rest)).strftime("%d.%m.%Y")
