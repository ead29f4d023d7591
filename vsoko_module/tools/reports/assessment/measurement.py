"""Quality of the test itself, in plain words."""

from ...formula.errors import _lt
from ...measures import alpha_interval
from ...measures.items import ENOUGH_FOR_CERTAINTY, ENOUGH_FOR_INDICES
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


def make(work, translate):
    if not work.scored:
        return {}
    return {
        "measurement": _figures(work, translate),
        "items": _items(work, translate),
    }


def in_words(value, readings, translate):
    """Words of the first bound that the value reaches; empty without a value."""
    if value is None:
        return ""
    word = next(word for bound, word in readings if bound is None or value >= bound)
    return translate(word)


def figure_lines(found, translate):
    """``[(title, value, digits, words)]`` of ``WorkFigures`` that may be shown; the words of a
    value that is None say why it is."""
    error = found.sem and translate(_lt("points of a pupil are exact to ±%(error)s")) % {
        "error": number(found.sem, 1)
    }
    missing = translate(
        _lt("not enough data") if found.n < ENOUGH_FOR_INDICES else _lt("cannot be computed")
    )
    lines = [
        (_lt("Median of the points"), found.median, 1, ""),
        (
            _lt("Coefficient of variation, %"),
            found.variation,
            1,
            in_words(found.variation, VARIATION, translate),
        ),
        (_lt("Reliability (α)"), found.alpha, 2, _reliability(found, translate)),
        (_lt("Standard error of measurement"), found.sem, 2, error),
        (_lt("Ferguson's δ"), found.ferguson, 2, in_words(found.ferguson, FERGUSON, translate)),
    ]
    if found.kr20 is not None:
        lines.append((_lt("KR-20"), found.kr20, 2, in_words(found.kr20, ALPHA, translate)))
    return [
        (translate(title), value, digits, missing if value is None else words)
        for title, value, digits, words in lines
    ]


def _reliability(found, translate):
    interval = alpha_interval(found.alpha, found.n, len(found.items))
    if not interval:
        return ""
    return in_words(found.alpha, ALPHA, translate) + translate(
        _lt(" (95 %% interval: %(low)s to %(high)s)")
    ) % {"low": number(interval[0], 2), "high": number(interval[1], 2)}


def _figures(work, translate):
    columns = [
        Column(translate(_lt("Indicator"))),
        Column(translate(_lt("Value")), NUMBER, 2),
        Column(translate(_lt("In words"))),
    ]
    rows = [
        [title, Cell(words, kind=TEXT), DASH]
        if value is None
        else [title, Cell(value, digits=digits), words or DASH]
        for title, value, digits, words in figure_lines(work.figures, translate)
    ]
    return frozen_table(columns, rows, sentences=_sentences(work.figures, translate))


def _sentences(found, translate):
    if found.n < ENOUGH_FOR_INDICES:
        text = _lt("Fewer than 10 pupils wrote: not enough data for judging the test itself.")
        return [translate(text)]
    lines = []
    if found.n < ENOUGH_FOR_CERTAINTY:
        lines.append(translate(_lt("Fewer than 30 pupils wrote: read the indices with care.")))
    if found.alpha is not None:
        text = _lt("Reliability of the work is %(alpha)s: %(words)s.")
        values = {
            "alpha": number(found.alpha, 2),
            "words": in_words(found.alpha, ALPHA, translate),
        }
        lines.append(translate(text) % values)
    return lines


def _items(work, translate):
    columns = [
        Column(translate(_lt("Task"))),
        Column(translate(_lt("Difficulty")), NUMBER, 2),
        Column(translate(_lt("In words"))),
        Column(translate(_lt("Discrimination")), NUMBER, 2),
        Column(translate(_lt("Discrimination in words"))),
        Column(translate(_lt("With the rest")), NUMBER, 2),
        Column(translate(_lt("What to look at"))),
    ]
    few = work.figures.n < ENOUGH_FOR_INDICES
    unknown = Cell(
        translate(_lt("not enough data") if few else _lt("cannot be computed")), kind=TEXT
    )
    rows = []
    remarked = []
    for task, item in zip(work.tasks, work.figures.items, strict=True):
        rest = None if few else item.item_rest
        rows.append(
            [
                task.number,
                item.difficulty,
                in_words(item.difficulty, DIFFICULTY, translate),
                unknown if item.discrimination is None else item.discrimination,
                in_words(item.discrimination, DISCRIMINATION, translate) or DASH,
                unknown if rest is None else rest,
                Cell(" ".join(task.remarks), fill="#FFF3CD" if task.remarks else None),
            ]
        )
        if task.remarks:
            remarked.append(task.number)
    sentences = []
    if remarked:
        text = _lt("Look at the wording and the key of tasks: %(tasks)s.")
        sentences.append(translate(text) % {"tasks": ", ".join(remarked)})
    return frozen_table(columns, rows, sentences=sentences)
