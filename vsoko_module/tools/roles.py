"""Roles of the school: who may give which, and which one a position asks for.

Roles are the names of groups of the addon without ``group_``.
"""

STAFF = (
    "user",
    "teacher",
    "association_head",
    "specialist",
    "medic",
    "social_worker",
    "pedagogical_council",
    "methodical_council",
    "administration",
    "director",
)
OUTSIDE = ("governing_council", "family")
# a deputy director gives roles below the own one; data of health and of prevention are opened by
# the director alone
_BY_ADMINISTRATION = frozenset(
    {
        "user",
        "teacher",
        "association_head",
        "specialist",
        "pedagogical_council",
        "methodical_council",
        *OUTSIDE,
    }
)
_BY_DIRECTOR = frozenset({*STAFF, *OUTSIDE})

# beginnings of words of a position → roles; the first line that fits says all
_POSITIONS = (
    (("заместител", "зам.", "завуч"), ("administration",)),
    (("директор",), ("director",)),
    (
        ("руководитель шмо", "руководитель мо", "методическ"),
        ("association_head", "pedagogical_council"),
    ),
    (("методист",), ("methodical_council", "pedagogical_council")),
    (("врач", "медиц", "медсестр", "фельдшер"), ("medic",)),
    (("социальный педагог",), ("social_worker", "pedagogical_council")),
    (
        ("психолог", "педагог-психолог", "социальн", "логопед", "дефектолог"),
        ("specialist", "pedagogical_council"),
    ),
    (("библиотек", "безопасност", "обж"), ("specialist",)),
    (
        ("учител", "преподавател", "воспитател", "тьютор", "педагог"),
        ("teacher", "pedagogical_council"),
    ),
)


def given_by(own):
    """The roles that a person with the own roles may give and take; nobody gives more than this."""
    if "director" in own:
        return _BY_DIRECTOR
    return _BY_ADMINISTRATION if "administration" in own else frozenset()


def proposed(position):
    """The roles that a position asks for, «user» when it says nothing; none of an empty one."""
    words = (position or "").casefold().replace("ё", "е")
    if not words.strip():
        return ()
    for beginnings, roles in _POSITIONS:
        if any(beginning in words for beginning in beginnings):
            return roles
    return ("user",)
