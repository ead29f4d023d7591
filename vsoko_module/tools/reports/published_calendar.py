"""The calendar of assessments for publication → a ``Paper``: classes by months, list of works."""

from dataclasses import dataclass, replace
from datetime import date

from ..writers.cells import DATE, INTEGER, Cell, Column
from . import tables
from .formatting import DASH, NBSP
from .frozen import Frozen
from .given import frozen_table
from .paper import Paper, PaperFrame, Part
from .published_book import published_book
from .tables import Table

# an external procedure: not by the decision of the school
MARK = "*"


@dataclass(frozen=True)
class PublishedWork:
    """One work; ``short_subject`` is for a narrow column, ``lesson`` 0 when not known."""

    day: date
    classes: tuple
    subject: str
    short_subject: str
    kind: str
    external: bool = False
    lesson: int = 0


def published_calendar(school, span, classes, works, months, _):
    """``Paper`` with the table of classes by months.

    :param span: the school year and its part in words
    :param classes: names of all classes in their order
    :param works: of ``PublishedWork``
    :param months: ``{(year, month): name}`` in their order
    """
    note = _(
        "The number is the day of the month; %(mark)s: an external procedure (VPR, exams…).",
        mark=MARK,
    )
    given = {"classes": _by_class(classes, works, months, note, _)}
    title = _("Calendar of assessments")
    form = PaperFrame(school, approval=("", ""), is_draft=False)
    return Paper(Frozen({"given": given}), title, [span], [_part("classes")], form)


def calendar_book(paper, works, _):
    """Bytes of the workbook: the table of the ``Paper`` and the list of all works."""
    title = [_("By classes and months"), _("All works")]
    (block,) = paper.parts[0].frozen["blocks"]
    table = tables.build(paper.frozen, block, _)
    by_class = replace(table, title=title[0])
    works_table = Table(title[1], *_list(works, _))
    heading = [paper.title, paper.form.school, *paper.lines]
    return published_book(heading, [table.note], [by_class, works_table], _)


def _list(works, _):
    """Columns and rows of the list of all works, the earliest first."""
    columns = [
        Column(_("Date"), DATE),
        Column(_("Lesson")),
        Column(_("Classes")),
        Column(_("Subject")),
        Column(_("Type of work")),
        Column(_("External procedure")),
    ]
    words = {True: _("yes"), False: _("no")}
    rows = [
        [
            work.day,
            Cell(work.lesson, kind=INTEGER) if work.lesson else DASH,
            ", ".join(work.classes),
            work.subject,
            work.kind,
            words[work.external],
        ]
        for work in sorted(works, key=lambda work: (work.day, work.lesson, work.subject))
    ]
    return columns, rows


def _part(name):
    block = {"kind": "given", "name": name, "title": ""}
    return Part("", {"code": name, "wide": True, "blocks": [block]}, [])


def _by_class(classes, works, months, note, _):
    found = {}
    for work in sorted(works, key=lambda work: work.day):
        # one entry stays on one line
        text = f"{work.day:%d} {work.short_subject}".replace(" ", NBSP)
        text += MARK if work.external else ""
        for name in work.classes:
            found.setdefault((name, (work.day.year, work.day.month)), []).append(text)
    columns = [Column(_("Class")), *(Column(name) for name in months.values())]
    rows = [
        [Cell(name, bold=True), *(", ".join(found.get((name, month), ())) for month in months)]
        for name in classes
    ]
    return frozen_table(columns, rows, note)
