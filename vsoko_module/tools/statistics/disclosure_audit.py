"""What a reader can compute of hidden cells from the published ones: the attack to guard against.

Used by `disclosure`; a sum is any object with ``total`` and ``parts``.
"""

import math
from fractions import Fraction

MOST_ROUNDS = 30
TOLERANCE = 1e-6


def reduce_sums(sums, hidden):
    """Solve the sums for the hidden cells; return the solved rows as {cell: factor}.

    A row says that this combination of hidden cells follows from what is published; a row with one
    cell gives the cell itself.
    """
    rows = []
    for one in sums:
        row = _without(_unknowns(one, hidden), rows)
        if not row:
            continue
        pivot = min(row, key=str)
        row = {cell: factor / row[pivot] for cell, factor in row.items()}
        rows = [(known, _subtract(other, row, pivot)) for known, other in rows]
        rows.append((pivot, row))
    return [row for _pivot, row in rows]


def _unknowns(one, hidden):
    row = {part: Fraction(1) for part in one.parts if part in hidden}
    if one.total in hidden:
        row[one.total] = row.get(one.total, 0) - 1
    return {cell: factor for cell, factor in row.items() if factor}


def _without(row, rows):
    for pivot, known in rows:
        row = _subtract(row, known, pivot)
    return row


def _subtract(row, known, pivot):
    factor = row.get(pivot)
    if not factor:
        return row
    result = dict(row)
    for cell, value in known.items():
        left = result.get(cell, 0) - factor * value
        if left:
            result[cell] = left
        else:
            result.pop(cell, None)
    return result


def bounds(sums, amounts, hidden):
    """Return {hidden cell: (least, greatest)} that a reader can prove of amounts not below zero.

    ``amounts``: {cell: number}; those of the hidden cells are not used.
    """
    equations = [_equation(one, amounts, hidden) for one in sums]
    equations = [equation for equation in equations if equation[0]]
    known = {cell: (0, math.inf) for cell in hidden if cell in amounts}
    for _round in range(MOST_ROUNDS):
        if not any([_tighten(known, *equation) for equation in equations]):
            break
    return known


def _equation(one, amounts, hidden):
    """The sum as (hidden parts, hidden total or None, what the parts without the total give)."""
    parts = [part for part in one.parts if part in hidden]
    rest = sum(amounts[part] for part in one.parts if part not in hidden)
    if one.total in hidden:
        return parts, one.total, -rest
    return parts, None, amounts.get(one.total, rest) - rest


def _tighten(known, parts, total, constant):
    """Narrow the bounds of the hidden cells of one sum; return whether something changed."""
    low, high = known[total] if total is not None else (0, 0)
    lows = [known[part][0] for part in parts]
    highs = [known[part][1] for part in parts]
    changed = False
    if total is not None:
        changed = _narrow(known, total, sum(lows) - constant, sum(highs) - constant)
    for place, part in enumerate(parts):
        others_low = sum(lows) - lows[place]
        others_high = sum(highs[:place] + highs[place + 1 :])
        changed |= _narrow(known, part, constant + low - others_high, constant + high - others_low)
    return changed


def _narrow(known, cell, least, greatest):
    low, high = known[cell]
    known[cell] = (max(low, least), min(high, greatest))
    return known[cell][0] > low + TOLERANCE or known[cell][1] < high - TOLERANCE
