"""What may not be a criterion of a teacher's sheet, found by its words.

The names are matched in one spelling: letters of either alphabet that look alike, dots and
spaces inside an abbreviation make no difference.
"""

import re

from ..readers.spelling import LOOK_ALIKES, clean

# outer diagnostics: by the law they are not the ground of a judgement of teachers
_DIAGNOSTICS = re.compile(
    r"\b(впр|нико)\b"
    r"|всероссийск\w*\s+проверочн\w*"
    r"|национальн\w*\s+исследовани\w*\s+качеств"
    r"|\b(pisa|timss|pirls)\b"
    r"|региональн\w*\s+(диагностическ|проверочн)\w*"
)
# a penalty lessens the bonus of its own month by an order and is no matter of points
_PENALTIES = re.compile(r"дисциплинарн\w*|взыскани\w*|выговор\w*")
_DOTTED = re.compile(r"(?<=\b\w)[.\s]+(?=\w\b)")
_LATIN_WORD = re.compile(r"[a-z]+", re.IGNORECASE)


def find_diagnostics(*texts):
    """The words that name an outer diagnostic in any of the texts, None without any."""
    return _find(_DIAGNOSTICS, texts)


def find_penalty(*texts):
    """The words that name a disciplinary penalty in any of the texts, None without any."""
    return _find(_PENALTIES, texts)


def _find(pattern, texts):
    for text in filter(None, texts):
        for spelled in _spellings(text):
            if found := pattern.search(spelled):
                return found.group()
    return None


def _spellings(text):
    plain = clean(text)
    joined = _DOTTED.sub("", plain)
    for form in (plain, joined):
        lowered = form.lower().replace("ё", "е")
        yield lowered
        yield form.translate(LOOK_ALIKES).lower().replace("ё", "е")
