"""Pupils who need help: those below «3», or below half of the points when there are no marks."""

from ...analysis.elements import groups_or_tasks, label
from ...measures import share
from ...translation import _lt, translated
from ...writers.cells import INTEGER, PERCENT, TEXT, Cell, Column
from ..formatting import DASH, number
from ..given import frozen_table
from ..points import points_column
from .looks import listed

HALF = 50


def make(work, _):
    weak = [pupil for pupil in work.wrote if needs_help(pupil, work.maximum)]
    if not weak:
        return {}
    columns = [
        Column(_("Class")),
        Column(_("Pupil")),
        points_column(_("Points"), work.step),
        Column(_("Done, %"), PERCENT),
        Column(_("Mark"), INTEGER),
        Column(_("In the journal"), INTEGER),
        Column(_("Has not mastered")),
    ]
    rows = [
        [
            pupil.class_name,
            pupil.name,
            pupil.score,
            None if pupil.score is None else share(pupil.score, work.maximum),
            pupil.mark or Cell(DASH, kind=TEXT),
            pupil.journal or Cell(DASH, kind=TEXT),
            listed(_not_mastered(work, pupil)) or DASH,
        ]
        for pupil in weak
    ]
    note = _(
        "Not mastered: less than %(share)s of the points of an element. The list is for work"
        " inside the school; switch the section off in a note that is handed out.",
        share=f"{number(work.mastered_from, 0)} %",
    )
    text = _lt("Pupils who need help: %(count)s of %(wrote)s.")
    values = {"count": len(weak), "wrote": len(work.wrote)}
    return {"pupils": frozen_table(columns, rows, note, [translated(_, text, **values)])}


def needs_help(pupil, maximum):
    """Whether the pupil has «2», or without a mark less than half of the points."""
    if pupil.mark:
        return pupil.mark <= 2
    if pupil.score is None or not maximum:
        return False
    return share(pupil.score, maximum) < HALF


def mastered(work, points, places):
    """Whether a pupil with these points by task has mastered what several tasks check."""
    got = sum(points[place] or 0 for place in places)
    return share(got, sum(work.maxima[place] for place in places)) >= work.mastered_from


def _not_mastered(work, pupil):
    """Codes of the elements that the pupil has not mastered; tasks where none are named."""
    if pupil.points is None:
        return []
    return [
        code or label((code, name))
        for (code, name), places in groups_or_tasks(work.tasks).items()
        if not mastered(work, pupil.points, places)
    ]
