"""Results by class, against other groups, and the distribution of points."""

from ...analysis import count_levels, distribution, mark_counts, own_group, results
from ...measures import quality, share
from ...measures.objectivity import ROUGH, UNSAFE
from ...translation import _lt, translated
from ...writers.cells import INTEGER, NUMBER, PERCENT, Cell, Column
from ..formatting import DASH, number
from ..given import frozen_chart, frozen_table
from ..points import points_text
from .looks import MARK_COLOURS, percent

MARKS = (5, 4, 3, 2)


def make(work, _):
    # the conclusions of the whole note begin with the results of the whole work
    parts = {"totals": {"sentences": _sentences(work, _)[:1]}}
    if work.pupils:
        parts["classes"] = _classes(work, _)
    if work.aggregates:
        parts["aggregates"] = _aggregates(work, _)
    if len(work.classes) > 1 and mark_counts(work.wrote).base:
        parts["classes_chart"] = _classes_chart(work, _)
    if found := distribution(work):
        parts["distribution"] = _distribution(work, found, _)
        if work.levels:
            parts["levels"] = _levels(work, _)
    return parts


def _classes(work, _):
    columns = [
        Column(_("Class")),
        Column(_("Teacher")),
        Column(_("By the list"), INTEGER),
        Column(_("Wrote"), INTEGER),
        *(Column(f"«{mark}»", INTEGER) for mark in MARKS),
        Column(_("Success, %"), NUMBER),
        Column(_("Quality, %"), NUMBER),
        Column(_("Degree of learning, %"), NUMBER),
        Column(_("Mean mark"), NUMBER, 2),
        Column(_("Average points"), NUMBER),
        Column(_("Done, %"), NUMBER),
    ]
    rows = [_class_row(name, work.in_class(name), work) for name in work.classes]
    if len(rows) > 1:
        total = _class_row(_("Total"), work.pupils, work)
        total[1] = DASH
        rows.append([Cell(value, bold=True) for value in total])
    return frozen_table(columns, rows, sentences=_sentences(work, _))


def _class_row(name, pupils, work):
    found = results(work, pupils)
    teachers = dict.fromkeys(pupil.teacher for pupil in pupils if pupil.teacher)
    return [
        name,
        ", ".join(teachers) or DASH,
        found.listed,
        found.wrote,
        *(found.by_mark[mark] if found.marks.base else None for mark in MARKS),
        found.success,
        found.quality,
        found.degree,
        found.mean,
        found.average,
        found.percent,
    ]


def _sentences(work, _):
    found = results(work, work.pupils)
    if not found.marks.base:
        return []
    values = {
        "success": percent(found.success),
        "quality": percent(found.quality),
        "degree": percent(found.degree),
        "mean": number(found.mean, 2),
        "n": found.marks.base,
    }
    text = _lt(
        "Success %(success)s, quality %(quality)s, degree of learning %(degree)s, average mark"
        " %(mean)s (marks: %(n)s)."
    )
    return [translated(_, text, **values), *_between_classes(work, _)]


def _between_classes(work, _):
    shares = {name: quality(mark_counts(work.in_class(name))) for name in work.classes}
    counted = {name: value for name, value in shares.items() if value is not None}
    if len(counted) < 2 or len(set(counted.values())) == 1:
        return []
    low, high = min(counted, key=counted.get), max(counted, key=counted.get)
    text = _lt("Quality by classes: from %(low)s (%(lowest)s) to %(high)s (%(highest)s).")
    return [
        translated(
            _,
            text,
            low=percent(counted[low]),
            lowest=low,
            high=percent(counted[high]),
            highest=high,
        )
    ]


def _classes_chart(work, _):
    found = [results(work, work.in_class(name)) for name in work.classes]
    return frozen_chart(
        work.classes,
        [
            (_("Success, %"), [result.success for result in found], None),
            (_("Quality, %"), [result.quality for result in found], None),
        ],
        highest=100,
    )


def _aggregates(work, _):
    columns = [
        Column(_("Group of participants")),
        Column(_("Participants"), INTEGER),
        *(Column(f"«{mark}», %", NUMBER) for mark in sorted(MARKS)),
    ]
    rows = [
        [f"{group.level}: {group.name}", group.participants, *(group.shares or [None] * 4)]
        for group in work.aggregates
    ]
    own = own_group(work, _("By the results in the program"))
    if own.shares:
        line = (own.name, own.participants, *own.shares)
        rows.append([Cell(value, bold=True) for value in line])
    return frozen_table(columns, rows)


def _distribution(work, found, _):
    chart = frozen_chart(
        [points_text(total) for total in found.totals],
        [("", found.counts, [MARK_COLOURS.get(mark, MARK_COLOURS[4]) for mark in found.marks])],
    )
    return chart | {"sentences": _shape(work, found, _)}


def _shape(work, found, _):
    """What the shape of the distribution says, as far as the number of pupils allows."""
    values = {"mean": number(found.average, 1), "max": points_text(work.maximum)}
    lines = [_("Average points: %(mean)s of %(max)s.", **values)]
    few = {
        UNSAFE: _lt("Fewer than 20 wrote: the shape of the distribution says nothing yet."),
        ROUGH: _lt("Fewer than 50 wrote: the shape of the distribution says little."),
    }
    if found.tier in few:
        lines.append(translated(_, few[found.tier]))
    text = _lt(
        "At the border of a mark (%(score)s points): %(count)s results, one point below:"
        " %(below)s. It is a reason to study the checking of works, not a proof."
    )
    for peak in found.peaks:
        values = {"score": points_text(peak.score), "count": peak.count, "below": peak.below}
        lines.append(translated(_, text, **values))
    return lines


def _levels(work, _):
    counts = count_levels(work, work.pupils)
    columns = [
        Column(_("Level of achievement")),
        Column(_("From the share of the points"), PERCENT, 0),
        Column(_("Pupils"), INTEGER),
        Column(_("Share of those who wrote"), PERCENT),
    ]
    rows = [
        [level[1], _bound_cell(level[0]), count, share(count, sum(counts))]
        for level, count in zip(work.levels, counts, strict=True)
    ]
    return frozen_table(columns, rows, work.levels_origin)


def _bound_cell(percent):
    """A border as the school has set it: 85 %, or 84,5 %."""
    return Cell(percent, digits=1) if percent % 1 else percent
