"""What a reader can compute of hidden cells from the published ones: the attack to guard against.

Used by `disclosure`; a sum is any object with ``total`` and ``parts``.
"""

import math
from collections import defaultdict
from fractions import Fraction

MOST_ROUNDS = 30
TOLERANCE = 1e-6


def reduce_sums(sums, hidden):
    """Solve the sums for the hidden cells; return the solved rows as {cell: factor}.

    A row says that this combination of hidden cells follows from what is published; a row with one
    cell gives the cell itself.
    """
    rows, holders = {}, defaultdict(set)
    for balance in sums:
        row = _without(_unknowns(balance, hidden), rows)
        if not row:
            continue
        pivot = min(row, key=str)
        row = {cell: _divide(factor, row[pivot]) for cell, factor in row.items()}
        # only rows that name the pivot are touched: most sums have nothing to do with each other
        for known in list(holders[pivot]):
            _replace(rows, holders, known, _subtract(rows[known], row, pivot))
        _replace(rows, holders, pivot, row)
    return list(rows.values())


def _divide(factor, divisor):
    """Exact; whole numbers stay whole, as nearly all factors are 1 and −1 and fractions slow."""
    return factor * divisor if divisor in (1, -1) else Fraction(factor) / divisor


def _replace(rows, holders, pivot, row):
    """Keep a solved row, and in ``holders`` which rows name a cell: {cell: pivots}."""
    for cell in rows.get(pivot, {}).keys() - row.keys():
        holders[cell].discard(pivot)
    for cell in row:
        holders[cell].add(pivot)
    rows[pivot] = row


def _unknowns(balance, hidden):
    row = {part: 1 for part in balance.parts if part in hidden}
    if balance.total in hidden:
        row[balance.total] = row.get(balance.total, 0) - 1
    return {cell: factor for cell, factor in row.items() if factor}


def _without(row, rows):
    """The row without the cells that are solved; solved rows do not name each other's pivots."""
    for pivot in [cell for cell in row if cell in rows]:
        row = _subtract(row, rows[pivot], pivot)
    return row


def _subtract(row, other, pivot):
    factor = row.get(pivot)
    if not factor:
        return row
    result = dict(row)
    for cell, value in other.items():
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
    equations = [_equation(balance, amounts, hidden) for balance in sums]
    equations = [equation for equation in equations if equation[0]]
    known = {cell: (0, math.inf) for cell in hidden if cell in amounts}
    for _round in range(MOST_ROUNDS):
        if not any([_tighten(known, *equation) for equation in equations]):
            break
    return known


def _equation(balance, amounts, hidden):
    """The sum as (hidden parts, hidden total or None, what the parts without the total give)."""
    parts = [part for part in balance.parts if part in hidden]
    rest = sum(amounts[part] for part in balance.parts if part not in hidden)
    if balance.total in hidden:
        return parts, balance.total, -rest
    return parts, None, amounts.get(balance.total, rest) - rest


def _tighten(bounds, parts, total, constant):
    """Narrow the bounds of the hidden cells of one sum; return whether something changed."""
    low, high = bounds[total] if total is not None else (0, 0)
    lows = [bounds[part][0] for part in parts]
    highs = [bounds[part][1] for part in parts]
    changed = False
    if total is not None:
        changed = _narrow(bounds, total, sum(lows) - constant, sum(highs) - constant)
    for place, part in enumerate(parts):
        others_low = sum(lows) - lows[place]
        others_high = sum(highs[:place] + highs[place + 1 :])
        changed |= _narrow(bounds, part, constant + low - others_high, constant + high - others_low)
    return changed


def _narrow(bounds, cell, least, greatest):
    low, high = bounds[cell]
    bounds[cell] = (max(low, least), min(high, greatest))
    return bounds[cell][0] > low + TOLERANCE or bounds[cell][1] < high - TOLERANCE
