"""What to teach again: by class, the elements and skills with an insufficient share."""

from dataclasses import dataclass

from ...analysis import label, levels_of, task_groups
from ...analysis.elements import group_of_tasks
from ...measures import expected_share
from ...measures.distribution import INSUFFICIENT
from ...translation import _lt, translated
from ...writers.cells import NUMBER, Cell, Column
from ..formatting import number
from ..given import frozen_table
from .looks import FILLS, SOURCE, percent
from .pupils import mastered


@dataclass(frozen=True)
class Gap:
    """What a class is to be taught again: ``weak`` of its ``wrote`` pupils have not mastered it;
    ``tasks`` are numbers."""

    class_name: str
    teacher: str
    name: str
    tasks: tuple
    share: float
    expected: float
    weak: int
    wrote: int


def make(work, _):
    if not work.scored or not any(task.level for task in work.tasks):
        return {}
    found = gaps(work, _)
    columns = [
        Column(_("Class")),
        Column(_("Teacher")),
        Column(_("What to teach again")),
        Column(_("Shown by tasks")),
        Column(_("Done, %"), NUMBER),
        Column(_("Expected, %"), NUMBER),
        Column(_("Not mastered by pupils")),
    ]
    rows = [
        [
            gap.class_name,
            gap.teacher,
            gap.name,
            ", ".join(gap.tasks),
            Cell(gap.share, fill=FILLS[INSUFFICIENT]),
            gap.expected,
            _part(gap, _),
        ]
        for gap in found
    ]
    return {
        "reteaching": frozen_table(columns, rows, translated(_, SOURCE), _sentences(found, _)),
        "summary": {"sentences": _summary(found, _)},
    }


def gaps(work, _):
    """``Gap`` of every class, by class; the weakest first."""
    groups = _groups(work, _)
    found = []
    for class_name in work.classes:
        pupils = [pupil for pupil in work.scored if pupil.class_name == class_name]
        in_class = [_gap(work, pupils, name, places) for name, places in groups.items()]
        found += sorted(filter(None, in_class), key=lambda gap: gap.share - gap.expected)
    return found


def _groups(work, _):
    """Places of tasks by what they check: elements and skills, or themselves when neither is
    named; elements and skills that rest on the same tasks are one line."""
    named = {}
    for kind in ("content", "skills"):
        for key, places in task_groups(work.tasks, kind).items():
            named.setdefault(tuple(places), []).append(label(key))
    if named:
        return {"; ".join(names): places for places, names in named.items()}
    names = [_("task %(number)s", number=task.number) for task in work.tasks]
    return {name: (place,) for place, name in enumerate(names)}


def _gap(work, pupils, name, places):
    """The ``Gap`` of one class in some tasks; None when their share is not insufficient."""
    tasks = [work.tasks[place] for place in places]
    part = group_of_tasks(work, name, places, [pupil.points for pupil in pupils])
    if part.reading != INSUFFICIENT:
        return None
    return Gap(
        pupils[0].class_name,
        ", ".join(dict.fromkeys(pupil.teacher for pupil in pupils if pupil.teacher)),
        name,
        tuple(task.number for task in tasks),
        part.percent,
        expected_share(levels_of(tasks))[0],
        sum(not mastered(work, pupil.points, places) for pupil in pupils),
        len(pupils),
    )


def _part(gap, _):
    return _("%(weak)s of %(wrote)s", weak=gap.weak, wrote=gap.wrote)


def _sentences(found, _):
    if not found:
        return [_("No class has elements with an insufficient share.")]
    text = _lt(
        "%(class)s: teach again %(name)s (tasks %(tasks)s; done %(share)s, expected %(expected)s;"
        " not mastered by %(part)s)."
    )
    return [
        translated(
            _,
            text,
            **{"class": gap.class_name},
            name=gap.name,
            tasks=", ".join(gap.tasks),
            share=percent(gap.share),
            expected=f"{number(gap.expected, 0)} %",
            part=_part(gap, _),
        )
        for gap in found
    ]


def _summary(found, _):
    if not found:
        return []
    counts = {}
    for gap in found:
        counts[gap.class_name] = counts.get(gap.class_name, 0) + 1
    named = ", ".join(f"{name} — {count}" for name, count in counts.items())
    text = _lt("Elements and skills to be taught again: %(classes)s.")
    return [translated(_, text, classes=named)]
