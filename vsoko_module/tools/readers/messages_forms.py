"""What may be wrong with tables of statistical forms."""

from ..translation import _lt
from .message import ERROR, Message

FORMS = {
    "value_and_reason": Message(
        ERROR,
        _lt(
            "There is a value and also a reason for none, «%(text)s». Leave one of them. The row is"
            " not loaded."
        ),
    ),
    "unknown_reason": Message(
        ERROR,
        _lt("«%(text)s» is none of the reasons: %(known)s. The row is not loaded."),
    ),
}
