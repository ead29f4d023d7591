"""Match a text of a file with one of the known names; never guess."""

import difflib
from collections import defaultdict
from typing import NamedTuple

from .names import fold_person, fold_subject, readings

UNIQUE = "unique"
AMBIGUOUS = "ambiguous"
UNKNOWN = "unknown"
SUGGESTIONS = 3
CLOSE_ENOUGH = 0.6


class Match(NamedTuple):
    """``keys``: the one key when unique, the rivals when ambiguous, suggestions when unknown."""

    status: str
    keys: tuple

    @property
    def key(self):
        return self.keys[0] if self.status == UNIQUE else None


class Matcher:
    """Index of known names.

    :param entries: pairs ``(key, name)``; several keys may bear one name
    :param fold: the function that brings names to one spelling
    """

    def __init__(self, entries, fold):
        self._fold = fold
        self._keys = defaultdict(list)
        for key, name in entries:
            self._add(key, name)
        self._answers = {}

    def _add(self, key, name):
        keys = self._keys[self._fold(name)]
        if key not in keys:
            keys.append(key)

    def match(self, text):
        """The ``Match`` of a text; the same text is looked up once."""
        if text not in self._answers:
            self._answers[text] = self._look_up(text)
        return self._answers[text]

    def _look_up(self, text):
        folded = self._fold(text)
        found = self._keys.get(folded) or self._otherwise(text)
        if len(found) == 1:
            return Match(UNIQUE, tuple(found))
        if found:
            return Match(AMBIGUOUS, tuple(found))
        return Match(UNKNOWN, self._suggestions(folded))

    def _otherwise(self, _text):
        return ()

    def _suggestions(self, folded):
        close = difflib.get_close_matches(folded, self._keys, SUGGESTIONS, CLOSE_ENOUGH)
        return tuple(key for name in close for key in self._keys[name])[:SUGGESTIONS]


class PersonMatcher(Matcher):
    """Names of people: in full, or shorter when one person alone fits them.

    A shorter name is the surname with the first name, with initials or abbreviations, or the
    words of a full name in another order. Another surname in brackets is a second name of a
    person. The known date of birth tells namesakes apart.

    :param entries: ``(key, name)`` or ``(key, name, date of birth or None)``
    :param lone_surname: whether a surname alone may be enough, as it is inside a class
    """

    def __init__(self, entries, lone_surname=False):
        self._lone_surname = lone_surname
        self._by_surname = defaultdict(list)
        self._birthdates = {}
        super().__init__((), fold_person)
        for key, name, *birthdate in entries:
            self._birthdates[key] = next(iter(birthdate), None)
            self._add(key, name)

    def _add(self, key, name):
        for reading in readings(name):
            keys = self._keys[reading]
            if key not in keys:
                keys.append(key)
                surname, *given = reading.split(" ")
                self._by_surname[surname].append((given, key))

    def match(self, text, birthdate=None):
        """The ``Match`` of a name; of a date of birth beside it when the file gives one."""
        asked = text, birthdate
        if asked not in self._answers:
            self._answers[asked] = self._find(text, birthdate)
        return self._answers[asked]

    def _find(self, text, birthdate):
        rivals = []
        for find in (self._exactly, self._fitting, self._turned):
            rivals = _unique(key for reading in readings(text) for key in find(reading))
            if rivals:
                break
        found = self._born(rivals, birthdate)
        if len(found) == 1:
            return Match(UNIQUE, tuple(found))
        if found:
            return Match(AMBIGUOUS, tuple(found))
        # of people who were born on another day, who it is has to be asked
        rest = [key for key in self._suggestions(readings(text)[0]) if key not in rivals]
        return Match(UNKNOWN, tuple(rivals + rest)[: max(SUGGESTIONS, len(rivals))])

    def _born(self, keys, birthdate):
        """Those of the keys who may be born on a day: on this very day before unknown days."""
        if not birthdate:
            return keys
        exact = [key for key in keys if self._birthdates[key] == birthdate]
        return exact or [key for key in keys if not self._birthdates[key]]

    def _exactly(self, reading):
        return self._keys.get(reading, ())

    def _fitting(self, reading):
        surname, *given = reading.split(" ")
        if not given and not self._lone_surname:
            return []
        same = self._by_surname.get(surname, ())
        found = [key for names, key in same if _fits(given, names)]
        if not found and len(given) == 1 and len(given[0]) == 2:
            # «Гончарук ЭС»: initials without dots
            found = [key for names, key in same if _fits(list(given[0]), names)]
        return found

    def _turned(self, reading):
        """The surname at the end: «Анна Петровна Иванова», «А. П. Иванова»."""
        *given, surname = reading.split(" ")
        return self._fitting(" ".join((surname, *given))) if given else []

    def _suggestions(self, folded):
        """People of the same surname and first name come before merely similar spellings."""
        start = " ".join(folded.split(" ")[:2])
        same = [
            key
            for name, keys in self._keys.items()
            if start and (name == start or name.startswith(start + " "))
            for key in keys
        ]
        rest = [key for key in super()._suggestions(folded) if key not in same]
        return tuple(same + rest)[:SUGGESTIONS]


def _fits(given, names):
    """Whether given names, maybe initials or fewer, are the beginning of the whole names."""
    return len(given) <= len(names) and all(
        word == full or _abbreviation(word, full) or _abbreviation(full, word)
        for word, full in zip(given, names, strict=False)
    )


def _abbreviation(short, full):
    stem = short.removesuffix(".")
    return (len(stem) == 1 or short != stem) and full.startswith(stem)


def _unique(keys):
    return list(dict.fromkeys(keys))


class SubjectMatcher(Matcher):
    """Names of subjects; an abbreviation («Рус. яз.») only leads to a suggestion."""

    def __init__(self, entries):
        super().__init__(entries, fold_subject)

    def _suggestions(self, folded):
        words = folded.split(" ")
        short = [
            key
            for name, keys in self._keys.items()
            if _abbreviates(words, name.split(" "))
            for key in keys
        ]
        rest = [key for key in super()._suggestions(folded) if key not in short]
        return tuple(short + rest)[:SUGGESTIONS]


def _abbreviates(words, full):
    """Whether every word is the beginning of the word in the same place of the full name."""
    return len(words) <= len(full) and all(
        word and long.startswith(word) for word, long in zip(words, full, strict=False)
    )
