"""The index of one unit: figures between fixed goalposts, weighed.

Goalposts are set beforehand and kept for years, never taken from the units of the moment: who is
added or left out changes nobody else's index.
"""

from dataclasses import dataclass
from math import sqrt

MORE, LESS = "more", "less"


@dataclass(frozen=True, slots=True)
class Component:
    """``weight`` > 0; ``low`` < ``high`` are the goalposts, in the unit of the figure, where 0 and
    100 points begin; of a component of which less is better the lower one is worth 100."""

    weight: float
    low: float
    high: float
    direction: str = MORE

    def normalise(self, value):
        """The points of a value, 0–100; what lies past a goalpost is worth no more than it."""
        points = (value - self.low) / (self.high - self.low) * 100
        points = min(100.0, max(0.0, points))
        return 100 - points if self.direction == LESS else points

    def scale(self, width):
        """A distance in the unit of the figure as points."""
        return 100 * width / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class IndexPart:
    """One component of the index of one unit: ``normalised`` 0–100 points, ``weight`` 0–1 after
    the missing components are left out, ``contribution`` in points of the index."""

    normalised: float
    weight: float
    contribution: float


@dataclass(frozen=True, slots=True)
class Index:
    """``parts`` are in the order of the components, None where the figure is missing; their
    contributions add up to ``value``, which is None without any. ``coverage`` is the share of the
    weight that is there, 0–1; ``n`` the least number of people behind a part. ``error`` and
    ``noise`` are standard errors in points (`samples`); they are approximate: that components
    share pupils is left out, unless the error ``is_resampled`` (`resampling`).
    """

    value: float | None
    coverage: float
    n: int
    error: float
    noise: float
    parts: tuple
    is_resampled: bool = False


def weigh(components, samples, doubts):
    """The `Index` of one unit.

    :param components: `Component` of the rating, at least one
    :param samples: `Sample` in their order, None where the figure is missing
    :param doubts: ``(error, noise)`` in their order, see `samples.errors`
    """
    there = [one for one, sample in zip(components, samples, strict=True) if sample]
    whole = sum(component.weight for component in there)
    if not there:
        return Index(None, 0.0, 0, 0.0, 0.0, (None,) * len(components))
    parts = tuple(
        sample and _part(component, sample, whole)
        for component, sample in zip(components, samples, strict=True)
    )
    coverage = whole / sum(component.weight for component in components)
    widths = [
        [part.weight * component.scale(doubt) for doubt in pair]
        for component, part, pair in zip(components, parts, doubts, strict=True)
        if part
    ]
    return Index(
        sum(part.contribution for part in parts if part),
        coverage,
        min(sample.people for sample in samples if sample),
        sqrt(sum(error * error for error, _noise in widths)),
        sqrt(sum(noise * noise for _error, noise in widths)),
        parts,
    )


def _part(component, sample, whole):
    normalised = component.normalise(sample.value)
    weight = component.weight / whole
    return IndexPart(normalised, weight, weight * normalised)
