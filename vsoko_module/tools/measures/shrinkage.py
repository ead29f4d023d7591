"""What shares of small groups would be without chance: each drawn to the common share.

The less a group weighs, and the less groups differ beyond chance, the more of its distance to the
common share is chance. Figures are per cents, bases are people.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """How groups differ: their common ``share`` from 0 to 1, and the ``variance`` between them
    that chance does not explain; a variance of 0 says that they differ by chance alone."""

    share: float
    variance: float

    def shrink(self, percent, base):
        """The share of a group of ``base`` people, drawn to the common one; per cents."""
        noise = self.share * (1 - self.share) / base
        kept = self.variance / (self.variance + noise) if self.variance + noise else 1.0
        return 100 * self.share + kept * (percent - 100 * self.share)


def spread(groups):
    """The `Spread` of groups ``[(percent, base > 0)]``, by moments; None of fewer than three,
    which say nothing of how groups differ.
    """
    if len(groups) < 3:
        return None
    total = sum(base for _percent, base in groups)
    share = sum(percent * base for percent, base in groups) / total / 100
    within = share * (1 - share)
    if not within:
        return Spread(share, 0.0)
    return Spread(*moments([(percent / 100, within / base) for percent, base in groups]))


def moments(values):
    """``(centre, variance)`` of values that chance has moved: their weighted mean and the variance
    between them that chance does not explain, by the method of moments (DerSimonian and Laird).

    :param values: ``[(value, variance of chance)]``; None for fewer than three
    """
    if len(values) < 3:
        return None
    if not all(noise for _value, noise in values):
        # where chance leaves no room somebody is like everybody else
        return sum(value for value, _noise in values) / len(values), 0.0
    weights = [1 / noise for _value, noise in values]
    whole = sum(weights)
    centre = sum(weight * one[0] for weight, one in zip(weights, values, strict=True)) / whole
    distance = sum(
        weight * (one[0] - centre) ** 2 for weight, one in zip(weights, values, strict=True)
    )
    scale = whole - sum(weight * weight for weight in weights) / whole
    return centre, max(0.0, (distance - len(values) + 1) / scale)
