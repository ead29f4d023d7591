"""How sure an index is, by drawing its pupils anew.

One pupil stands behind several components, so their errors are not independent of each other, as
the sum of their variances takes them to be. Two hundred schools of pupils drawn with return from
those of the unit (bootstrap, Efron 1979) keep what belongs to a pupil together.
"""

from dataclasses import replace
from math import fsum, sqrt
from random import Random
from statistics import pvariance

TURNS = 200
SEED = 462


def resampled(index, components, samples, doubts, name, turns=TURNS):
    """The `Index` with the error by its pupils, or as it is where the facts of one of its
    components do not name them, or where other pupils would make no difference.

    Pupils who are all alike in a component prove nothing by being drawn anew: for these the noise
    of it stays in the error, as in `samples.errors`.

    :param components: `Component` of the rating, with ``samples`` and ``doubts`` as `weigh` takes
    :param name: of the unit; its draws begin with it, so they depend neither on the order of the
        units nor on that of the pupils, and another unit changes nothing
    """
    there = [
        (component, part, sample, doubt)
        for component, part, sample, doubt in zip(
            components, index.parts, samples, doubts, strict=True
        )
        if part
    ]
    if not there or any(not sample.pupils for _component, _part, sample, _doubt in there):
        return index
    rules = [(component, sample.pupils) for component, _part, sample, _doubt in there]
    values = _draw(rules, Random(f"{SEED}:{name}"), turns)
    drawn = pvariance(values) if len(values) > 1 else 0.0
    if not drawn:
        return index
    alike = [
        (part.weight * component.scale(noise)) ** 2
        for component, part, sample, (_error, noise) in there
        if not sample.spread
    ]
    return replace(index, error=sqrt(drawn + fsum(alike)), is_resampled=True)


def _draw(rules, chance, turns):
    """The indexes of the schools that are drawn.

    :param rules: [(component, {pupil: (total, size)})]
    """
    people = sorted({pupil for _component, pupils in rules for pupil in pupils})
    columns = [
        (component, *zip(*(pupils.get(one, (0.0, 0)) for one in people), strict=True))
        for component, pupils in rules
    ]
    places = range(len(people))
    drawn = (chance.choices(places, k=len(people)) for _turn in range(turns))
    values = (_value(columns, picked) for picked in drawn)
    return [value for value in values if value is not None]


def _value(columns, picked):
    """The index of the pupils with these numbers; None when nothing is known of any of them."""
    total = whole = 0.0
    for component, totals, sizes in columns:
        size = sum(map(sizes.__getitem__, picked))
        if size:
            value = sum(map(totals.__getitem__, picked)) / size
            total += component.weight * component.normalise(value)
            whole += component.weight
    return total / whole if whole else None
