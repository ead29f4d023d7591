"""Names of sheets that every spreadsheet program accepts."""

import re

MAX_LENGTH = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = frozenset({"history", "журнал"})


def legal_name(name, taken):
    """``name`` without forbidden signs, at most 31 characters, unlike all in ``taken``.

    :param taken: names in use, compared without regard to case
    """
    clean = _FORBIDDEN.sub(" ", name)
    clean = " ".join(clean.split())[:MAX_LENGTH].strip(" '") or "1"
    used = {other.lower() for other in taken} | _RESERVED
    number, unique = 1, clean
    while unique.lower() in used:
        number += 1
        suffix = f" {number}"
        unique = clean[: MAX_LENGTH - len(suffix)].rstrip() + suffix
    return unique
