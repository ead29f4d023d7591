"""Pseudonyms of pupils: short codes that say nothing about the person."""

import secrets

# Letters and digits that cannot be mistaken for one another in print.
ALPHABET = "23456789ABCDEFGHKLMNPRSTUVWXYZ"
LENGTH = 7


def new_codes(count, taken=()):
    """Return `count` distinct random codes, none of which is in `taken`."""
    used = set(taken)
    codes = []
    while len(codes) < count:
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        if code not in used:
            used.add(code)
            codes.append(code)
    return codes
