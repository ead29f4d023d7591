"""What may be wrong with lists for the registers of pupils."""

from ..translation import _lt
from .message import ERROR, WARNING, Message

REGISTERS = {
    "no_level": Message(
        ERROR,
        _lt("Neither the row nor the title names the level of the event. Add a column «Уровень»."),
    ),
    "unknown_direction": Message(
        ERROR,
        _lt(
            "«%(text)s» is none of the six directions: техническая, естественно-научная,"
            " физкультурно-спортивная, художественная, туристско-краеведческая,"
            " социально-гуманитарная."
        ),
    ),
    "unknown_destination": Message(
        WARNING,
        _lt(
            "«%(text)s»: whether it is a college, a university or something else is not understood."
            " The text is kept as the place; say the way in the list of graduates, or write: 10"
            " класс, СПО, вуз, работа, армия, не учится и не работает, неизвестно."
        ),
    ),
    "bad_days": Message(ERROR, _lt("«%(text)s» is not a number of missed days.")),
    "too_many_days": Message(
        ERROR, _lt("%(text)s days are more than there are from the first to the last day.")
    ),
    "days_do_not_add_up": Message(
        WARNING,
        _lt(
            "The reasons do not make the total %(text)s. They are loaded as they stand: check them."
        ),
    ),
    "lessons_only": Message(
        ERROR,
        _lt(
            "The report tells missed lessons and no days. Make it in days, or write «По болезни,"
            " дней» over the column if these are days."
        ),
    ),
    "unknown_absence_reason": Message(
        WARNING,
        _lt(
            "The reason «%(text)s» is not known. The cell is left empty; write: болезнь, семейные"
            " обстоятельства, уважительная, без уважительной."
        ),
    ),
    "unknown_consent": Message(
        WARNING,
        _lt(
            "The consent «%(text)s» is not known. The cell is left empty; write: обработка,"
            " распространение, фото и видео, психолог, медицинский осмотр, иное."
        ),
    ),
    "unknown_place": Message(
        WARNING,
        _lt(
            "The kind of place «%(text)s» is not known. The cell is left empty; write: физкультура,"
            " технология, химия, другой урок, перемена, внеурочное мероприятие, дорога."
        ),
    ),
    "unknown_outcome": Message(
        WARNING,
        _lt(
            "The consequences «%(text)s» are not known. The cell is left empty; write:"
            " выздоровление, инвалидность, ребёнок-инвалид, смерть."
        ),
    ),
    "unknown_studied": Message(
        WARNING,
        _lt("«%(text)s» is neither «воспитанность» nor «личностное развитие»: the first is taken."),
    ),
    "bad_time": Message(WARNING, _lt("«%(text)s» is not a time of day: write 10:30.")),
    "bad_points_of_sheet": Message(
        ERROR, _lt("«%(text)s» is neither points of the criterion nor «н/п» (not applicable).")
    ),
    "no_points_of_sheet": Message(ERROR, _lt("The sheet has no points: no criterion is judged.")),
    "unknown_certificate": Message(
        WARNING, _lt("The certificate «%(text)s» is not known. The cell is left empty.")
    ),
    "unknown_mode": Message(
        WARNING, _lt("The form of exams «%(text)s» is not known. The cell is left empty.")
    ),
}
