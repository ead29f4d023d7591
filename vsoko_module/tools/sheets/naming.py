"""Whether a text tells whose sheet it is about."""

import re

from ..readers.spelling import fold

# what a surname loses when it is declined
_ENDING = re.compile(r"(ая|яя|ий|ый|ой|[аяоеь])$")
# fewer letters begin too many other words
_LEAST = 3
_WORDS = re.compile(r"\w+")


def find_name(text, person):
    """The word of the text that names the person by surname, in any case of it; None without one.

    :param person: the full name, the surname first
    """
    surname = fold((person or "").split(" ")[0])
    stem = _ENDING.sub("", surname)
    if len(stem) < _LEAST:
        stem = surname
    if len(stem) < _LEAST:
        return None
    return next((word for word in _WORDS.findall(text or "") if fold(word).startswith(stem)), None)
