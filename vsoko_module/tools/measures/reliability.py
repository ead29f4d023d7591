"""Reliability of a work: α, KR-20, standard error, Ferguson's δ.

Formulas: L. Cronbach (1951); G. Kuder and M. Richardson, formula 20; L. Feldt (1965) for the
interval of α; G. Ferguson (1949).
"""

from collections import Counter
from math import exp, lgamma, log, log1p, sqrt
from statistics import correlation, pvariance, stdev

_STEPS = 300
_TINY = 1e-300


def pearson(xs, ys):
    """Correlation of two series of one length; None when either does not vary."""
    if not _varies(xs) or not _varies(ys):
        return None
    return correlation(xs, ys)


def _varies(values):
    return len(set(values)) > 1


def alpha(rows):
    """Cronbach's α of rows of points; None for fewer than two tasks or equal totals."""
    k = len(rows[0]) if rows else 0
    totals = [sum(row) for row in rows]
    if k < 2 or not _varies(totals):
        return None
    of_items = sum(pvariance(column) for column in zip(*rows, strict=True))
    return k / (k - 1) * (1 - of_items / pvariance(totals))


def kr20(rows):
    """α of tasks that are either solved (1) or not (0); None where α is, or for other points."""
    if any(score not in (0, 1) for row in rows for score in row):
        return None
    return alpha(rows)


def standard_error(totals, reliability):
    """Standard error of measurement: ``s·√(1−α)`` with the sample ``s``; None without α."""
    if reliability is None or len(totals) < 2:
        return None
    return stdev(totals) * sqrt(max(0, 1 - reliability))


def ferguson(totals, maximum):
    """δ: how finely the totals tell pupils apart, 0 to 1; None when nobody wrote.

    ``(M+1)(n² − Σf²) / (M·n²)``; M is the maximum of the work, f the numbers of equal totals.
    """
    n = len(totals)
    if not n or not maximum:
        return None
    equal = sum(count**2 for count in Counter(totals).values())
    return (maximum + 1) * (n**2 - equal) / (maximum * n**2)


def alpha_interval(reliability, n, k, confidence=0.95):
    """``(lower, upper)`` bounds of α by Feldt; None without α.

    :param n: number of pupils
    :param k: number of tasks
    """
    if reliability is None or n < 2 or k < 2:
        return None
    tail = (1 - confidence) / 2
    degrees = n - 1, (n - 1) * (k - 1)
    return tuple(
        1 - (1 - reliability) * f_quantile(probability, *degrees)
        for probability in (1 - tail, tail)
    )


def f_quantile(probability, d1, d2):
    """Quantile of Fisher's F with ``d1`` and ``d2`` degrees of freedom, by bisection."""
    low, high = 0.0, 1.0
    for _step in range(_STEPS):
        middle = (low + high) / 2
        if _beta_cdf(middle, d1 / 2, d2 / 2) < probability:
            low = middle
        else:
            high = middle
        if high - low < 1e-14:
            break
    return low * d2 / (d1 * (1 - low))


def _beta_cdf(x, a, b):
    """Regularised incomplete beta function."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_cdf(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return front * _continued_fraction(x, a, b) / a


def _continued_fraction(x, a, b):
    """Continued fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            result *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return result


def _away_from_zero(value):
    return value if abs(value) > _TINY else _TINY
