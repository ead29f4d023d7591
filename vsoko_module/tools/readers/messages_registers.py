"""What may be wrong with lists for the registers of pupils."""

from ..translation import _lt
from .message import ERROR, WARNING, Message

REGISTERS = {
    "no_level": Message(
        ERROR,
        _lt("Neither the row nor the title names the level of the event. Add a column «Уровень»."),
    ),
    "no_day_of_event": Message(
        ERROR, _lt("Neither the row nor the title names the day. Add a column «Дата».")
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
        ERROR,
        _lt(
            "«%(text)s»: where the graduate went is not understood. Write: 10 класс, СПО, вуз,"
            " работа, армия, не учится и не работает, неизвестно."
        ),
    ),
    "bad_days": Message(ERROR, _lt("«%(text)s» is not a number of missed days.")),
    "unknown_certificate": Message(
        WARNING, _lt("The certificate «%(text)s» is not known. The cell is left empty.")
    ),
    "unknown_mode": Message(
        WARNING, _lt("The form of exams «%(text)s» is not known. The cell is left empty.")
    ),
}
