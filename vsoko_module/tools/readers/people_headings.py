"""Headings of the columns that hold names, for all lists of pupils and of staff."""

_FULL = ("фио", "ф и о", "фамилия имя отчество", "фамилия имя", "фамилия и имя")
_STAFF = (
    "педагога",
    "педагогического работника",
    "педагогических работников",
    "учителя",
    "работника",
    "сотрудника",
    "преподавателя",
)


def _of(*whose):
    return tuple(f"{name} {who}" for name in _FULL for who in whose)


PARTS = {"surname": ("фамилия",), "first_name": ("имя",), "patronymic": ("отчество",)}
# whose names they are («ученика», «обучающегося») ``heading_keys`` leaves out of a heading
PUPILS = (*_FULL, "ученик", "обучающийся", "учащийся", *_of("уч ся"))
PARTICIPANTS = (*PUPILS, "участник", *_of("участника", "победителя", "победителя призера"))
GRADUATES = (*PUPILS, "выпускник", *_of("выпускника", "выпускников"))
INJURED = (*PUPILS, "пострадавший", *_of("пострадавшего", "пострадавшего год рождения"))
STAFF = (*_FULL, "педагог", "сотрудник", "работник", *_of(*_STAFF))
TEACHERS = ("учитель", "педагог", "преподаватель", *_of("учителя", "педагога", "преподавателя"))
LEADERS = (*TEACHERS, "руководитель", *_of("руководителя", "наставника", "учителя наставника"))
