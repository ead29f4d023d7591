"""Figures of a set of marks: base, success, quality, degree of learning, mean.

Formulas: help of «Сетевой город. Образование» (total report on marks); the degree of learning
(СОУ) is V. P. Simonov's. Figures of a larger group come from the sum of the counts, never from
the mean of the percentages.
"""

from dataclasses import astuple, dataclass

NOT_ATTESTED_WEIGHT = 7
# Simonov's points of «5», «4», «3», «2» are (mark ÷ 5)² · 100; the same rule goes on to «1»
MARK_WEIGHTS = {mark: round((mark / 5) ** 2 * 100) for mark in (5, 4, 3, 2, 1)}


@dataclass(frozen=True)
class MarkCounts:
    """Numbers of marks, of «н/а» and of «незач». Released, passed («зач.») and empty are outside.

    The mark «1» is a failing one.
    """

    five: int = 0
    four: int = 0
    three: int = 0
    two: int = 0
    not_attested: int = 0
    one: int = 0
    failed: int = 0

    def __add__(self, other):
        return MarkCounts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def marked(self):
        """Number of marks, «н/а» not counted."""
        return self.five + self.four + self.three + self.two + self.one

    @property
    def base(self):
        """N: everybody with a mark, «н/а» or a failed course («незач»)."""
        return self.marked + self.not_attested + self.failed


def share(part, whole):
    """``part`` of ``whole`` in per cent; None for an empty whole.

    Multiplied before it is divided: 57 of 100 is then 57 and not 56.99999999999999, so a share of
    points or people that is on a border equals the border.
    """
    return 100 * part / whole if whole else None


def success(counts):
    """Абсолютная успеваемость, %: share of «3», «4», «5» in N; None when N = 0."""
    return share(counts.five + counts.four + counts.three, counts.base)


def quality(counts):
    """Качество знаний, %: share of «4» and «5» in N; None when N = 0."""
    return share(counts.five + counts.four, counts.base)


def learning_degree(counts, not_attested_weight=NOT_ATTESTED_WEIGHT, weights=None):
    """СОУ, %: mean of the points of marks and «н/а»; None without any.

    With the usual weights ``(100·n5 + 64·n4 + 36·n3 + 16·n2 + 4·n1 + w·na) / (marks + na)``; a
    failed course has no points.

    :param not_attested_weight: w, the school's setting (7 or 8 is usual)
    :param weights: ``{mark: points}`` of the school, `MARK_WEIGHTS` by default
    """
    numbers = {5: counts.five, 4: counts.four, 3: counts.three, 2: counts.two, 1: counts.one}
    weights = weights or MARK_WEIGHTS
    total = sum(weights[mark] * n for mark, n in numbers.items())
    total += not_attested_weight * counts.not_attested
    size = counts.marked + counts.not_attested
    return total / size if size else None


def mean(counts):
    """Средний балл over the marks alone («н/а» is no mark); None without marks."""
    total = 5 * counts.five + 4 * counts.four + 3 * counts.three + 2 * counts.two + counts.one
    return total / counts.marked if counts.marked else None
