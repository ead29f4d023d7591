"""«What goes together with the result»: all factors that are tried at once, each inside strata.

Nothing here is a cause. What is not seen is told as «not seen in these data», which is no «there is
no connection».
"""

from collections import defaultdict
from dataclasses import dataclass, replace

from .clusters import clustering, design_effect, usual_size
from .correlation import rank_correlation
from .discovery import adjust
from .effect_size import hedges
from .strata import Pooled, Side, Stratum, pool

PUPIL, CLASS = "pupil", "class"
FOUND, NOT_SEEN, DESCRIPTION, ECOLOGICAL = "found", "not_seen", "description", "ecological"
# with fewer only the numbers are told
LEAST_PUPILS, LEAST_CLASSES = 30, 5
# the share of findings that may be false
FALSE_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Case:
    """One pupil: the ``outcome``, the ``factor`` (a number, or False and True), the class, and the
    ``stratum`` of those who are compared."""

    outcome: float
    factor: float
    school_class: object
    stratum: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is told of one factor.

    ``border`` parts a number into much (above it) and little, None for yes and no. ``first`` are
    those with much. ``effect`` is Hedges' g, ``rank`` Spearman's, each (value, low, high); None
    where they cannot be told. ``worth`` is how many independent pupils the ``n`` are worth.
    ``chance`` is corrected for all that was tried, None for a description.
    """

    key: str
    verdict: str
    n: int
    classes: int
    worth: float | None = None
    border: float | None = None
    pooled: Pooled | None = None
    effect: tuple | None = None
    rank: tuple | None = None
    chance: float | None = None


def look(samples, false_share=FALSE_SHARE):
    """``[Finding]`` in the order of the samples.

    :param samples: ``[(key, level of the factor, level of what is claimed, [Case])]``; a factor
        that is known of classes alone says nothing of pupils
    """
    findings = [_look_at(*sample) for sample in samples]
    tried = [place for place, one in enumerate(findings) if one.verdict == NOT_SEEN]
    chances = adjust([findings[place].pooled.chance for place in tried])
    for place, chance in zip(tried, chances, strict=True):
        findings[place] = _judge(findings[place], chance, false_share)
    return findings


def _judge(finding, chance, false_share):
    verdict = FOUND if chance <= false_share else NOT_SEEN
    return replace(finding, chance=chance, verdict=verdict)


def _look_at(key, level, claim, facts):
    classes = defaultdict(list)
    for fact in facts:
        classes[fact.school_class].append(fact)
    if level == CLASS and claim == PUPIL:
        return Finding(key, ECOLOGICAL, len(facts), len(classes))
    border = _border([fact.factor for fact in facts])
    much = {True: [], False: []}
    for fact in facts:
        much[_is_much(fact, border)].append(fact.outcome)
    design = _design(classes.values(), border)
    pooled = pool(_strata(facts, border), design)
    is_enough = len(facts) >= LEAST_PUPILS and len(classes) >= LEAST_CLASSES
    return Finding(
        key,
        NOT_SEEN if is_enough and pooled else DESCRIPTION,
        len(facts),
        len(classes),
        len(facts) / design,
        border,
        pooled,
        hedges(much[True], much[False]),
        _rank(facts, border),
    )


def _border(values):
    """The middle that parts numbers into much and little; None for yes and no."""
    if all(isinstance(value, bool) for value in values):
        return None
    order = sorted(values)
    middle = order[(len(order) - 1) // 2]
    # when half of them have the greatest value, much is to have it
    lower = [value for value in order if value < middle]
    return lower[-1] if middle == order[-1] and lower else middle


def _is_much(fact, border):
    return fact.factor if border is None else fact.factor > border


def _design(classes, border):
    """By how much variances grow: clustering of the result × that of the factor."""
    results = [[fact.outcome for fact in facts] for facts in classes]
    factors = [[float(_is_much(fact, border)) for fact in facts] for facts in classes]
    if len(results) < 2:
        return 1.0
    return design_effect(usual_size(results), clustering(results), clustering(factors))


def _strata(facts, border):
    found = defaultdict(lambda: {True: [], False: []})
    for fact in facts:
        found[fact.stratum][_is_much(fact, border)].append(fact.outcome)
    return [
        Stratum(name, _group(groups[True]), _group(groups[False]))
        for name, groups in sorted(found.items())
    ]


def _group(values):
    # of a single pupil nobody knows how much such values vary
    return Side.of_values(values) if len(values) > 1 else None


def _rank(facts, border):
    if border is None:
        return None
    found = rank_correlation([fact.factor for fact in facts], [fact.outcome for fact in facts])
    return found and found[:3]
