"""Quality of the test itself, in plain words."""

from ...measures import alpha_interval
from ...measures.items import ENOUGH_FOR_CERTAINTY, ENOUGH_FOR_INDICES
from ...translation import _lt
from ...writers.cells import NUMBER, TEXT, Cell, Column
from ..formatting import DASH, number
from ..given import frozen_table

# lower bounds and words, the highest first; custom of test theory (assess.com, MEGS, Engelhardt)
ALPHA = ((0.8, _lt("good")), (0.7, _lt("acceptable")), (None, _lt("low: judge pupils with care")))
FERGUSON = (
    (0.9, _lt("tells pupils apart well")),
    (None, _lt("many pupils have the same points")),
)
VARIATION = (
    (30, _lt("the results are very different")),
    (15, _lt("the results are moderately different")),
    (None, _lt("the results are alike")),
)
DIFFICULTY = (
    (0.95, _lt("very easy")),
    (0.6, _lt("ordinary")),
    (0.4, _lt("hard")),
    (None, _lt("very hard")),
)
DISCRIMINATION = (
    (0.3, _lt("good")),
    (0.2, _lt("acceptable")),
    (0, _lt("weak")),
    (None, _lt("the other way round")),
)


def make(work, _):
    if not work.scored:
        return {}
    return {
        "measurement": _figures(work, _),
        "items": _items(work, _),
    }


def in_words(value, readings, _):
    """Words of the first bound that the value reaches; empty without a value."""
    if value is None:
        return ""
    word = next(word for bound, word in readings if bound is None or value >= bound)
    return _(word)


def figure_lines(found, _):
    """``[(title, value, digits, words)]`` of ``WorkFigures`` that may be shown; the words of a
    value that is None say why it is."""
    error = found.sem and _("points of a pupil are exact to ±%(error)s", error=number(found.sem, 1))
    few = found.n < ENOUGH_FOR_INDICES
    missing = _("not enough data") if few else _("cannot be computed")
    lines = [
        (_lt("Median of the points"), found.median, 1, ""),
        (
            _lt("Coefficient of variation, %"),
            found.variation,
            1,
            in_words(found.variation, VARIATION, _),
        ),
        (_lt("Reliability (α)"), found.alpha, 2, _reliability(found, _)),
        (_lt("Standard error of measurement"), found.sem, 2, error),
        (_lt("Ferguson's δ"), found.ferguson, 2, in_words(found.ferguson, FERGUSON, _)),
    ]
    if found.kr20 is not None:
        lines.append((_lt("KR-20"), found.kr20, 2, in_words(found.kr20, ALPHA, _)))
    return [
        (_(title), value, digits, missing if value is None else words)
        for title, value, digits, words in lines
    ]


def _reliability(found, _):
    interval = alpha_interval(found.alpha, found.n, len(found.items))
    if not interval:
        return ""
    return in_words(found.alpha, ALPHA, _) + _(
        " (95 %% interval: %(low)s to %(high)s)",
        low=number(interval[0], 2),
        high=number(interval[1], 2),
    )


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
        return [_(text)]
    lines = []
    if found.n < ENOUGH_FOR_CERTAINTY:
        lines.append(_("Fewer than 30 pupils wrote: read the indices with care."))
    if found.alpha is not None:
        text = _lt("Reliability of the work is %(alpha)s: %(words)s.")
        values = {
            "alpha": number(found.alpha, 2),
            "words": in_words(found.alpha, ALPHA, _),
        }
        lines.append(_(text, **values))
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
    few = work.figures.n < ENOUGH_FOR_INDICES
    unknown = Cell(_(_lt("not enough data") if few else _lt("cannot be computed")), kind=TEXT)
    rows = []
    remarked = []
    for task, item in zip(work.tasks, work.figures.items, strict=True):
        rest = None if few else item.item_rest
        rows.append(
            [
                task.number,
                item.difficulty,
                in_words(item.difficulty, DIFFICULTY, _),
                unknown if item.discrimination is None else item.discrimination,
                in_words(item.discrimination, DISCRIMINATION, _) or DASH,
                unknown if rest is None else rest,
                Cell(" ".join(task.remarks), fill="#FFF3CD" if task.remarks else None),
            ]
        )
        if task.remarks:
            remarked.append(task.number)
    sentences = []
    if remarked:
        text = _lt("Look at the wording and the key of tasks: %(tasks)s.")
        sentences.append(_(text, tasks=", ".join(remarked)))
    return frozen_table(columns, rows, sentences=sentences)
