"""Figures of a test and of its tasks in plain words."""

from ..measures import alpha_interval
from ..measures.items import ENOUGH_FOR_INDICES
from ..reports.formatting import number
from ..translation import _lt, translated

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
# a task below these calls for a look at its wording and key
LEAST_DISCRIMINATION = 0.2
LEAST_CORRELATION = 0.2
TOO_EASY, TOO_HARD = 0.95, 0.2


def in_words(value, readings, _):
    """Words of the first bound that the value reaches; empty without a value."""
    if value is None:
        return ""
    word = next(word for bound, word in readings if bound is None or value >= bound)
    return translated(_, word)


def figure_lines(found, _):
    """``[(title, value, digits, words)]`` of ``WorkFigures`` that may be shown; the words of a
    value that is None say why it is."""
    error = found.sem and _("points of a pupil are exact to ±%(error)s", error=number(found.sem, 1))
    missing = translated(
        _, _lt("not enough data") if found.n < ENOUGH_FOR_INDICES else _lt("cannot be computed")
    )
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
        (translated(_, title), value, digits, missing if value is None else words)
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


def difficulty_words(item, _):
    return in_words(item.difficulty, DIFFICULTY, _)


def discrimination_words(item, _):
    return in_words(item.discrimination, DISCRIMINATION, _)


def remarks(item, _):
    """What calls for a look at a task, in words: nothing of too few pupils.

    :param item: ``measures.ItemFigures``
    """
    if item.n < ENOUGH_FOR_INDICES:
        return []
    found = []
    if item.difficulty > TOO_EASY:
        found.append(_lt("Nearly everybody did it: the task tells nobody apart."))
    elif item.difficulty < TOO_HARD:
        found.append(_lt("Nearly nobody did it: check the wording and the topic."))
    if item.discrimination_most < 0:
        found.append(_lt("The weak did it better than the strong: check the key."))
    elif item.discrimination < LEAST_DISCRIMINATION and item.difficulty <= TOO_EASY:
        found.append(_lt("It hardly tells the strong from the weak."))
    if item.item_rest is not None and item.item_rest < LEAST_CORRELATION:
        found.append(_lt("It agrees poorly with the rest of the work."))
    return [translated(_, text) for text in found]
