"""What the law says of the qualification of teachers, and their experience on a day."""

from datetime import date, timedelta
from itertools import pairwise

# order of the Ministry of Education 196 of 24.03.2023, in force from 01.09.2023: categories given
# from that day on have no end; earlier ones keep their five years
TERMLESS_FROM = date(2023, 9, 1)
# the same order: categories that nobody had before
NEW_CATEGORIES = ("methodist", "mentor")
# the same order: the conformity with the position is confirmed every five years
ATTESTATION_YEARS = 5
# order of the Ministry of Science 266 of 24.03.2025, item 18: the least hours of a programme
LEAST_HOURS = {"pk": 16, "retraining": 250}
# law 273-FZ, article 47, part 5: the right of a teacher to training at least every three years
TRAINING_YEARS = 3


def years_later(day, years):
    """The same day of a later year; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def attestation_end(kind, given):
    """The last day on which the result of an attestation holds; None: it has no end.

    :param kind: ``category`` or ``fitness``, the conformity with the position
    :param given: the day from which it holds, or None
    """
    if not given or (kind == "category" and given >= TERMLESS_FROM):
        return None
    return years_later(given, ATTESTATION_YEARS)


def is_given_before_it_exists(category, given):
    """Whether a category is said to be given before the day from which there is such a one."""
    return category in NEW_CATEGORIES and given < TERMLESS_FROM


def lacks_hours(kind, hours):
    """The least hours of such a course when it has fewer; None when all is well."""
    least = LEAST_HOURS.get(kind, 0)
    return least if hours < least else None


def experience(start, gaps, day):
    """Years of pedagogic work on a day, 30.0 after exactly thirty years; None before the start.

    The start is moved later by the days of the gaps. The part of the year in progress is a
    fraction, so «more than 30 years» begins with the day after the thirtieth anniversary.

    :param start: first day of pedagogic work, or None
    :param gaps: pairs (first day without such work, first day of it again or None), none of which
        overlap
    """
    if not start or start > day:
        return None
    pauses = ((max(first, start), min(again or day, day)) for first, again in gaps)
    moved = start + sum(
        (again - first for first, again in pauses if again > first), start=timedelta()
    )
    full = day.year - moved.year - ((day.month, day.day) < (moved.month, moved.day))
    last, following = years_later(moved, full), years_later(moved, full + 1)
    return full + (day - last).days / (following - last).days


def find_overlap(gaps):
    """The first days of two gaps that overlap, or None.

    :param gaps: as those of `experience`
    """
    ordered = sorted(gaps, key=lambda gap: gap[0])
    for (first, again), (following, _again) in pairwise(ordered):
        if not again or again > following:
            return first, following
    return None
