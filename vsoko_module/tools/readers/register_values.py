"""Words of registers of staff: kinds, levels and results.

Each function gives None for an empty cell and raises ``BadValue`` for a text that it does not know.
"""

import re

from .cells import BadValue
from .names import clean, fold


def _words(**patterns):
    """Pairs (pattern, code) in the order in which they are tried."""
    return tuple((re.compile(pattern), code) for code, pattern in patterns.items())


COURSE_KINDS = _words(
    retraining=r"(?:проф\w*\.?\s*)?переподг|п\.?п\.?(?!\w)",
    internship=r"стажир",
    seminar=r"семинар|вебинар|конференц|мастер",
    pk=r"повыш|курс|п\.?к\.?(?!\w)|кпк",
)
EVENT_KINDS = _words(
    open_lesson=r"открыт|мастер.?класс",
    jury=r"жюри|член жюри|суд",
    expert=r"эксперт",
    contest=r"(?:проф\w*\.?\s*)?(?:пед\w*\.?\s*)?конкурс",
    publication=r"публик|стать",
    speech=r"выступ|доклад|сообщен",
    innovation=r"иннов|эксперим|площадк|апробац",
    mentoring=r"настав",
    technology=r"(?:образоват\w*\s*|применяем\w*\s*|педагог\w*\s*)?технолог",
)
EVENT_LEVELS = _words(
    international=r"междунар",
    federal=r"федер|всеросс|росс|заключит",
    regional=r"регион|област|краев|республ|окружн",
    municipal=r"муницип|район|город",
    school=r"школ|учрежд|образоват",
)
EVENT_RESULTS = _words(
    winner=r"победит|1 мест|i мест|гран",
    laureate=r"(?:диплом )?лауреат|финалист",
    prize=r"приз|[23] мест|i{2,3} мест|диплом",
    participant=r"участ|сертиф",
)


def parse_course_kind(value):
    """A kind of ``vsoko.staff.course``."""
    return _first(value, COURSE_KINDS, "unknown_course_kind")


def parse_event_kind(value):
    """A kind of ``vsoko.staff.event``."""
    return _first(value, EVENT_KINDS, "unknown_event_kind")


def parse_event_level(value):
    """A level of ``vsoko.staff.event``."""
    return _first(value, EVENT_LEVELS, "unknown_event_level")


def parse_event_result(value):
    """A result of ``vsoko.staff.event``."""
    return _first(value, EVENT_RESULTS, "unknown_event_result")


def _first(value, patterns, problem):
    text = fold(clean(value))
    if not text:
        return None
    found = next((code for pattern, code in patterns if pattern.match(text)), None)
    if not found:
        raise BadValue(problem)
    return found
