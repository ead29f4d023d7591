"""Codes of an anonymous survey: short enough for a phone, known to the program by a hash alone."""

import hashlib
import secrets

# no two signs that look alike on paper: 31 of them
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 8
HALF = LENGTH // 2
# Russian letters that look as signs of the alphabet do, as a Russian keyboard gives them
_LATIN = str.maketrans("АВСЕНКМРТХУ", "ABCEHKMPTXY")


def make_codes(count):
    """List of ``count`` different codes, by chance that nobody can foretell."""
    codes = set()
    while len(codes) < count:
        codes.add("".join(secrets.choice(ALPHABET) for _sign in range(LENGTH)))
    # the order of a set follows the hashes of its texts, which differ from process to process
    return sorted(codes)


def make_salt():
    """What makes the codes of one campaign void in every other one."""
    return secrets.token_hex(16)


def spaced(code):
    """The code as it stands on paper, in two halves: ``ABCD EFGH``."""
    return f"{code[:HALF]} {code[HALF:]}"


def typed(text):
    """The code that a person typed: spaces, dashes, small and Russian letters do not matter.

    :return: a text of the alphabet that may be a code; empty when it cannot be one
    """
    signs = "".join((text or "").upper().translate(_LATIN).replace("-", " ").split())
    is_code = len(signs) == LENGTH and set(signs) <= set(ALPHABET)
    return signs if is_code else ""


def digest(salt, code):
    """What is kept of a code: SHA-256 of the salt of the campaign and the code, as hex."""
    return hashlib.sha256(f"{salt}{code}".encode()).hexdigest()
