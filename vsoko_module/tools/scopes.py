"""Scopes of a value: which dimensions of the facts name its cell.

One place for the engine, the forms and the dashboard. A cell is written as
``scope:key:key`` with the keys in the order of `DIMENSIONS`, for example ``class_subject:12:5``.
"""

# order of the columns, of the bits of GROUPING() and of the keys in a cell
DIMENSIONS = ("level", "grade", "class_id", "subject_id", "teacher_id", "student_id")

SCOPES = {
    "school": (),
    "level": ("level",),
    "grade": ("grade",),
    "class": ("class_id",),
    "subject": ("subject_id",),
    "teacher": ("teacher_id",),
    "student": ("student_id",),
    "class_subject": ("class_id", "subject_id"),
    "teacher_subject": ("subject_id", "teacher_id"),
    "student_subject": ("subject_id", "student_id"),
}

# what is stored unless an indicator asks otherwise: a pupil in one subject is a single fact, which
# the list of facts shows by itself
USUAL = [scope for scope in SCOPES if scope != "student_subject"]

_BITS = {scope: 1 << place for place, scope in enumerate(SCOPES)}


def bit(scope):
    """Return the bit of a scope in a mask of scopes."""
    return _BITS[scope]


def mask(scopes):
    """Return the mask of several scopes."""
    return sum(_BITS[scope] for scope in set(scopes))


def grouping(scope, dimensions):
    """Return what SQL's GROUPING(dimensions) gives for the rows of a scope."""
    named = SCOPES[scope]
    return int("".join("0" if name in named else "1" for name in dimensions) or "0", 2)


def available(dimensions):
    """Return the scopes that facts with these dimensions can fill, in the order of `SCOPES`."""
    return [scope for scope, named in SCOPES.items() if set(named) <= set(dimensions)]


def cell(scope, **keys):
    """Return the key of a cell, for example ``cell("class", class_id=12)`` → ``class:12``."""
    return ":".join([scope, *(str(keys[name]) for name in SCOPES[scope])])


def scope_of(cell):
    """Return the scope of a cell, for example ``class_subject`` of ``class_subject:12:5``."""
    return cell.partition(":")[0]


def keys(cell):
    """Return ``{dimension: key}`` of a cell: the reverse of `cell`."""
    scope, *parts = cell.split(":")
    return {
        name: part if name == "level" else int(part)
        for name, part in zip(SCOPES[scope], parts, strict=True)
    }
