"""Order of names by the Russian alphabet, and search that does not ask how Ё is written.

Neither rests on the collation of the database, which may know the order of code points only.
Ё stands where Е does, as in a school's lists and in dictionaries; letters of other alphabets
follow the Russian letter that they are made from. Case does not matter.

The tables are strings for PostgreSQL's ``_`` and for ``str.translate`` alike, so a key is
the same on either side.
"""

_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
# letters of other alphabets by the Russian letter that they follow
_OTHERS = {
    "а": "ӑӓәӕ",
    "г": "ґғӷҕ",
    "д": "ђ",
    "е": "єѐӗ",
    "ж": "ӂӝҗ",
    "з": "ӟѕҙ",
    "и": "ѝӥіїӣ",
    "й": "јҋ",
    "к": "ќқҡҝҟӄ",
    "л": "љӆԯ",
    "н": "њңҥӊԩ",
    "о": "ӧөӫ",
    "п": "ҧ",
    "с": "ҫ",
    "т": "ћҭ",
    "у": "ўӯұүӱӳ",
    "х": "ҳһӽ",
    "ц": "ҵ",
    "ч": "ҷҹӵџ",
    "ы": "ӹ",
    "ь": "ѣ",
    "э": "ӭ",
}
_LATIN = "abcdefghijklmnopqrstuvwxyz"
# letters take these code points in their order; no text of people has them
_FIRST = 0xE000


def _ranks():
    line = _LATIN + "".join(letter + _OTHERS.get(letter, "") for letter in _LETTERS)
    ranks = {letter: chr(_FIRST + place) for place, letter in enumerate(line)}
    ranks |= {"ё": ranks["е"]}
    return ranks | {letter.upper(): rank for letter, rank in ranks.items()}


_RANKS = _ranks()
ORDER_FROM = "".join(_RANKS)
ORDER_TO = "".join(_RANKS.values())
# between the key and what decides between «Семенов» and «Семёнов»: the text with Ё after Е
ORDER_TIE = "\x01"
TIE_FROM, TIE_TO = "ЕеЁё", "\ue100\ue100\ue101\ue101"
_TIE = str.maketrans(TIE_FROM, TIE_TO)
_ORDER = str.maketrans(ORDER_FROM, ORDER_TO)


def _folds():
    letters = [letter for letter in ORDER_FROM if letter != letter.lower()]
    pairs = {letter: letter.lower() for letter in letters} | {"ё": "е", "Ё": "е"}
    return pairs | dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-") | {"\u00a0": " "}


_FOLDS = _folds()
FOLD_FROM = "".join(_FOLDS)
FOLD_TO = "".join(_FOLDS.values())
_FOLD = str.maketrans(FOLD_FROM, FOLD_TO)


def order_key(text):
    """Key of ``sorted`` for names; None and "" come first."""
    text = text or ""
    return text.translate(_ORDER) + ORDER_TIE + text.translate(_TIE)


def fold(text):
    """``text`` as it is compared in a search: small letters, е for ё, one kind of hyphen."""
    return text.translate(_FOLD)
