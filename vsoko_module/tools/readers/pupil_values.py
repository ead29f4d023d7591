"""Words of registers of pupils: directions of programmes, certificates, exams, ways of graduates.

Each function gives None for an empty cell and raises ``BadValue`` for a text that it does not know.
"""

import re

from .cells import BadValue
from .names import clean, fold
from .register_values import EVENT_LEVELS

_STAGE = re.compile(r"(\w+)\s+(?:этап|уров)")
_DIRECTIONS = (
    (re.compile(r"техн"), "technical"),
    (re.compile(r"естеств"), "science"),
    (re.compile(r"физк|спорт"), "sport"),
    (re.compile(r"худож"), "art"),
    (re.compile(r"турис|краевед"), "tourism"),
    (re.compile(r"социал|гуманит"), "social"),
)
_DESTINATIONS = (
    (re.compile(r"не (?:учится|работает)|не трудоустр|нигде"), "none"),
    (re.compile(r"не ?известн|нет (?:данных|сведений)"), "unknown"),
    (
        re.compile(r"10\s*(?:-?й)?\s*кл\w*.*(?:друг|ино)|(?:друг|ино)\w*.*10\s*(?:-?й)?\s*кл"),
        "grade10_other",
    ),
    (re.compile(r"10\s*(?:-?й)?\s*кл"), "grade10_own"),
    (re.compile(r"вуз|универс|институт|академи|бакалавр|специалитет"), "university"),
    (re.compile(r"спо(?!\w)|колледж|техникум|училищ|лицей"), "spo"),
    (re.compile(r"арми|служб|призв"), "army"),
    (re.compile(r"работ|трудоустр"), "work"),
)
_CERTIFICATES = (
    (re.compile(r"отлич|медал|красн"), "honours"),
    (re.compile(r"не получ|справк|без аттест"), "none"),
    (re.compile(r"аттест|обычн|общ|да(?!\w)"), "ordinary"),
)
_MODES = (
    (re.compile(r"гвэ"), "gve"),
    (re.compile(r"егэ"), "ege"),
    (re.compile(r"(?:2|два)\s*(?:экз|огэ|предм)"), "two_exams"),
    (re.compile(r"огэ|(?:4|четыре)\s*(?:экз|предм)"), "four_exams"),
)


def parse_direction(value):
    """One of the six directions of additional education."""
    return _first(value, _DIRECTIONS, "unknown_direction")


def parse_destination(value):
    """Where a graduate went, a code of ``vsoko.graduate``."""
    return _first(value, _DESTINATIONS, "unknown_destination")


def parse_certificate(value):
    """ "ordinary", "honours" or "none"."""
    return _first(value, _CERTIFICATES, "unknown_certificate")


def parse_mode(value):
    """How the final exams were taken: "four_exams", "two_exams", "ege" or "gve"."""
    return _first(value, _MODES, "unknown_mode")


def level_in(text):
    """The level that a title names as that of its stage («муниципальный этап»), or None."""
    named = _STAGE.search(fold(text))
    if not named:
        return None
    return next((code for pattern, code in EVENT_LEVELS if pattern.search(named[1])), None)


def _first(value, patterns, code):
    text = clean(value)
    if not text:
        return None
    for pattern, name in patterns:
        if pattern.search(fold(text)):
            return name
    raise BadValue(code)
