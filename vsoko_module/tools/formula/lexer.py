"""Text of a formula → tokens with their places."""

import re
from dataclasses import dataclass

from .errors import FormulaError

MAX_LENGTH = 2000
WORDS = frozenset({"and", "or", "not"})
_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?(?![A-Za-z0-9_.]))"
    # Russian words are none of the language, but what is meant by them can be told
    r"|(?P<name>[A-Za-zА-Яа-яЁё_][A-Za-zА-Яа-яЁё0-9_]*)"
    r"|\[(?P<bracket>[^\[\]]+)\]"
    r"|(?P<sign><=|>=|<>|!=|[-+*/(),;<>=])"
)


@dataclass(frozen=True)
class Token:
    """``kind`` is number, name, code, word, sign or end; ``position`` counts from 1."""

    kind: str
    text: str
    position: int


def tokenize(text):
    """List of tokens, the last of kind ``end``.

    :raise FormulaError: empty, too_long, unclosed_bracket, unexpected_symbol
    """
    if len(text) > MAX_LENGTH:
        raise FormulaError("too_long", MAX_LENGTH + 1, limit=MAX_LENGTH)
    if not text.strip():
        raise FormulaError("empty", 1)
    return [*_tokens(text), Token("end", "", len(text) + 1)]


def _tokens(text):
    start = 0
    while start < len(text):
        match = _TOKEN.match(text, start)
        if match is None:
            raise _refusal(text, start)
        if match.lastgroup != "space":
            yield _token(match, start + 1)
        start = match.end()


def _token(match, position):
    kind, text = match.lastgroup, match[match.lastgroup]
    if kind == "bracket":
        return Token("code", text.strip(), position)
    if kind == "name" and text.lower() in WORDS:
        return Token("word", text.lower(), position)
    return Token(kind, "<>" if text == "!=" else text, position)


def _refusal(text, start):
    if text[start] == "[" and "]" not in text[start:]:
        return FormulaError("unclosed_bracket", start + 1)
    return FormulaError("unexpected_symbol", start + 1, symbol=text[start])
