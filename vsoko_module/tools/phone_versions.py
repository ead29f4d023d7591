"""Versions of a record that a phone fills in: ``page-touches``, an open page and its touches.

A version covers all earlier ones of its page, so nobody has to know which of them came through.
"""

import re

_VERSION = re.compile(r"([0-9a-f]{16})-([0-9]{1,6})")


def read_version(text):
    """Return (page, number of touches); None for anything else, such as a digest."""
    found = _VERSION.fullmatch(text)
    return (found.group(1), int(found.group(2))) if found else None


def rests_on(known, version, seen):
    """Whether a version is made with the knowledge of another.

    :param known: the version that is there
    :param version: the one that comes
    :param seen: those that the one that comes says it was made from
    """
    there = read_version(known)
    covered = [found for text in (version, *seen) if (found := read_version(text))]
    is_earlier = there and any(page == there[0] and at >= there[1] for page, at in covered)
    return known in seen or bool(is_earlier)
