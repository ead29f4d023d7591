"""Figures of a set of marks: base, success, quality, degree of learning, mean.

Formulas: help of «Сетевой город. Образование» (total report on marks); the degree of learning
(СОУ) is V. P. Simonov's. Figures of a larger group come from the sum of the counts, never from
the mean of the percentages.
"""

from dataclasses import astuple, dataclass

NOT_ATTESTED_WEIGHT = 7
MARK_WEIGHTS = (100, 64, 36, 16, 4)


@dataclass(frozen=True)
class MarkCounts:
    """Numbers of marks and of «н/а». Released («осв.»), passed («зач.») and empty are outside.

    The mark «1» is a failing one; its weight continues Simonov's row ``(2·mark)²``.
    """

    five: int = 0
    four: int = 0
    three: int = 0
    two: int = 0
    not_attested: int = 0
    one: int = 0

    def __add__(self, other):
        return MarkCounts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def marked(self):
        """Number of marks, «н/а» not counted."""
        return self.five + self.four + self.three + self.two + self.one

    @property
    def base(self):
        """N: everybody with a mark or «н/а»."""
        return self.marked + self.not_attested


def share(part, whole):
    """``part`` of ``whole`` in per cent; None for an empty whole."""
    return part / whole * 100 if whole else None


def success(counts):
    """Абсолютная успеваемость, %: share of «3», «4», «5» in N; None when N = 0."""
    return share(counts.five + counts.four + counts.three, counts.base)


def quality(counts):
    """Качество знаний, %: share of «4» and «5» in N; None when N = 0."""
    return share(counts.five + counts.four, counts.base)


def learning_degree(counts, not_attested_weight=NOT_ATTESTED_WEIGHT):
    """СОУ, %: ``(100·n5 + 64·n4 + 36·n3 + 16·n2 + 4·n1 + w·na) / N``; None when N = 0.

    :param not_attested_weight: w, the school's setting (7 or 8 is usual)
    """
    marks = (counts.five, counts.four, counts.three, counts.two, counts.one)
    weighted = sum(weight * n for weight, n in zip(MARK_WEIGHTS, marks, strict=True))
    total = weighted + not_attested_weight * counts.not_attested
    return total / counts.base if counts.base else None


def mean(counts):
    """Средний балл over the marks alone («н/а» is no mark); None without marks."""
    total = 5 * counts.five + 4 * counts.four + 3 * counts.three + 2 * counts.two + counts.one
    return total / counts.marked if counts.marked else None
