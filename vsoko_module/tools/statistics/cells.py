"""Cells of a statistical form: an element and a member of its breakdown."""

from ..translation import _lt

# the member of an element that is not broken down
WHOLE = "school"
BREAKDOWNS = ("none", "level", "grade", "class", "option")

MESSAGES = {
    "unreadable": _lt("“%(line)s” is not a cell: write the code of an element, a space, a member"),
    "unknown": _lt("“%(line)s”: the section has no such element"),
}


class CellError(ValueError):
    """What is wrong with a line that names a cell; ``code`` is a key of ``MESSAGES``."""

    def __init__(self, code, **params):
        self.code = code
        self.params = params
        super().__init__(MESSAGES[code] % params)


def member_key(breakdown, value=None):
    """The key of a member, as cells of figures are written: ``class:12``, ``school``."""
    return WHOLE if breakdown == "none" else f"{breakdown}:{value}"


def split_key(key):
    """(breakdown, value as text) of the key of a member; ``("none", "")`` for the school."""
    breakdown, _colon, value = key.partition(":")
    return ("none", "") if key == WHOLE else (breakdown, value)


def parse_disabled(text, codes):
    """Return {(code of an element, member)} of the cells that are not filled in.

    :param text: one cell a line, ``textbooks 11``; a member is a grade, a level, the name of a
        class or the code of an option; None and empty lines are nothing
    :param codes: the codes of the elements that there are
    :raise CellError: for a line that names no such cell
    """
    cells = set()
    for line in (text or "").splitlines():
        if line.strip():
            cells.add(_parse_line(line.strip(), codes))
    return cells


def _parse_line(line, codes):
    code, _space, member = line.partition(" ")
    if not member.strip():
        raise CellError("unreadable", line=line)
    if code not in codes:
        raise CellError("unknown", line=line)
    return code, member.strip()


def expand(elements, members, disabled=frozenset()):
    """Return the cells that are to be filled in, [(code of the element, key of the member)].

    :param elements: [(code, breakdown)] in the order of the form
    :param members: {breakdown: [(key, name)]} of those that there were on the last day of the
        period; the school need not be named
    :param disabled: {(code, name or bare value of the member)}, see `parse_disabled`
    """
    members = {"none": [(WHOLE, "")], **members}
    return [
        (code, key)
        for code, breakdown in elements
        for key, name in members.get(breakdown, ())
        if not disabled & {(code, name), (code, split_key(key)[1])}
    ]
