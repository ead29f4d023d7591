"""Quantiles for bands about few points."""

from functools import cache
from math import sqrt

from .reliability import f_quantile


@cache
def t_quantile(probability, degrees):
    """Quantile of Student's t, ``probability`` ≥ 0.5: t² of ``degrees`` has the distribution of
    Fisher's F with 1 and ``degrees``."""
    return sqrt(f_quantile(2 * probability - 1, 1, degrees)) if probability > 0.5 else 0.0
