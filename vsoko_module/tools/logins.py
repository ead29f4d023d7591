"""Logins for those who have no e-mail address."""

_LETTERS = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "h",
            "ts",
            "ch",
            "sh",
            "sch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
)


def login_of(name):
    """A login of a full name: «Иванова Мария Петровна» → ``ivanova.mp``; empty without letters."""
    words = [_latin(word) for word in (name or "").casefold().replace("ё", "е").split()]
    words = [word for word in words if word]
    if not words:
        return ""
    initials = "".join(word[0] for word in words[1:])
    return f"{words[0]}.{initials}" if initials else words[0]


def free_login(wanted, taken):
    """The login, or with the first number after it that is not taken."""
    number, login = 1, wanted
    while login in taken:
        number += 1
        login = f"{wanted}{number}"
    return login


def _latin(word):
    letters = (_LETTERS.get(sign, sign) for sign in word)
    return "".join(sign for text in letters for sign in text if sign.isascii() and sign.isalnum())
