"""The page of the analysis of one assessment: the figures of the note as JSON for the screen.

Shares are per cents or None; readings are those of ``measures.share_reading``.
"""

from ...analysis import (
    MARKS,
    against_journal,
    count_levels,
    distribution,
    figure_lines,
    grouped_tasks,
    groups_by_mark,
    label,
    own_group,
    remarks,
    results,
    task_lines,
    tasks_beside,
    who_wrote,
)
from ...analysis.elements import group_of_tasks, groups_or_tasks
from ...analysis.words import difficulty_words, discrimination_words
from ...measures import sample_tier, share
from ...measures.distribution import MEANINGFUL_GROUP
from ...measures.items import ENOUGH_FOR_CERTAINTY, ENOUGH_FOR_INDICES
from ...measures.objectivity import SIGNAL_PERCENT
from ...translation import _lt, translated
from ..charts import data_uri, given_chart
from ..points import points_text
from .beside import change_words, task_sentences
from .groups import chart

_PARTS = (
    ("content", "content", _lt("Elements of content")),
    ("skill", "skills", _lt("Skills")),
    ("level", "task_levels", _lt("Levels")),
)


def make_page(work, _):
    """What the page shows of a ``Work``."""
    n = work.figures.n
    return {
        "n": n,
        "few": n < ENOUGH_FOR_INDICES,
        "uncertain": n < ENOUGH_FOR_CERTAINTY,
        "figures": _figures(work.figures, _),
        "items": [_item(line, _) for line in task_lines(work)],
        "distribution": _distribution(work),
        "marks": _marks(work),
        "levels": _levels(work, _),
        "groups": _groups(work),
        "parts": _parts(work, _),
        "classes": _classes(work),
        "objectivity": _objectivity(work),
        "participants": _participants(work, _),
        "beside": _beside(work, _),
    }


def _figures(found, _):
    """The figures of the work: a title, a value or None, its digits, words."""
    maximum = _("of %(maximum)s", maximum=points_text(found.maximum))
    lines = [
        (_("Wrote"), found.n, 0, ""),
        (_("Mean points"), found.mean, 2, maximum),
        (
            _("Done, %"),
            found.percent,
            1,
            _("share of the possible points"),
        ),
        *figure_lines(found, _),
    ]
    return [dict(zip(("title", "value", "digits", "words"), line, strict=True)) for line in lines]


def _item(line, _):
    """A line of the table of tasks; ``remarks`` say in words what calls for a look."""
    task, item, reading = line
    return {
        "number": task.number,
        "level": task.level_name,
        "max_score": task.max_score,
        "percent": item.percent,
        "full": item.full,
        "partial": item.partial,
        "zero": item.zero,
        "empty": item.empty,
        "discrimination": item.discrimination,
        "item_rest": item.item_rest,
        "reading": reading,
        "difficulty_words": difficulty_words(item, _),
        "discrimination_words": discrimination_words(item, _),
        "remarks": remarks(item, _),
    }


def _distribution(work):
    """``bars`` of pupils by total and the ``peaks`` at the borders of marks; None without any."""
    found = distribution(work)
    if not found:
        return None
    lines = zip(found.totals, found.counts, found.marks, strict=True)
    return {
        "bars": [dict(zip(("score", "count", "mark"), line, strict=True)) for line in lines],
        "peaks": [peak.score for peak in found.peaks],
        "tier": found.tier,
    }


def _marks(work):
    found = results(work, work.pupils)
    return {
        "counts": [{"mark": mark, "count": found.by_mark[mark]} for mark in MARKS],
        "total": found.marks.base,
        "success": found.success,
        "quality": found.quality,
    }


def _levels(work, _):
    """Numbers of pupils by level and class; the last of several lines is of all classes."""
    groups = [(name, work.in_class(name)) for name in work.classes]
    if len(groups) > 1:
        groups.append((_("All"), work.pupils))
    lines = [(name, count_levels(work, pupils)) for name, pupils in groups]
    return {
        "levels": [
            {"name": level.name, "from": level.min_percent, "status": level.status}
            for level in work.levels
        ],
        "origin": work.levels_origin,
        "lines": [
            {
                "name": name,
                "n": sum(counts),
                "counts": counts,
                "shares": [share(count, sum(counts)) for count in counts],
            }
            for name, counts in lines
            if sum(counts)
        ],
    }


