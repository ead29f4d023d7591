"""Quality of the test itself, in plain words."""

from ...analysis import remarks, task_lines
from ...analysis.words import ALPHA, difficulty_words, discrimination_words, figure_lines, in_words
from ...measures.items import ENOUGH_FOR_CERTAINTY, ENOUGH_FOR_INDICES
from ...translation import _lt, translated
from ...writers.cells import NUMBER, TEXT, Cell, Column
from ..formatting import DASH, number
from ..given import frozen_table
from .looks import WARNING


def make(work, _):
    if not work.scored:
        return {}
    return {
        "measurement": _figures(work, _),
        "items": _items(work, _),
    }


def _figures(work, _):
    columns = [
        Column(_("Indicator")),
        Column(_("Value"), NUMBER, 2),
        Column(_("In words")),
    ]
    rows = [
        [title, Cell(words, kind=TEXT), DASH]
        if value is None
        else [title, Cell(value, digits=digits), words or DASH]
        for title, value, digits, words in figure_lines(work.figures, _)
    ]
    return frozen_table(columns, rows, sentences=_sentences(work.figures, _))


def _sentences(found, _):
    if found.n < ENOUGH_FOR_INDICES:
        text = _lt("Fewer than 10 pupils wrote: not enough data for judging the test itself.")
        return [translated(_, text)]
    lines = []
    if found.n < ENOUGH_FOR_CERTAINTY:
        lines.append(_("Fewer than 30 pupils wrote: read the indices with care."))
    if found.alpha is not None:
        text = _lt("Reliability of the work is %(alpha)s: %(words)s.")
        values = {
            "alpha": number(found.alpha, 2),
            "words": in_words(found.alpha, ALPHA, _),
        }
        lines.append(translated(_, text, **values))
    return lines


def _items(work, _):
    columns = [
        Column(_("Task")),
        Column(_("Difficulty"), NUMBER, 2),
        Column(_("In words")),
        Column(_("Discrimination"), NUMBER, 2),
        Column(_("Discrimination in words")),
        Column(_("With the rest"), NUMBER, 2),
        Column(_("What to look at")),
    ]
    lines = task_lines(work)
    found = {task.number: remarks(item, _) for task, item, _reading in lines}
    unknown = Cell(translated(_, _unknown(work.figures)), kind=TEXT)
    rows = [
        [
            task.number,
            item.difficulty,
            difficulty_words(item, _),
            unknown if item.discrimination is None else item.discrimination,
            discrimination_words(item, _) or DASH,
            unknown if item.item_rest is None else item.item_rest,
            Cell(" ".join(found[task.number]), fill=WARNING if found[task.number] else None),
        ]
        for task, item, _reading in lines
    ]
    return frozen_table(columns, rows, sentences=_look_at(found, _))


def _unknown(figures):
    few = figures.n < ENOUGH_FOR_INDICES
    return _lt("not enough data") if few else _lt("cannot be computed")


def _look_at(found, _):
    remarked = [number for number, lines in found.items() if lines]
    if not remarked:
        return []
    text = _lt("Look at the wording and the key of tasks: %(tasks)s.")
    return [translated(_, text, tasks=", ".join(remarked))]
