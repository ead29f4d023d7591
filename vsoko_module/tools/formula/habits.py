"""What people write by the habit of spreadsheets, and what they mean by it."""

import difflib

# official words of Russian spreadsheets
FUNCTIONS = {
    "если": "if",
    "еслиошибка": "coalesce",
    "мин": "min",
    "макс": "max",
    "округл": "round",
}
WORDS = {"и": "and", "или": "or", "не": "not"}
MOST = 3


def close_functions(text, functions):
    """Return the names of functions that a word may mean, the likeliest first."""
    meant = FUNCTIONS.get(text.lower())
    return [meant] if meant else difflib.get_close_matches(text, list(functions), n=MOST)


def close_codes(text, codes):
    """Return the codes that a word may mean, the likeliest first.

    :param codes: codes, or ``{code: name}``: a name is answered with the codes of what is called so
    """
    close = difflib.get_close_matches(text, [str(code) for code in codes], n=MOST)
    if close or not isinstance(codes, dict):
        return close
    word = _plain(text)
    called = [code for code, name in codes.items() if word in _plain(name)]
    # the shorter the name, the more of it is said by the word
    return sorted(called, key=lambda code: len(codes[code]))[:MOST]


def decimal_comma(tokens):
    """Return the comma of a fraction among tokens: a number on both sides without a space."""
    for before, comma, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        joined = after.position - before.position == len(before.text) + 1
        if comma.text == "," and before.kind == after.kind == "number" and joined:
            return comma
    return None


def _plain(text):
    return (text or "").lower().replace("ё", "е").replace("_", " ")
