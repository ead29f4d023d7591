"""Headings of columns that are tasks, points or marks, and the line of greatest points."""

from dataclasses import replace

from .names import clean, fold

GREATEST = ("макс", "мах", "max")


def is_of_greatest(row):
    """Whether the first words of a row say that it holds the greatest points of the tasks."""
    text = next((fold(cell) for cell in row if isinstance(cell, str) and cell), "")
    return text.startswith(GREATEST)


def with_heading_texts(sheet, row):
    """The sheet with the numbers in its heading, at index ``row``, as texts."""
    texts = [clean(cell) if isinstance(cell, int | float) else cell for cell in sheet.rows[row]]
    rows = [texts if index == row else cells for index, cells in enumerate(sheet.rows)]
    return replace(sheet, rows=rows)
