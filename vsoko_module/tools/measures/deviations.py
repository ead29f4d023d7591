"""Which cells are furthest out of line, over several indicators at once."""

from collections import defaultdict

from .chance import LESS


def severity(value, border, direction):
    """How far a value lies beyond the border of its critical band: 0 on the border, below 1.

    The ratio of the two numbers makes figures of different units comparable: half of the border
    where more is better is as bad as its double where less is.
    """
    least, greatest = (border, value) if direction == LESS else (value, border)
    return 1 - least / greatest if greatest else 0.0


def rank_cells(figures, limit):
    """The `limit` worst cells with their figures, the worst first.

    :param figures: iterable of (cell, severity, figure)
    :return: [(cell, [figure, …])]; a cell is as bad as its figures together, equal ones keep the
        order of their names
    """
    found = defaultdict(list)
    for cell, weight, figure in figures:
        found[cell].append((weight, figure))
    worst = sorted(found, key=lambda cell: (-sum(weight for weight, _f in found[cell]), cell))
    return [(cell, [figure for _weight, figure in found[cell]]) for cell in worst[:limit]]
