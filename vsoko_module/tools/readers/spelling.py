"""Texts of cells in one spelling."""

import re
import unicodedata
from functools import lru_cache

DIVIDED = re.compile(r"(?<=[а-яё])[-\u00ad][^\S\n]*\n\s*(?=[а-яё])")
SPACES = re.compile(r"[\s\u00a0\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff\u00ad]+")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
LATIN = re.compile("[a-z]", re.IGNORECASE)
LOOK_ALIKES = str.maketrans("abcehkmoptxyëABCEHKMOPTXYË", "авсенкмортхуеАВСЕНКМОРТХУЕ")
# a footnote or a colon after a heading
MARKS_AFTER = " :*†."
NOT_WORD = re.compile(r"[^\w%]+")
DASHES = "‐‑‒–—―−"


def clean(value):
    """The text of a cell with single spaces: 4.0 → "4", dates as 31.12.2025.

    A word that is divided to fit the column («Рус-», «ский» under it) is one word again.
    """
    if isinstance(value, str):
        if "\n" in value:
            value = DIVIDED.sub("", value)
        return SPACES.sub(" ", value).strip()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "ИСТИНА" if value else "ЛОЖЬ"
    if hasattr(value, "strftime") and hasattr(value, "year"):
        return value.strftime("%d.%m.%Y")
    return "" if value is None else str(value)


def _fold_word(word):
    return word.translate(LOOK_ALIKES) if CYRILLIC.search(word) else word


@lru_cache(maxsize=20_000)
def fold(text):
    """Lower case, е for ё, single spaces; Latin look-alikes inside Cyrillic words replaced."""
    text = unicodedata.normalize("NFC", clean(text)).lower().replace("ё", "е")
    return " ".join(_fold_word(word) for word in text.split(" "))


def in_russian(text):
    """A folded text in which a word of Latin look-alikes alone is Russian beside a Russian word."""
    return " ".join(map(russian_word, text.split(" "))) if CYRILLIC.search(text) else text


def russian_word(word):
    """A word of Latin look-alikes alone in Russian letters; any other word as it is."""
    translated = word.translate(LOOK_ALIKES)
    return word if LATIN.search(translated) else translated
