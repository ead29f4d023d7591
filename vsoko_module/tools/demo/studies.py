"""Outside studies of the demonstration school, as the bodies that held them have returned them."""

from datetime import date
from typing import NamedTuple


class DemoStudy(NamedTuple):
    """``kind`` ends the XML id of a type of works; ``year`` and ``grade`` say which classes.

    ``groups``: (level, name, participants, what was returned), the latter either the shares of
    «2», «3», «4» and «5» or the share above the threshold, all of them invented.
    """

    kind: str
    subject: str
    year: int
    grade: int
    day: date
    groups: tuple


_REGION, _SCHOOL = ("region", "Автономный округ"), ("school", "Школа")
STUDIES = (
    DemoStudy("niko", "hist", 0, 7, date(2025, 10, 15), (
        (*_REGION, 1840, (6.2, 38.4, 40.1, 15.3)), (*_SCHOOL, 48, (6.25, 37.5, 41.67, 14.58)))),
    DemoStudy("timss", "alg", 0, 8, date(2026, 2, 18), (
        (*_REGION, 2105, 71.5), (*_SCHOOL, 46, 69.57))),
    DemoStudy("regional", "rus", 0, 7, date(2026, 3, 4), (
        (*_REGION, 5230, (7.4, 39.9, 38.2, 14.5)), (*_SCHOOL, 50, (8, 36, 42, 14)))),
    DemoStudy("independent", "bio", 0, 8, date(2026, 4, 8), (
        (*_REGION, 4980, 78.2), (*_SCHOOL, 44, 81.82))),
    DemoStudy("niko", "hist", 1, 7, date(2026, 10, 14), (
        (*_REGION, 1907, (5.8, 37.1, 41.5, 15.6)), (*_SCHOOL, 50, (4, 36, 44, 16)))),
    DemoStudy("pisa", "alg", 1, 9, date(2026, 10, 7), (
        (*_REGION, 1260, 68.9), (*_SCHOOL, 24, 70.83))),
    DemoStudy("regional", "rus", 1, 7, date(2026, 10, 22), (
        (*_REGION, 5310, (7.1, 39.2, 38.9, 14.8)), (*_SCHOOL, 48, (6.25, 39.58, 39.58, 14.59)))),
    DemoStudy("independent", "bio", 1, 8, date(2026, 10, 20), (
        (*_REGION, 5015, 77.4), (*_SCHOOL, 45, 80))),
)  # fmt: skip