def _groups(work):
    """The share of each task by groups of marks, with the chart of their lines.

    ``crossings`` are numbers of tasks; groups of fewer than ``least`` pupils cross nothing.
    """
    groups = groups_by_mark(work)
    several = len(groups.by_mark) > 1
    return {
        "lines": [
            {"mark": mark, "n": n, "shares": shares, "is_compared": n >= MEANINGFUL_GROUP}
            for mark, (n, shares) in groups.by_mark.items()
        ],
        "crossings": [work.tasks[place].number for place in groups.crossed],
        "chart": data_uri(given_chart(chart(work, groups))) if several else None,
        "least": MEANINGFUL_GROUP,
    }


def _parts(work, _):
    """The shares of elements of content, of skills and of levels, those that tasks name."""
    found = [(key, title, grouped_tasks(work, kind)) for key, kind, title in _PARTS]
    return [
        {"key": key, "title": translated(_, title), "lines": [_part(work, part) for part in parts]}
        for key, title, parts in found
        if parts
    ]


def _part(work, part):
    return {
        "name": label(part.key),
        "tasks": ", ".join(work.tasks[place].number for place in part.places),
        "percent": part.percent,
        "reading": part.reading,
    }


def _classes(work):
    """Results by class and teacher, with the shares of elements of content; tasks stand in where
    elements are not named."""
    columns = groups_or_tasks(work.tasks)
    groups = {}
    for pupil in work.wrote:
        groups.setdefault((pupil.class_name, pupil.teacher), []).append(pupil)
    order = work.classes.index
    return {
        "columns": [{"code": key[0], "title": label(key)} for key in columns],
        "lines": [
            {"name": name, "teacher": teacher, **_class(work, groups[name, teacher], columns)}
            for name, teacher in sorted(groups, key=lambda key: (order(key[0]), key[1]))
        ],
    }


def _class(work, pupils, columns):
    found = results(work, pupils)
    points = [pupil.points for pupil in who_wrote(pupils) if pupil.points is not None]
    parts = [group_of_tasks(work, key, places, points) for key, places in columns.items()]
    return {
        "n": found.wrote,
        "percent": found.percent,
        "success": found.success,
        "quality": found.quality,
        "shares": [{"percent": part.percent, "reading": part.reading} for part in parts],
    }


def _objectivity(work):
    found = against_journal(work.pupils)
    return {
        "pairs": found.pairs,
        "lowered": found.lowered,
        "same": found.same,
        "raised": found.raised,
        "far_apart": found.far_apart,
        "lowered_percent": found.percent(found.lowered),
        "same_percent": found.percent(found.same),
        "raised_percent": found.percent(found.raised),
        "tier": sample_tier(found.pairs),
        "needs_study": found.needs_study(),
        "threshold": SIGNAL_PERCENT,
    }


def _participants(work, _):
    """A line for each returned group and, last, one for the results of this school."""
    own = own_group(work, _("Results in the program"))
    lines = [_participant(group) for group in work.aggregates]
    return lines and [*lines, _participant(own) | {"is_own": True}]


def _participant(group):
    return {
        "name": group.name,
        "participants": group.participants,
        "marks": group.shares and list(group.shares),
        "comparison": group.comparison and list(group.comparison),
        "average": group.average,
        "note": group.note,
    }


def _beside(work, _):
    """The tasks beside those of others; None when nobody else's are known."""
    found = tasks_beside(work)
    return found and {
        "groups": [group.name for group in found.groups],
        "reference": found.reference.name,
        "sentences": task_sentences(found, _),
        "has_texts": any(line.text for line in found.lines),
        "lines": [
            {
                "number": line.number,
                "text": line.text,
                "own": line.own,
                "shares": list(line.shares),
                "change": line.change,
                "words": change_words(line, _),
            }
            for line in found.lines
        ],
    }
