"""Points as people read them: whole numbers, and «2,5» where a test gives halves."""

from ..writers.cells import INTEGER, NUMBER, Column


def points_text(points):
    """«3», «2,5»."""
    return f"{points:g}".replace(".", ",")


def points_column(title, step):
    """A column of points that are multiples of ``step``, 1 or 0.5."""
    return Column(title, INTEGER) if step == 1 else Column(title, NUMBER, 1)
