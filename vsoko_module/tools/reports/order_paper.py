"""An order of the register of documents → a ``Paper``: its text as somebody has written it."""

from .frozen import Frozen
from .paper import Paper, PaperFrame, Part

PREAMBLE = {"code": "preamble", "wide": False, "blocks": []}


def order_paper(school, title, text, director, reference, _):
    """``Paper`` of an order.

    :param director: who has signed it, empty before that
    :param reference: (day, number), both empty before it is signed
    """
    is_draft = not reference[1]
    form = PaperFrame(school, (director, reference[0]), is_draft=is_draft, reference=reference)
    part = Part("", PREAMBLE, [("", text)])
    return Paper(Frozen({"given": {}}), title, [_("ORDER")], [part], form)
