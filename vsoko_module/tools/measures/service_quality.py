"""Self-check by the five criteria of НОКО: conditions of education as its users see them.

Formulas of the order of the Ministry of Labour 344н of 31.05.2018 with the indicators of the
order of the Ministry of Education 114 of 13.03.2019. A self-check is not НОКО itself.
"""

from dataclasses import dataclass

WAYS_POINTS, CONDITION_POINTS = 30, 20
HUNDRED = 100


@dataclass(frozen=True)
class Count:
    """``part`` of ``whole``: satisfied of asked, published of what must be published."""

    part: float
    whole: float

    @property
    def share(self):
        """None when nobody was asked."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True)
class Counts:
    """What the school counts and what its users answered."""

    stand: Count
    site: Count
    ways: int
    stand_liked: Count
    site_liked: Count
    comfort: int
    comfort_liked: Count
    access: int
    services: int
    disabled_liked: Count
    contact: Count
    service: Count
    remote: Count
    recommend: Count
    schedule: Count
    general: Count


def criteria(counts):
    """Points from 0 to 100 of the five criteria in their order; None for one without any data.

    What nobody was asked about is left out and the weights of the others grow in proportion:
    without invalids among the asked К3 rests on its first two indicators.
    """
    c = counts
    return [
        _weighed(
            (0.3, _half(c.stand, c.site)),
            (0.3, min(HUNDRED, WAYS_POINTS * c.ways)),
            (0.4, _half(c.stand_liked, c.site_liked)),
        ),
        _weighed(
            (0.5, min(HUNDRED, CONDITION_POINTS * c.comfort)), (0.5, _percent(c.comfort_liked))
        ),
        _weighed(
            (0.3, min(HUNDRED, CONDITION_POINTS * c.access)),
            (0.4, min(HUNDRED, CONDITION_POINTS * c.services)),
            (0.3, _percent(c.disabled_liked)),
        ),
        _weighed((0.4, _percent(c.contact)), (0.4, _percent(c.service)), (0.2, _percent(c.remote))),
        _weighed(
            (0.3, _percent(c.recommend)), (0.2, _percent(c.schedule)), (0.5, _percent(c.general))
        ),
    ]


def total(points):
    """The mean of the five criteria; None when one of them has no data."""
    return None if None in points else sum(points) / len(points)


def _percent(count):
    return None if count.share is None else HUNDRED * count.share


def _half(first, second):
    """Mean of two shares; of one alone when the other was not counted."""
    known = [_percent(count) for count in (first, second) if count.share is not None]
    return sum(known) / len(known) if known else None


def _weighed(*parts):
    known = [(weight, value) for weight, value in parts if value is not None]
    weights = sum(weight for weight, _value in known)
    return sum(weight * value for weight, value in known) / weights if known else None
