"""A synthetic school for demonstrations: people, classes, lessons, movement and marks.

Everything is invented and follows from a fixed seed: the same school every time. Keys are small
integers that the loader turns into records.
"""

from .school import generate

__all__ = ["generate"]
