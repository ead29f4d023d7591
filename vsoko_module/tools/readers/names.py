"""Names of people, classes and subjects in one spelling, for comparing and not for showing."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

SPACES = re.compile(r"[\s\u00a0\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff\u00ad]+")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
LOOK_ALIKES = str.maketrans("abcehkmoptxyëABCEHKMOPTXYË", "авсенкмортхуеАВСЕНКМОРТХУЕ")
NOT_WORD = re.compile(r"[^\w%]+")
PERSON_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ.][^\W\d_]*)*\.?")
INITIALS = re.compile(r"((?:[^\W\d_]\s*\.\s*){1,2})")
CLASS = re.compile(
    r"(?:класс\s*)?(\d{1,2})\s*[-–—]?\s*[«\"“„'’]?\s*([а-яё]{0,3})\s*[»\"”“'’]?(?:\s*(?:класс|кл)\.?)?",
    re.IGNORECASE,
)


def clean(value):
    """The text of a cell with single spaces: 4.0 → "4", dates as 31.12.2025."""
    if isinstance(value, str):
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


@lru_cache(maxsize=20_000)
def fold_person(text):
    """Key of a person's name: as ``fold``, kinds of hyphens and dots made equal."""
    text = re.sub("[‐-―−]", "-", fold(text))
    return " ".join(re.sub(r"\s*-\s*", "-", text).replace(".", ". ").split())


@lru_cache(maxsize=5_000)
def fold_subject(text):
    """Key of a subject: words and digits of the name; punctuation does not matter."""
    return NOT_WORD.sub(" ", fold(text)).strip()


def is_person(text):
    """Whether the text can be a name: two to seven words of letters, nothing else."""
    words = clean(text).replace(",", " ").split()
    return 2 <= len(words) <= 7 and all(PERSON_WORD.fullmatch(word) for word in words)


def initials_key(text):
    """``(surname, initials)`` of «Иванова А.П.» or «А. П. Иванова», else None."""
    folded = fold_person(text)
    found = INITIALS.search(folded)
    if not found:
        return None
    surname = (folded[: found.start()] + folded[found.end() :]).strip()
    if not surname or " " in surname:
        return None
    return surname, re.sub(r"[\s.]", "", found[1])


class ClassName(NamedTuple):
    grade: int
    letter: str

    def __str__(self):
        return f"{self.grade}{self.letter}"


@lru_cache(maxsize=2_000)
def parse_class(text):
    """A class by any spelling (9А, 9-а, 9 «A» класс), or None. The letter may be absent."""
    folded = fold(text)
    # a lone Latin letter beside digits has no Cyrillic neighbour to betray it
    found = CLASS.fullmatch(folded.translate(LOOK_ALIKES))
    if not found or not 1 <= int(found[1]) <= 11:
        return None
    return ClassName(int(found[1]), found[2].upper())


def split_classes(text):
    """Classes of a cell such as «5А, 5Б»; None stands for each part that is not a class."""
    return [parse_class(part) for part in re.split(r"[,;/\n]", text) if part.strip()]
