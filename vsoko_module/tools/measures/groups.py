"""Groups that a pupil belongs to by the marks of one period («отличники», «с одной „3“»…)."""

from collections import Counter

from .marks import mean, share

GROUPS = (
    "excellent",
    "good",
    "one_four",
    "one_three",
    "two_three",
    "with_two",
    "not_attested",
    "failing",
    "low_mean",
)


def groups_of(counts):
    """Names of the groups of a pupil with these ``MarkCounts``; empty when outside the base.

    * base — at least one mark, «н/а» or «незач»;
    * excellent — only «5»; good — only «4» and «5» with at least one «4»;
    * one_four — one «4», the rest «5» (inside good);
    * one_three, two_three — exactly one or two «3», the rest «4» and «5»;
    * with_two — at least one «2» (or «1»); not_attested — at least one «н/а»;
    * failing — with_two, not_attested or a failed course («незач»);
    * low_mean — mean of the marks below 3.
    """
    if not counts.base:
        return frozenset()
    with_two = counts.two + counts.one > 0
    failing = with_two or counts.not_attested + counts.failed > 0
    passed = not failing
    only_high = passed and not counts.three
    facts = {
        "excellent": only_high and not counts.four,
        "good": only_high and counts.four > 0,
        "one_four": only_high and counts.four == 1,
        "one_three": passed and counts.three == 1,
        "two_three": passed and counts.three == 2,
        "with_two": with_two,
        "not_attested": counts.not_attested > 0,
        "failing": failing,
        "low_mean": counts.marked > 0 and mean(counts) < 3,
    }
    return frozenset(name for name, holds in facts.items() if holds)


def count_groups(pupils):
    """``{"base": …, group: number of pupils, …}`` for an iterable of ``MarkCounts``."""
    based = [counts for counts in pupils if counts.base]
    numbers = Counter(group for counts in based for group in groups_of(counts))
    return {"base": len(based), **{group: numbers[group] for group in GROUPS}}


def pupil_success(numbers):
    """Share of pupils without «2», «н/а» and «незач», %; None for an empty base.

    :param numbers: what `count_groups` returns
    """
    return share(numbers["base"] - numbers["failing"], numbers["base"])


def pupil_quality(numbers):
    """Share of pupils with only «4» and «5», %, from ``count_groups``; None for an empty base."""
    return share(numbers["excellent"] + numbers["good"], numbers["base"])
