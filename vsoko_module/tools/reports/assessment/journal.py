"""The work against the journal, and against the earlier work of the same pupils."""

from ...analysis import against_journal, who_wrote
from ...measures import progress, share
from ...measures.objectivity import SIGNAL_PERCENT
from ...numbers import change
from ...translation import _lt, translated
from ...writers.cells import CHANGE, INTEGER, NUMBER, Cell, Column
from ..formatting import number
from ..given import frozen_table
from .looks import percent


def make(work, _):
    parts = {}
    if against_journal(work.pupils).pairs:
        parts["objectivity"] = _objectivity(work, _)
    if work.previous and _both(work, work.wrote):
        parts["progress"] = _progress(work, _)
    return parts


def _objectivity(work, _):
    columns = [
        Column(_("Class")),
        Column(_("Pairs of marks"), INTEGER),
        Column(_("Lowered"), INTEGER),
        Column(_("Lowered, %"), NUMBER),
        Column(_("Confirmed"), INTEGER),
        Column(_("Confirmed, %"), NUMBER),
        Column(_("Raised"), INTEGER),
        Column(_("Raised, %"), NUMBER),
        Column(_("Differ by two and more"), INTEGER),
    ]
    groups = [(name, work.in_class(name)) for name in work.classes]
    rows = [_journal_row(name, against_journal(pupils)) for name, pupils in groups]
    if len(rows) > 1:
        total = _journal_row(_("Total"), against_journal(work.pupils))
        rows.append([Cell(value, bold=True) for value in total])
    note = _(
        "Lowered: the mark of the work is below the mark of the journal. Shares are of the"
        " pairs in which both marks are known. More than %(threshold)s %% lowered or raised is"
        " a reason to study the matter further and says nothing about its cause.",
        threshold=SIGNAL_PERCENT,
    )
    return frozen_table(columns, rows, note, _journal_sentences(work, groups, _))


def _journal_row(name, found):
    row = [name, found.pairs]
    for count in (found.lowered, found.same, found.raised):
        row += [count, share(count, found.pairs)]
    return [*row, found.far_apart]


def _journal_sentences(work, groups, _):
    found = against_journal(work.pupils)
    values = {
        "pairs": found.pairs,
        "same": percent(found.percent(found.same)),
        "lowered": percent(found.percent(found.lowered)),
        "raised": percent(found.percent(found.raised)),
    }
    text = _lt(
        "Compared with the journal: %(pairs)s pairs of marks, confirmed %(same)s, lowered"
        " %(lowered)s, raised %(raised)s."
    )
    lines = [translated(_, text, **values)]
    study = [name for name, pupils in groups if against_journal(pupils).needs_study()]
    if study:
        text = _lt("Needs further study (marks of the work and of the journal): %(classes)s.")
        lines.append(translated(_, text, classes=", ".join(study)))
    return lines


def _both(work, pupils):
    """``Progress`` of the pupils between the earlier work and this one; None when nobody wrote
    both."""
    _name, _day, maximum, earlier = work.previous
    now = {
        pupil.key: (pupil.score, pupil.mark)
        for pupil in who_wrote(pupils)
        if pupil.score is not None
    }
    found = progress(earlier, maximum, now, work.maximum)
    return found if found.both else None


def _progress(work, _):
    columns = [
        Column(_("Class")),
        Column(_("Wrote both works"), INTEGER),
        Column(_("Earlier work, %"), NUMBER),
        Column(_("This work, %"), NUMBER),
        Column(_("Change, p.p."), CHANGE),
        Column(_("Mark is higher"), INTEGER),
        Column(_("The same mark"), INTEGER),
        Column(_("Mark is lower"), INTEGER),
    ]
    rows = [
        _progress_row(name, found)
        for name in work.classes
        if (found := _both(work, work.in_class(name)))
    ]
    total = _both(work, work.wrote)
    if len(rows) > 1:
        row = _progress_row(_("Total"), total)
        rows.append([Cell(value, bold=True) for value in row])
    name, day, _maximum, _earlier = work.previous
    note = _(
        "Earlier work: %(name)s, %(day)s. Shares of the possible points.",
        name=name,
        day=day.strftime("%d.%m.%Y"),
    )
    text = _lt(
        "Of the same %(both)s pupils: %(first)s of the points in the earlier work, %(second)s in"
        " this one (%(change)s p.p.). The works may differ in difficulty."
    )
    values = {
        "both": total.both,
        "first": percent(total.first_percent),
        "second": percent(total.second_percent),
        "change": number(_shown_change(total), 1, signed=True),
    }
    return frozen_table(columns, rows, note, [translated(_, text, **values)])


def _shown_change(found):
    return float(change(found.second_percent, found.first_percent, 1))


def _progress_row(name, found):
    return [
        name,
        found.both,
        found.first_percent,
        found.second_percent,
        _shown_change(found),
        found.mark_up,
        found.mark_same,
        found.mark_down,
    ]
