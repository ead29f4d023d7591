"""Names of classes: a grade and a free designation («5А», «5-1», «10А(гум)», «1 «Солнышко»»)."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from .spelling import DASHES, LATIN, LOOK_ALIKES, clean, fold

LAST_GRADE = 12
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
CLASS_WORD = r"(?:класс(?:а|ы|е|ов)?|кл\.?)(?![а-яё-])"
BEFORE = re.compile(rf"{CLASS_WORD}\s*[:№]?\s*", re.IGNORECASE)
AFTER = re.compile(rf"\s*{CLASS_WORD}\s*$", re.IGNORECASE)
GRADE = re.compile(r"(\d{1,2})(?!\d)|([IVX]{1,4})(?!\w)")
# «(1 гр.)», «2 подгруппа», «гр. 2»: a part of a class, not a class
GROUP_WORD = r"(?:под)?гр(?:уппа|\.|(?!\w))"
GROUP = re.compile(
    rf"\s*[(/,]?\s*(?:(?<!\w)([^\W_]+)(?:-?я)?\s*{GROUP_WORD}|{GROUP_WORD}\s*№?\s*([^\W_]+)"
    r"|(?<=\()(девочки|девушки|мальчики|юноши))\s*\)?$",
    re.IGNORECASE,
)
WORD = re.compile(r"\d+|[^\W\d_]+")
ALLOWED = re.compile(rf"[\w\s().«»\"“”„'’+/{DASHES}-]{{0,40}}")
DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
# «10 чел.», «5 лет» are numbers of something else
NOT_DESIGNATION = re.compile(
    r"лет|год[а]?|чел(?:овек)?|шт|ч|час(?:а|ов)?|балл(?:а|ов)?|четверт[ьи]|полугодие|триместр|день"
    r"|дн(?:я|ей)|ученик(?:а|ов)?|из"
)
EDGES = f" ._/{DASHES}-"
QUOTES = "«»\"“”„'’"


@dataclass(frozen=True, order=True)
class ClassName:
    """A class: ``letter`` is its designation in one spelling, ``text`` as the file writes it.

    Names are equal when they are spellings of one class. ``grade`` is 0 where a text has none.
    """

    grade: int
    letter: str
    text: str = field(default="", compare=False)

    def __str__(self):
        return self.text or class_text(self.grade, self.letter)

    @property
    def key(self):
        """The same for all spellings; keys are in the order of classes: «5-2» before «5-10»."""
        words = (word.zfill(3) if word.isdigit() else word for word in _words(self.letter))
        return " ".join((str(self.grade).zfill(2), *words))

    @property
    def designation(self):
        """What stands after the grade, as the file writes it."""
        rest = re.sub(r"^\d+", "", self.text).strip(EDGES) or self.letter
        inner = rest[1:-1]
        quoted = len(rest) > 2 and rest[0] in QUOTES and rest[-1] in QUOTES
        return inner if quoted and not set(inner) & set(QUOTES) else rest


def class_text(grade, designation):
    """The usual spelling of a class: «5А», «5-1», «1 Солнышко»."""
    if designation[:1].isdigit():
        return f"{grade}-{designation}"
    first = re.match(r"[^\W\d_]*", designation)[0]
    return f"{grade}{' ' if len(first) > 3 else ''}{designation}"


def class_key(grade, name):
    """The ``key`` of a class that has a grade and a name, maybe a name without the grade."""
    parsed = parse_class(name)
    if not parsed or parsed.grade != grade:
        parsed = ClassName(grade, " ".join(_words(name)).upper())
    return parsed.key


@lru_cache(maxsize=2_000)
def parse_class(text):
    """A class by any spelling (9А, 9-а, 9 «A» класс, IX А, 5-1), or None when it has no grade."""
    shown = split_group(text)[0]
    shown = AFTER.sub("", BEFORE.sub("", shown) if BEFORE.match(shown) else shown)
    found = GRADE.match(shown)
    if not found or DATE.search(shown):
        return None
    grade = int(found[1]) if found[1] else _roman(found[2])
    rest = shown[found.end() :]
    words = _words(rest)
    if (
        not 1 <= grade <= LAST_GRADE
        or not ALLOWED.fullmatch(rest)
        or any(map(NOT_DESIGNATION.fullmatch, words))
    ):
        return None
    letter = " ".join(str(int(word)) if word.isdigit() else word for word in words).upper()
    return ClassName(grade, letter, _shown(grade, letter, rest))


def read_class(text):
    """A class by any spelling; a text without a grade is a class of grade 0, to be asked about."""
    return parse_class(text) or ClassName(0, " ".join(_words(text)).upper(), clean(text))


def split_group(text):
    """``(class, group)`` of «5А (1 гр.)», the group «1 группа»; "" when there is none."""
    text = clean(text)
    found = GROUP.search(text)
    if not found or not re.search(r"\d|[IVX]", text[: found.start()]):
        return text, ""
    name = found[1] or found[2] or found[3]
    return text[: found.start()], f"{name} группа" if name.isdigit() else name


def _words(text):
    # a lone Latin letter beside digits has no Cyrillic neighbour to betray it
    return WORD.findall(fold(text).translate(LOOK_ALIKES))


def _roman(text):
    return ROMAN.index(text) + 1 if text in ROMAN else 0


def _shown(grade, letter, rest):
    if (len(letter) <= 1 and letter.isalpha()) or not letter:
        return f"{grade}{letter}"
    rest = re.sub(f"[{DASHES}]", "-", rest).rstrip(EDGES)
    translated = rest.translate(LOOK_ALIKES)
    return f"{grade}{rest if LATIN.search(translated) else translated}"


def split_classes(text):
    """Classes of a cell such as «5А, Б; 6А и 7А», see ``split_groups``."""
    return [school_class for school_class, _group in split_groups(text)]


def split_groups(text):
    """``[(ClassName, group)]`` of a cell such as «5А (1 гр.), Б; 6А и 7А»; a grade may be 0.

    A letter alone belongs to the grade before it. A slash or plus divides classes that are all
    written in full: «5А/6А» are two, «5/1» and «5Б/1» are one.
    """
    found = []
    for part in re.split(r"[,;\n]|\s+и\s+", text):
        if part.strip():
            found += _divided(part.strip(), found[-1][0].grade if found else 0)
    return found


def split_parts(text):
    """The classes of «10А+11А» or «2/4» where each part has a grade, else none."""
    parts = [parse_class(piece) for piece in re.split(r"[/+]", text)]
    return parts if all(parts) else []


def _divided(part, grade):
    pieces = [piece for piece in re.split(r"[/+]", part) if piece.strip()]
    parsed = [(parse_class(piece), split_group(piece)[1]) for piece in pieces]
    if len(pieces) > 1 and all(name and name.letter[:1].isalpha() for name, _group in parsed):
        return parsed
    name, group = split_group(part)
    if grade and re.fullmatch(r"\W*[^\W\d_]{1,2}\W*", name):
        name = f"{grade}{name.strip()}"
    return [(read_class(name), group)]


RANGE = re.compile(rf"(\d{{1,2}})\s*[{DASHES}-]\s*(\d{{1,2}})(?!\d)\s*(.*)")


def parse_range(text):
    """``(first grade, last grade, designation)`` of «5-7» or «8-9А», or None.

    The same text may be the name of one class: whoever knows the classes asks that first.
    """
    found = RANGE.fullmatch(AFTER.sub("", clean(text)))
    if not found:
        return None
    first, last = int(found[1]), int(found[2])
    if not 1 <= first < last <= LAST_GRADE:
        return None
    return first, last, " ".join(_words(found[3])).upper()
