"""Two groups compared inside strata: the like with the like, then put together."""

from dataclasses import dataclass
from math import erfc, sqrt
from statistics import fmean, variance

from ..measures.chance import Z


@dataclass(frozen=True, slots=True)
class Side:
    """``n`` > 0 people, the ``mean`` of their values, the ``variance`` of a value."""

    n: int
    mean: float
    variance: float

    @classmethod
    def of_share(cls, count, n):
        """Of ``count`` people of ``n``; the mean is per cents."""
        share = count / n
        return cls(n, 100 * share, 10_000 * share * (1 - share))

    @classmethod
    def of_values(cls, values):
        """Of at least two values, sample variance."""
        return cls(len(values), fmean(values), variance(values))


@dataclass(frozen=True, slots=True)
class Stratum:
    """Two groups that are alike in all but the factor; None for one that is empty."""

    name: str
    first: Side | None
    second: Side | None

    @property
    def is_whole(self):
        """Whether both groups are there."""
        return self.first is not None and self.second is not None

    @property
    def difference(self):
        """How much more the first group has."""
        return self.first.mean - self.second.mean

    @property
    def weight(self):
        """``n₁·n₂/(n₁ + n₂)``."""
        return self.first.n * self.second.n / (self.first.n + self.second.n)

    @property
    def error(self):
        """Variance of the difference."""
        return self.first.variance / self.first.n + self.second.variance / self.second.n

    @property
    def common_error(self):
        """Variance of the difference if both groups were alike: of all their values together."""
        n = self.first.n + self.second.n
        inside = self.first.n * self.first.variance + self.second.n * self.second.variance
        spread = self.weight * self.difference**2
        return (inside + spread) / n / self.weight


@dataclass(frozen=True, slots=True)
class Pooled:
    """The ``difference`` of all whole ``strata`` with its interval of 95 %, and the ``chance`` of
    one as large without any connection; ``plain`` is the difference when nobody looks at strata.

    ``left_out`` are names of strata that have one of the groups only.
    """

    difference: float
    error: float
    low: float
    high: float
    chance: float
    plain: float
    strata: tuple
    left_out: tuple

    @property
    def turns_over(self):
        """Whether the plain difference says the opposite of every stratum (Simpson)."""
        signs = {stratum.difference > 0 for stratum in self.strata if stratum.difference}
        return len(self.strata) > 1 and len(signs) == 1 and self.plain * self.difference < 0


def pool(strata, design=1.0):
    """`Pooled` of strata, each weighing ``n₁·n₂/(n₁ + n₂)``; None when none has both groups.

    The interval takes the variances of the groups, the chance those of groups that are alike, as
    the test of W. Cochran (1954) does.

    :param design: by how much the variance grows as people are alike in their classes
    """
    whole = tuple(stratum for stratum in strata if stratum.is_whole)
    if not whole:
        return None
    weight = sum(stratum.weight for stratum in whole)
    difference = sum(stratum.weight * stratum.difference for stratum in whole) / weight
    error, common = (
        sqrt(design * sum(stratum.weight**2 * variance for stratum, variance in pairs)) / weight
        for pairs in (
            [(stratum, stratum.error) for stratum in whole],
            [(stratum, stratum.common_error) for stratum in whole],
        )
    )
    return Pooled(
        difference,
        error,
        difference - Z * error,
        difference + Z * error,
        erfc(abs(difference) / common / sqrt(2)) if common else 1.0,
        _plain(whole),
        whole,
        tuple(stratum.name for stratum in strata if not stratum.is_whole),
    )


def _plain(strata):
    first, second = (
        sum(group.n * group.mean for group in groups) / sum(group.n for group in groups)
        for groups in zip(*((stratum.first, stratum.second) for stratum in strata), strict=True)
    )
    return first - second
