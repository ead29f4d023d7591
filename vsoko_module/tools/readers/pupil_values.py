"""Words of registers of pupils: directions, certificates, exams, ways of graduates and others."""

import re

from .cells import BadValue
from .names import clean, fold
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
    grade10_own=r"10\s*(?:-?й)?\s*кл|(?<!\d)10\s*-?\s*[«\"]?[а-я][»\"]?\s*(?:кл\w*)?$",
    # a college of a university is a college, a higher school of officers is none
    spo=r"спо(?!\w)|колледж|техникум|(?<!\w)(?:пту|пу|поу|гбпоу|гапоу)(?!\w)|лицей"
    r"|^(?!.*высш).*училищ",
    university=r"вуз|универс|институт|академи|консерватор|бакалавр|специалитет|высш\w* .*училищ",
    army=r"арми|служб(?!\w* занятост)|служит|призв|срочн|(?<!\w)вс рф",
    work=r"работ|трудоустр",
)
# «МГТУ», «СПбГУ», «УрФУ»: a state or a federal university
UNIVERSITY = re.compile(r"(?<!\w)[А-ЯЁ][А-Яа-яё]{0,5}[ГФ][А-Я]{0,2}У(?!\w)")
# what says a way alone and no place
WAY_ALONE = re.compile(
    r"(?:в |поступил[аи]? в )?(?:спо|вуз|колледж|техникум|училище|университет|институт|арми[яию]"
    r"|служба(?: в армии)?|работа(?:ет)?|трудоустроен[аы]?)|.*10\s*(?:-?й)?\s*кл.*"
)
# the old directions of extracurricular activity, which is no additional education
EXTRACURRICULAR = re.compile(r"внеуроч|общеинтеллект|общекультур|духовно|спортивно.?оздоровит")
# a programme of teaching («Школа России») stands over a list of a class, so that word is none
_PROGRAMME = re.compile(
    r"(?<!\w)(?:кружк|кружок|объединени|секци|студи|клуб|курс\w* внеурочной)[^«\"“»]{0,60}"
    r"[«\"“]([^»\"”]+)[»\"”]",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?<!\w)(?:руководитель|педагог|преподаватель)[^:]*:\s*(.+)", re.IGNORECASE)
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


def destination_of(value):
    """A code of ``parse_destination``, also of the abbreviation of a university («ОмГПУ»)."""
    try:
        return parse_destination(value)
    except BadValue:
        if UNIVERSITY.search(clean(value)):
            return "university"
        raise


def place_in(text):
    """The text when it names where somebody went, "" when it says the way alone («СПО»)."""
    return "" if WAY_ALONE.fullmatch(fold(text)) else text


def programme_in(text):
    """The programme that a title names («Список кружка «Шахматы»»), or ""."""
    found = _PROGRAMME.search(clean(text))
    return clean(found[1]) if found else ""


def leader_in(text):
    """Whom a title names as the leader («Руководитель: Орлова А. П.»), or ""."""
    found = _LEADER.search(clean(text))
    return clean(found[1]) if found else ""


def level_in(text):
    """The level that a title names as that of its stage («муниципальный этап»), or None."""
    named = _STAGE.search(fold(text))
    return parse_event_level.find(named[1]) if named else None
