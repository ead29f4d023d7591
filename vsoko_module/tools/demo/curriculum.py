"""What is taught in which grade, and which teachers may lead it."""

from .records import LessonPlan, Staffing

_PRIMARY = ("rus", "lit_read", "math", "world", "art", "tech")

# grade → hours a week by the code of the subject
HOURS = {
    1: {"rus": 5, "lit_read": 4, "math": 4, "world": 2, "art": 1, "mus": 1, "tech": 1, "pe": 2},
    **{
        grade: {
            "rus": 5, "lit_read": 4, "eng": 2, "math": 4, "world": 2, "art": 1, "mus": 1,
            "tech": 1, "pe": 2,
        }
        for grade in (2, 3)
    },
    4: {
        "rus": 5, "lit_read": 4, "eng": 2, "math": 4, "world": 2, "orkse": 1, "art": 1, "mus": 1,
        "tech": 1, "pe": 2,
    },
    5: {
        "rus": 5, "lit": 3, "eng": 3, "math": 5, "hist": 2, "geo": 1, "bio": 1, "odnknr": 1,
        "art": 1, "mus": 1, "tech": 2, "pe": 2,
    },
    6: {
        "rus": 6, "lit": 3, "eng": 3, "math": 5, "hist": 2, "soc": 1, "geo": 1, "bio": 1, "art": 1,
        "mus": 1, "tech": 2, "pe": 2,
    },
    7: {
        "rus": 4, "lit": 2, "eng": 3, "alg": 3, "geom": 2, "prob": 1, "inf": 1, "hist": 2,
        "soc": 1, "geo": 2, "bio": 1, "phys": 2, "art": 1, "mus": 1, "tech": 2, "pe": 2,
    },
    8: {
        "rus": 3, "lit": 2, "eng": 3, "alg": 3, "geom": 2, "prob": 1, "inf": 1, "hist": 2,
        "soc": 1, "geo": 2, "bio": 2, "phys": 2, "chem": 2, "mus": 1, "tech": 1, "pe": 2,
        "obzr": 1,
    },
    9: {
        "rus": 3, "lit": 3, "eng": 3, "alg": 3, "geom": 2, "prob": 1, "inf": 1, "hist": 2,
        "soc": 1, "geo": 2, "bio": 2, "phys": 3, "chem": 2, "tech": 1, "pe": 2, "obzr": 1,
    },
    10: {
        "rus": 2, "lit": 3, "eng": 3, "calc": 2, "geom": 2, "prob": 1, "inf": 2, "hist": 2,
        "soc": 2, "geo": 1, "bio": 1, "phys": 2, "chem": 1, "pe": 2, "obzr": 1, "project": 1,
    },
    11: {
        "rus": 2, "lit": 3, "eng": 3, "calc": 3, "geom": 2, "prob": 1, "inf": 2, "hist": 2,
        "soc": 2, "geo": 1, "bio": 1, "phys": 2, "chem": 1, "pe": 2, "obzr": 1,
    },
}  # fmt: skip

# subjects that end with «зач.» and not with a mark
PASS_ONLY = {"orkse", "odnknr", "project"}
# the lowest grade that gets marks
FIRST_MARKED_GRADE = 2

# group of teachers → subjects they lead, number of teachers, position, association
STAFFING = {
    "primary": Staffing((*_PRIMARY, "orkse"), 8, "учитель начальных классов", "primary"),
    "rus": Staffing(("rus", "lit"), 5, "учитель русского языка и литературы", "rus"),
    "math": Staffing(("math", "alg", "geom", "prob", "calc"), 5, "учитель математики", "math"),
    "inf": Staffing(("inf", "project"), 2, "учитель информатики", "math"),
    "eng": Staffing(("eng",), 4, "учитель английского языка", "eng"),
    "hist": Staffing(("hist", "soc", "odnknr"), 3, "учитель истории и обществознания", "social"),
    "geo": Staffing(("geo",), 1, "учитель географии", "science"),
    "phys": Staffing(("phys",), 2, "учитель физики", "science"),
    "chem": Staffing(("chem",), 1, "учитель химии", "science"),
    "bio": Staffing(("bio",), 1, "учитель биологии", "science"),
    "pe": Staffing(("pe",), 3, "учитель физической культуры", "sport"),
    "tech": Staffing(("tech",), 2, "учитель труда (технологии)", "sport"),
    "art": Staffing(("art",), 1, "учитель изобразительного искусства", "sport"),
    "mus": Staffing(("mus",), 1, "учитель музыки", "sport"),
    "obzr": Staffing(("obzr",), 1, "преподаватель-организатор ОБЗР", "sport"),
}

# staff without lessons: position and whether the work is pedagogic
OTHER_STAFF = (
    ("педагог-психолог", True),
    ("социальный педагог", True),
    ("педагог-библиотекарь", True),
    ("заведующий хозяйством", False),
)

ASSOCIATIONS = {
    "primary": "ШМО учителей начальных классов",
    "rus": "ШМО учителей русского языка и литературы",
    "math": "ШМО учителей математики и информатики",
    "eng": "ШМО учителей иностранных языков",
    "social": "ШМО учителей истории и обществознания",
    "science": "ШМО учителей естественно-научных предметов",
    "sport": "ШМО учителей физической культуры, труда и искусства",
}


def lesson_plans(grade):
    """Return the lessons of a grade: subject, hours and the group of teachers for each."""
    return [
        LessonPlan(subject, hours, _group_for(grade, subject))
        for subject, hours in HOURS[grade].items()
    ]


def _group_for(grade, subject):
    if grade <= 4 and subject in STAFFING["primary"].subjects:
        return "primary"
    return next(
        group
        for group, staffing in STAFFING.items()
        if group != "primary" and subject in staffing.subjects
    )
