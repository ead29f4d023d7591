"""Words of registers of staff: kinds, levels and results."""

from .word_list import WordList

# a kind of ``vsoko.staff.course``
parse_course_kind = WordList(
    "unknown_course_kind",
    at_start=True,
    retraining=r"(?:проф\w*\.?\s*)?переподг|п\.?п\.?(?!\w)",
    internship=r"стажир",
    seminar=r"семинар|вебинар|конференц|мастер",
    pk=r"повыш|курс|п\.?к\.?(?!\w)|кпк",
)
# a kind of ``vsoko.staff.event``
parse_event_kind = WordList(
    "unknown_event_kind",
    at_start=True,
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
# levels of ``vsoko.staff.event`` and of achievements of pupils
parse_event_level = WordList(
    "unknown_event_level",
    at_start=True,
    international=r"междунар",
    federal=r"федер|всеросс|росс|заключит",
    regional=r"регион|област|краев|республ|окружн",
    municipal=r"муницип|район|город",
    school=r"школ|учрежд|образоват",
)
parse_event_result = WordList(
    "unknown_event_result",
    at_start=True,
    winner=r"победит|1 мест|i мест|гран|диплом (?:победит|(?:1|i)(?:-?й|-?ой)? степ)|(?:1|i)$",
    laureate=r"(?:диплом )?лауреат|финалист",
    prize=r"приз|[23] мест|i{2,3} мест|диплом|(?:[23]|i{2,3})$",
    participant=r"участ|сертиф",
)
