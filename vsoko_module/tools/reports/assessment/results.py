"""Results by class, against other groups, and the distribution of points."""

from ...measures import (
    achievement_level,
    border_peaks,
    counts_by_total,
    learning_degree,
    mark_of,
    mean,
    quality,
    sample_tier,
    share,
    success,
)
from ...measures.objectivity import ROUGH, UNSAFE
from ...translation import _lt
from ...writers.cells import INTEGER, NUMBER, PERCENT, Cell, Column
from ..formatting import DASH, number
from ..given import frozen_chart, frozen_table
from ..points import points_text
from .facts import mark_counts
from .looks import percent

MARKS = (5, 4, 3, 2)
# fewer results at the border of a mark are no peak worth a word
MEANINGFUL_PEAK = 5
MARK_COLOURS = {5: "#7A9E4E", 4: "#2F6DB5", 3: "#F0A030", 2: "#C8553D", 1: "#C8553D"}


def make(work, _):
    # the conclusions of the whole note begin with the results of the whole work
    parts = {"totals": {"sentences": _sentences(work, _)[:1]}}
    if work.pupils:
        parts["classes"] = _classes(work, _)
    if work.aggregates:
        parts["aggregates"] = _aggregates(work, _)
    if len(work.classes) > 1 and mark_counts(work.wrote).base:
        parts["classes_chart"] = _classes_chart(work, _)
    if any(pupil.score is not None for pupil in work.wrote) and work.maximum:
        parts["distribution"] = _distribution(work, _)
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
    wrote = [pupil for pupil in pupils if pupil.attendance == "present"]
    marks = mark_counts(wrote)
    scores = [pupil.score for pupil in wrote if pupil.score is not None]
    average = sum(scores) / len(scores) if scores else None
    teachers = dict.fromkeys(pupil.teacher for pupil in pupils if pupil.teacher)
    # «1» is a failing mark as «2» is, and works hardly ever have it
    counts = (marks.five, marks.four, marks.three, marks.two + marks.one)
    return [
        name,
        ", ".join(teachers) or DASH,
        len(pupils),
        len(wrote),
        *(counts if marks.base else [None] * len(counts)),
        success(marks),
        quality(marks),
        learning_degree(marks, weights=work.weights),
        mean(marks),
        average,
        None if average is None else share(average, work.maximum),
    ]


def _sentences(work, _):
    marks = mark_counts(work.wrote)
    if not marks.base:
        return []
    values = {
        "success": percent(success(marks)),
        "quality": percent(quality(marks)),
        "degree": percent(learning_degree(marks, weights=work.weights)),
        "mean": number(mean(marks), 2),
        "n": marks.base,
    }
    text = _lt(
        "Success %(success)s, quality %(quality)s, degree of learning %(degree)s, average mark"
        " %(mean)s (marks: %(n)s)."
    )
    return [_(text, **values), *_between_classes(work, _)]


def _between_classes(work, _):
    shares = {name: quality(mark_counts(work.in_class(name))) for name in work.classes}
    known = {name: value for name, value in shares.items() if value is not None}
    if len(known) < 2 or len(set(known.values())) == 1:
        return []
    low, high = min(known, key=known.get), max(known, key=known.get)
    text = _lt("Quality by classes: from %(low)s (%(lowest)s) to %(high)s (%(highest)s).")
    return [_(text, low=percent(known[low]), lowest=low, high=percent(known[high]), highest=high)]


def _classes_chart(work, _):
    counts = [mark_counts(work.in_class(name)) for name in work.classes]
    return frozen_chart(
        work.classes,
        [
            (_("Success, %"), [success(marks) for marks in counts], None),
            (_("Quality, %"), [quality(marks) for marks in counts], None),
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
    marks = mark_counts(work.wrote)
    if marks.base:
        numbers = (marks.two + marks.one, marks.three, marks.four, marks.five)
        own = [_("By the results in the program"), marks.base]
        own += [share(number_, marks.base) for number_ in numbers]
        rows.append([Cell(value, bold=True) for value in own])
    return frozen_table(columns, rows)


def _distribution(work, _):
    scores = [pupil.score for pupil in work.wrote if pupil.score is not None]
    counts = counts_by_total(scores, work.maximum, work.step)
    totals = [place * work.step for place in range(len(counts))]
    marks = [mark_of(total, work.scale) for total in totals]
    chart = frozen_chart(
        [points_text(total) for total in totals],
        [("", counts, [MARK_COLOURS.get(mark, MARK_COLOURS[4]) for mark in marks])],
    )
    return chart | {"sentences": _shape(work, counts, scores, _)}


def _shape(work, counts, scores, _):
    """What the shape of the distribution says, as far as the number of pupils allows."""
    values = {"mean": number(sum(scores) / len(scores), 1), "max": points_text(work.maximum)}
    lines = [_("Average points: %(mean)s of %(max)s.", **values)]
    tier = sample_tier(len(scores))
    if tier == UNSAFE:
        lines.append(_("Fewer than 20 wrote: the shape of the distribution says nothing yet."))
        return lines
    if tier == ROUGH:
        lines.append(_("Fewer than 50 wrote: the shape of the distribution says little."))
    for peak in border_peaks(counts, [band.min_score for band in work.scale], step=work.step):
        if peak.count < MEANINGFUL_PEAK:
            continue
        text = _lt(
            "At the border of a mark (%(score)s points): %(count)s results, one point below:"
            " %(below)s. It is a reason to study the checking of works, not a proof."
        )
        values = {"score": points_text(peak.score), "count": peak.count, "below": peak.below}
        lines.append(_(text, **values))
    return lines


def _levels(work, _):
    scores = [pupil.score for pupil in work.wrote if pupil.score is not None]
    found = [achievement_level(share(score, work.maximum), work.levels) for score in scores]
    columns = [
        Column(_("Level of achievement")),
        Column(_("From the share of the points"), PERCENT, 0),
        Column(_("Pupils"), INTEGER),
        Column(_("Share of those who wrote"), PERCENT),
    ]
    rows = [
        [name, bound, found.count(name), share(found.count(name), len(found))]
        for bound, name in work.levels
    ]
    return frozen_table(columns, rows, work.levels_origin)
