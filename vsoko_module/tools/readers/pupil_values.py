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

# codes of electronic journals («Б», «УП», «НП») beside words
_ABSENCES = (
    (
        re.compile(r"без (?:ув|причин)|не ?ув|н/ув|прогул|(?<!\w)н/?п?(?!\w)"),
        "unexcused",
    ),
    (re.compile(r"(?<!\w)(?:бол|б(?!\w))|орви|орз|грипп|госпитал|карантин"), "illness"),
    (re.compile(r"семейн|по семье|заявлен"), "family"),
    (re.compile(r"(?<!\w)ув|(?<!\w)у/?п(?!\w)|приказ|соревнов|олимпиад|разреш"), "permitted"),
)

_CONSENTS = (
    (re.compile(r"распростран|публикац|размещени"), "distribution"),
    (re.compile(r"обработк|персональн|(?<!\w)п\.?д\.?н?(?!\w)"), "processing"),
    (re.compile(r"фото|видео|изображ"), "image"),
    (re.compile(r"психолог"), "psychologist"),
    (re.compile(r"медиц|осмотр|прививк"), "medical"),
    (re.compile(r"иное|друг|проч"), "other"),
)
_PLACES = (
    (re.compile(r"физк|физич\w* культ|спорт|стадион"), "pe"),
    (re.compile(r"технолог|мастерск|труд(?!\w*устр)"), "technology"),
    (re.compile(r"хими|физик"), "chemistry"),
    (re.compile(r"перемен|коридор|рекреац|лестниц|столов"), "break"),
    (re.compile(r"внеуроч|экскурс|поход|мероприят|лагер"), "extracurricular"),
    (re.compile(r"дорог|в пути|маршрут|по пути|автобус"), "route"),
    (re.compile(r"урок|кабинет|класс"), "lesson"),
)
_OUTCOMES = (
    (re.compile(r"ребенок.?инвалид"), "child_disability"),
    (re.compile(r"инвалид"), "disability"),
    (re.compile(r"смерт|леталь"), "death"),
    (re.compile(r"выздор|без последств"), "recovery"),
)
_STUDIED = (
    (re.compile(r"личностн"), "development"),
    (re.compile(r"воспит"), "upbringing"),
)


def parse_consent_kind(value):
    """What a consent is about, a code of ``vsoko.consent``."""
    return _first(value, _CONSENTS, "unknown_consent")


def parse_place(value):
    """Where an accident happened, a code of ``vsoko.injury``."""
    return _first(value, _PLACES, "unknown_place")


def parse_outcome(value):
    """What came of an accident, a code of ``vsoko.injury``."""
    return _first(value, _OUTCOMES, "unknown_outcome")


def parse_studied(value):
    """What of a class was studied, a code of ``vsoko.upbringing``."""
    return _first(value, _STUDIED, "unknown_studied")


def parse_absence_reason(value):
    """Why a pupil was not there, a code of ``vsoko.absence``."""
    return _first(value, _ABSENCES, "unknown_absence_reason")


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
