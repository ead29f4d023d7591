"""A system of indicators as one file: JSON with criteria, indicators and their bands.

Shape, each part by its code::

    {"format": FORMAT, "version": 1, "name", "date_from", "period_kind",
     "criteria": [{"code", "name", "parent", …}],
     "indicators": [{"code", "name", "criterion", "scopes", "bands": [{"lower", "status", …}], …}]}

Values are texts, numbers, true, false and null; dates are texts. Parents stand before children.
"""

import json

from .arguments import is_storable
from .translation import _lt, plain, translated

FORMAT = "vsoko.framework"
VERSION = 1
MOST_BYTES = 5_000_000
REQUIRED = {
    "criteria": frozenset({"code", "name"}),
    "indicators": frozenset({"code", "name", "criterion"}),
    "bands": frozenset({"lower", "status", "origin"}),
}
MESSAGES = {
    "too_large": _lt(
        "The file is larger than %(limit)s MB: no system of indicators is that large."
    ),
    "not_json": _lt("This is no file of a system of indicators: choose one that was made here."),
    "version": _lt(
        "The file was made by a newer program (version %(found)s of the file, %(known)s is known)."
        " Update the program first."
    ),
    "part": _lt("“%(part)s”, entry %(number)s: %(missing)s is missing."),
    "unknown": _lt("“%(part)s”, entry %(number)s: “%(names)s” is unknown."),
    "value": _lt("“%(part)s”, entry %(number)s: the value of “%(names)s” cannot be read."),
    "twice": _lt("“%(part)s”: the code “%(entry)s” stands twice."),
    "criterion": _lt(
        "“%(entry)s” names the criterion “%(criterion)s”, which the file does not have."
    ),
}


class FrameworkFileError(ValueError):
    """A file that is refused as a whole; ``message`` says where and what."""

    def __init__(self, code, **params):
        super().__init__(code, params)
        self.code = code
        self.params = params

    def message(self, _=plain):
        return translated(_, MESSAGES[self.code], **self.params)


def dump(data):
    """Return the bytes of the file; `data` is the shape above without format and version."""
    head = {"format": FORMAT, "version": VERSION}
    return json.dumps(head | data, ensure_ascii=False, indent=1).encode()


def load(content, known):
    """Return the data of a file that is whole and says nothing unknown.

    :param known: ``{"criteria", "indicators", "bands"}`` → names that an entry may have
    :raise FrameworkFileError: the first thing that is wrong
    """
    data = _read(content)
    for part in ("criteria", "indicators"):
        _check_entries(part, data.get(part), known)
        _check_codes(part, data[part])
    codes = _check_parents(data["criteria"])
    for entry in data["indicators"]:
        _check_entries("bands", entry.get("bands") or [], known)
        if entry["criterion"] not in codes:
            params = {"entry": entry["code"], "criterion": entry["criterion"]}
            raise FrameworkFileError("criterion", **params)
    return data


def _read(content):
    if len(content) > MOST_BYTES:
        raise FrameworkFileError("too_large", limit=MOST_BYTES // 1_000_000)
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FrameworkFileError("not_json") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT or not is_storable(data):
        raise FrameworkFileError("not_json")
    if data.get("version") != VERSION:
        raise FrameworkFileError("version", found=data.get("version"), known=VERSION)
    return data


def _check_entries(part, entries, known):
    if not isinstance(entries, list):
        raise FrameworkFileError("not_json")
    for number, entry in enumerate(entries, start=1):
        where = {"part": part, "number": number}
        if not isinstance(entry, dict):
            raise FrameworkFileError("value", **where, names=part)
        if missing := sorted(name for name in REQUIRED[part] if entry.get(name) in (None, "")):
            raise FrameworkFileError("part", **where, missing=", ".join(missing))
        if unknown := sorted(entry.keys() - known[part]):
            raise FrameworkFileError("unknown", **where, names=", ".join(unknown))
        plain_names = entry.keys() - {"bands"}
        wrong = sorted(name for name in plain_names if isinstance(entry[name], list | dict))
        if wrong:
            raise FrameworkFileError("value", **where, names=", ".join(wrong))


def _check_parents(criteria):
    """Return the codes of the criteria, each of which stands behind its parent."""
    codes = set()
    for entry in criteria:
        parent = entry.get("parent")
        if parent and parent not in codes:
            raise FrameworkFileError("criterion", entry=entry["code"], criterion=parent)
        codes.add(entry["code"])
    return codes


def _check_codes(part, entries):
    seen = set()
    for entry in entries:
        if entry["code"] in seen:
            raise FrameworkFileError("twice", part=part, entry=entry["code"])
        seen.add(entry["code"])
