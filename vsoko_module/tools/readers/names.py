"""Names of people and subjects in one spelling, for comparing and not for showing."""

import re
from functools import lru_cache
from typing import NamedTuple

from .class_names import ClassName, parse_class, read_class, split_classes
from .spelling import CYRILLIC, DASHES, LOOK_ALIKES, NOT_WORD, clean, fold, in_russian

__all__ = (
    "LOOK_ALIKES",
    "NOT_WORD",
    "ClassName",
    "clean",
    "fold",
    "fold_person",
    "fold_subject",
    "initials_key",
    "is_person",
    "is_vacancy",
    "parse_class",
    "read_class",
    "readings",
    "split_classes",
    "split_person",
)

HYPHEN = re.compile(f"\\s*[{DASHES}-]\\s*")
# the palochka of Caucasian names is typed as 1, I, l, | or as the Ukrainian і
PALOCHKA = re.compile(r"(?<=[гкпптхцч])[1l|]|[iіӏ]")
LETTER = r"(?:[^\W\d_]|(?<=[гкптхцчГКПТХЦЧ])1)"
WORD = re.compile(r"[^\W\d_]{2}")
PERSON_WORD = re.compile(rf"{LETTER}+(?:[-'’ʼ`.]{LETTER}*)*\.?")
# a dash between the parts of a double name; before a small letter it may begin a note
DOUBLE = re.compile(rf"(?<=\w)[{DASHES}](?=\w)|(?<=\w)\s*[{DASHES}-]\s*(?=[А-ЯЁA-Z])")
NUMBER_BEFORE = re.compile(r"(?:№\s*)?\d{1,3}(?:\s*[.)]\s*|\s+)(?=[^\W\d_])")
BRACKETS = re.compile(r"[\s-]*(?:\(([^()]*)\)?|\[([^][]*)\]?)")
# the birth beside the name: «…, 2014», «…, 01.02.2014 г. р.»
BIRTH_AFTER = re.compile(
    r"[\s,;(]+(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d\d"
    r"\s*(?:г\.?\s*(?:р\.?|рожд\w*\.?)?|года? рожд\w*)?\)?$"
)
NOTE_AFTER = re.compile(rf"(?:\s*[,;]\s*|\s+[{DASHES}-]\s+)(?=[а-яё]{{2}})(.*)$")
FORMER = re.compile(r"(?:(?:быв|урожд|ранее|до)\w*\.?\s+)?([^\W\d_]+(?:-[^\W\d_]+)?)")
NOT_A_NAME = re.compile(
    r"(?:итог|всего|вакан|нет(?!\w)|класс|средн|подпис|директор|учител|ученик|учащ|обучающ|фио"
    r"|фамилия|мальчик|девоч|юнош|девуш|количеств|список|примечан|успевае|качеств|отличник|ударник)"
)
VACANCY = re.compile(r"вакан|не назначен|нет учителя|без учителя")
INITIALS = re.compile(r"((?:[^\W\d_]\s*\.\s*){1,2})")
MOST_WORDS = 10


@lru_cache(maxsize=20_000)
def fold_person(text):
    """Key of a person's name: as ``fold``, kinds of hyphens, dots and palochkas made equal."""
    text = in_russian(HYPHEN.sub("-", fold(text)))
    if CYRILLIC.search(text):
        text = PALOCHKA.sub("ӏ", text)
    return " ".join(text.replace(".", ". ").split())


@lru_cache(maxsize=5_000)
def fold_subject(text):
    """Key of a subject: words and digits of the name; punctuation does not matter."""
    return NOT_WORD.sub(" ", fold(text)).strip()


class Person(NamedTuple):
    """A name as people write it, and what a file notes beside it («надомное обучение»)."""

    name: str
    note: str


@lru_cache(maxsize=20_000)
def split_person(text):
    """The ``Person`` of a cell: without a number, marks and notes; commas between names gone.

    Another surname in brackets after the first word belongs to the name: «Иванова (Сидорова) Ия».
    """
    text = DOUBLE.sub("-", re.sub(r"[*†]+", "", clean(text)))
    notes = []

    def bracket(found):
        inner = (found[1] or found[2] or "").strip()
        former = FORMER.fullmatch(inner)
        if former and former[1][:1].isupper() and " " not in text[: found.start()].strip():
            return f" ({former[1]})"
        notes.append(inner)
        return ""

    text = NUMBER_BEFORE.sub("", text, count=1) if NUMBER_BEFORE.match(text) else text
    text = BRACKETS.sub(bracket, text)
    after = NOTE_AFTER.search(text)
    if after:
        notes.append(after[1])
        text = text[: after.start()]
    text = BIRTH_AFTER.sub("", text)
    return Person(clean(re.sub(r"[,;]", " ", text)), "; ".join(filter(None, notes)))


@lru_cache(maxsize=20_000)
def readings(text):
    """Keys of a name: one, or one for each of two surnames of «Иванова (Сидорова) Мария»."""
    name = split_person(text).name
    other = re.search(r"\s*\((.*?)\)", name)
    if not other:
        return (fold_person(name),)
    rest = name[other.end() :]
    return tuple(fold_person(first + rest) for first in (name[: other.start()], other[1]))


def is_person(text, lone=False):
    """Whether the text can be a name: two to ten words of letters and what may stand beside them.

    :param lone: also one word, with a capital and none of the words of headings and totals: some
        people have one name, but nothing tells it from any other word; «М.П.» is no word
    """
    name = split_person(text).name
    words = re.sub(r"[()]", " ", name).split()
    if not 1 <= len(words) <= MOST_WORDS or not all(map(PERSON_WORD.fullmatch, words)):
        return False
    if max(len(words[0]), len(words[-1])) < 2 or NOT_A_NAME.match(fold(name)):
        return False
    return len(words) > 1 or (lone and words[0][0].isupper() and bool(WORD.search(words[0])))


def is_vacancy(text):
    """Whether the text says that nobody is there: «Вакансия», «не назначен»."""
    return bool(VACANCY.match(fold(text))) or fold(text) in ("-", "—", "–")


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
