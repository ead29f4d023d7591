"""What may not enter ratings and pay by the law, though its rule does not say so: a figure typed by
hand or copied into a form is known by its words, or by its values.

Words are matched in one spelling: letters of either alphabet that look alike, dots and spaces
inside an abbreviation make no difference.
"""

import re

from ..numbers import rounded
from ..readers.spelling import LOOK_ALIKES, clean

# outer diagnostics: «ВПР-2026», «vpr_results», «В.П.Р.»; not «впрочем»
_DIAGNOSTICS = re.compile(
    r"(?<![а-яё])(?:впр|нико)(?![а-яё])"
    r"|(?<![a-z])vpr(?![a-z])"
    r"|всероссийск\w*\s+проверочн\w*"
    r"|национальн\w*\s+исследовани\w*\s+качеств"
    r"|\b(?:pisa|timss|pirls)\b"
    r"|региональн\w*\s+(?:диагностическ|проверочн)\w*"
)
_DOTTED = re.compile(r"(?<=\b\w)[.\s]+(?=\w\b)")
# by so many cells, and so many different values among them, one figure is the other
CELLS, DIFFERENT = 5, 4
# how a figure is written down: itself, the rest of a hundred, as a share of one, as per cents
_WAYS = (
    lambda value: value,
    lambda value: 100 - value,
    lambda value: value / 100,
    lambda value: value * 100,
)


def find_diagnostics(*texts):
    """The words that name an outer diagnostic in any of the texts, None without any."""
    return find_words(_DIAGNOSTICS, texts)


def find_words(pattern, texts):
    """The first words that a pattern of small letters finds in any spelling of the texts."""
    for text in filter(None, texts):
        for spelled in _spellings(text):
            if found := pattern.search(spelled):
                return found.group()
    return None


def is_copy(figure, other, digits=1):
    """Whether a figure is another one under a new name: where both are known they are the same, or
    the same in another way of writing.

    :param figure, other: {cell: value or None}
    :param int digits: how many decimals are compared
    """
    common = [cell for cell in figure if _is_known(figure, cell) and _is_known(other, cell)]
    values = {rounded(figure[cell], digits) for cell in common}
    if len(common) < CELLS or len(values) < DIFFERENT:
        return False
    # what was rounded when it was copied
    reach = 0.5 / 10**digits + 1e-9
    return any(
        all(abs(figure[cell] - way(other[cell])) <= reach for cell in common) for way in _WAYS
    )


def _is_known(figure, cell):
    return figure.get(cell) is not None


def _spellings(text):
    plain = clean(text)
    joined = _DOTTED.sub("", plain)
    for form in (plain, joined):
        lowered = form.lower().replace("ё", "е")
        yield lowered
        yield form.translate(LOOK_ALIKES).lower().replace("ё", "е")
