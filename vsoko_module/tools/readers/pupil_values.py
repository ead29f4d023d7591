"""Words of registers of pupils: directions, certificates, exams, ways of graduates and others."""

import re

from .names import fold
from .register_values import parse_event_level
from .word_list import WordList

_STAGE = re.compile(r"(\w+)\s+(?:этап|уров)")

# one of the six directions of additional education
parse_direction = WordList(
    "unknown_direction",
    technical=r"техн",
    science=r"естеств",
    sport=r"физк|спорт",
    art=r"худож",
    tourism=r"турис|краевед",
    social=r"социал|гуманит",
)
# where a graduate went
parse_destination = WordList(
    "unknown_destination",
    none=r"не (?:учится|работает)|не трудоустр|нигде",
    unknown=r"не ?известн|нет (?:данных|сведений)",
    grade10_other=r"10\s*(?:-?й)?\s*кл\w*.*(?:друг|ино)|(?:друг|ино)\w*.*10\s*(?:-?й)?\s*кл",
    grade10_own=r"10\s*(?:-?й)?\s*кл",
    university=r"вуз|универс|институт|академи|бакалавр|специалитет",
    spo=r"спо(?!\w)|колледж|техникум|училищ|лицей",
    army=r"арми|служб|призв",
    work=r"работ|трудоустр",
)
parse_certificate = WordList(
    "unknown_certificate",
    honours=r"отлич|медал|красн",
    none=r"не получ|справк|без аттест",
    ordinary=r"аттест|обычн|общ|да(?!\w)",
)
# how the final exams were taken
parse_mode = WordList(
    "unknown_mode",
    gve=r"гвэ",
    ege=r"егэ",
    two_exams=r"(?:2|два)\s*(?:экз|огэ|предм)",
    four_exams=r"огэ|(?:4|четыре)\s*(?:экз|предм)",
)
# why a pupil was not there: words, and codes of electronic journals («Б», «УП», «НП»)
parse_absence_reason = WordList(
    "unknown_absence_reason",
    unexcused=r"без (?:ув|причин)|не ?ув|н/ув|прогул|(?<!\w)н/?п?(?!\w)",
    illness=r"(?<!\w)(?:бол|б(?!\w))|орви|орз|грипп|госпитал|карантин",
    family=r"семейн|по семье|заявлен",
    permitted=r"(?<!\w)ув|(?<!\w)у/?п(?!\w)|приказ|соревнов|олимпиад|разреш",
)
parse_consent_kind = WordList(
    "unknown_consent",
    distribution=r"распростран|публикац|размещени",
    processing=r"обработк|персональн|(?<!\w)п\.?д\.?н?(?!\w)",
    image=r"фото|видео|изображ",
    psychologist=r"психолог",
    medical=r"медиц|осмотр|прививк",
    other=r"иное|друг|проч",
)
# where an accident happened
parse_place = WordList(
    "unknown_place",
    pe=r"физк|физич\w* культ|спорт|стадион",
    technology=r"технолог|мастерск|труд(?!\w*устр)",
    chemistry=r"хими|физик",
    **{"break": r"перемен|коридор|рекреац|лестниц|столов"},
    extracurricular=r"внеуроч|экскурс|поход|мероприят|лагер",
    route=r"дорог|в пути|маршрут|по пути|автобус",
    lesson=r"урок|кабинет|класс",
)
# what came of an accident
parse_outcome = WordList(
    "unknown_outcome",
    child_disability=r"ребенок.?инвалид",
    disability=r"инвалид",
    death=r"смерт|леталь",
    recovery=r"выздор|без последств",
)
# what of a class was studied
parse_studied = WordList(
    "unknown_studied",
    development=r"личностн",
    upbringing=r"воспит",
)


def level_in(text):
    """The level that a title names as that of its stage («муниципальный этап»), or None."""
    named = _STAGE.search(fold(text))
    return parse_event_level.find(named[1]) if named else None
