"""Why classes of a table are not compared: other pupils were in them then."""

from ..translation import _lt, translated

# part of a figure that compares → key of the reason why it does not
BARRIERS = {"delta": "previous_barrier", "last_year_delta": "last_year_barrier"}
_TEXTS = {
    "merged": _lt("Not compared, the class is merged: %(names)s."),
    "divided": _lt("Not compared, the class is divided: %(names)s."),
    "other": _lt("Not compared, other pupils were in the class: %(names)s."),
}


def barrier_note(frozen, cells, parts, _):
    """The note below a table; empty when everything that it compares can be compared.

    :param parts: ``[(code, part)]`` of the columns
    """
    found = {}
    for cell in cells:
        for code, part in parts:
            barrier = BARRIERS.get(part)
            reason = barrier and getattr(frozen.figure(cell, code), barrier)
            if reason:
                found.setdefault(reason, {})[frozen.name(cell)] = None
    return " ".join(
        translated(_, text, names=", ".join(found[reason]))
        for reason, text in _TEXTS.items()
        if reason in found
    )
