"""Match a text of a file with one of the known names; never guess."""

import difflib
from collections import defaultdict
from typing import NamedTuple

from .names import fold_person, fold_subject, initials_key

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

    :param known: pairs ``(key, name)``; several keys may bear one name
    :param fold: the function that brings names to one spelling
    """

    def __init__(self, known, fold):
        self._fold = fold
        self._keys = defaultdict(list)
        for key, name in known:
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
    """Names of people: in full, or the surname with initials when one person alone has them."""

    def __init__(self, known):
        known = list(known)
        self._initials = defaultdict(list)
        super().__init__(known, fold_person)

    def _add(self, key, name):
        super()._add(key, name)
        surname, *given = self._fold(name).split(" ")
        letters = "".join(word[0] for word in given)
        for length in {1, min(2, len(letters))} if letters else ():
            keys = self._initials[surname, letters[:length]]
            if key not in keys:
                keys.append(key)

    def _otherwise(self, text):
        key = initials_key(text)
        return self._initials.get(key, ()) if key else ()

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


class SubjectMatcher(Matcher):
    """Names of subjects; an abbreviation («Рус. яз.») only leads to a suggestion."""

    def __init__(self, known):
        super().__init__(known, fold_subject)

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
