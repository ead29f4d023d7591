"""Small changes of meaning in a Python file, in its code and in the SQL of its texts.

A mutant is one of them: what the file would say if somebody had slipped. A mutant that no test
notices is a rule that no test holds.
"""

import ast
import copy
import re
from collections.abc import Iterator
from typing import NamedTuple

COMPARISONS = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
ARITHMETIC = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}
# what a slip in SQL looks like
SQL_SLIPS = [
    (re.compile(pattern), change)
    for pattern, change in (
        (r"<=(?= )", "<"),
        (r">=(?= )", ">"),
        (r"(?<= )<(?= )", "<="),
        (r"(?<= )>(?= )", ">="),
        (r"(?<= )<>(?= )", "="),
        (r"(?<= )=(?= )", "<>"),
        (r"(?<= )\+(?= )", "-"),
        (r"(?<= )-(?= )", "+"),
        (r"\bAND\b", "OR"),
        (r"\bOR\b", "AND"),
        (r"\bIS NOT NULL\b", "IS NULL"),
        (r"\bIS NULL\b", "IS NOT NULL"),
        (r"\b(LEFT|FULL) JOIN\b", "JOIN"),
        (r"\bNOT (?!NULL|IN\b|MATERIALIZED|FALSE)", ""),
        (r"\bTRUE\b", "FALSE"),
        (r"\bFALSE\b", "TRUE"),
        (r"\bmin\(", "max("),
        (r"\bmax\(", "min("),
        (r"\bsum\(", "max("),
        (r"\bcount\(", "max("),
        (r"\bDISTINCT\b(?! FROM)", ""),
        (r"\bDESC\b", "ASC"),
    )
]
SQL_WORDS = re.compile(r"\b(SELECT|FROM|WHERE|JOIN|CASE|COALESCE|FILTER|NULLIF|AND|IS NOT)\b")
# words for people and hints for the ORM decide nothing that a test of a rule would see
SILENT = {"string", "help", "index", "digits", "readonly", "copy", "ondelete", "aggregator"}


class Mutant(NamedTuple):
    """`before` at [start, end) of the text of a file becomes `after`."""

    line: int
    start: int
    end: int
    before: str
    after: str

    def applied(self, text: str) -> str:
        return text[: self.start] + self.after + text[self.end :]

    def __str__(self) -> str:
        return f"{' '.join(self.before.split())}  →  {' '.join(self.after.split())}"


class _Source:
    """Places of nodes in a text: ast counts bytes of a line, a text has letters."""

    def __init__(self, text: str):
        self.text = text
        self._lines = text.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))

    def span(self, node) -> tuple[int, int]:
        return (
            self._place(node.lineno, node.col_offset),
            self._place(node.end_lineno, node.end_col_offset),
        )

    def _place(self, line: int, column: int) -> int:
        return self._starts[line - 1] + len(self._lines[line - 1].encode()[:column].decode())

    def mutant(self, node, after: str) -> Mutant:
        start, end = self.span(node)
        return Mutant(node.lineno, start, end, self.text[start:end], after)

    def slips(self, node) -> Iterator[Mutant]:
        """Mutants of the SQL in a text, one a place where it may slip."""
        start, end = self.span(node)
        for pattern, change in SQL_SLIPS:
            for found in pattern.finditer(self.text, start, end):
                line = self.text.count("\n", 0, found.start()) + 1
                yield Mutant(line, *found.span(), found.group(), change)


def mutants(text: str) -> list[Mutant]:
    """All mutants of a file in the order of their places; each differs from it in one place."""
    tree, source = ast.parse(text), _Source(text)
    found = {mutant for node in _nodes(tree) for mutant in _of_node(node, source)}
    return sorted(found)


def _nodes(node) -> Iterator[ast.AST]:
    """The nodes that decide something, without documentation, imports, annotations and words."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or isinstance(child, (ast.Import, ast.ImportFrom)):
                continue
            if isinstance(child, ast.keyword) and child.arg in SILENT:
                continue
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                continue
            yield child
            # parts of a text in braces are its own business
            if not isinstance(child, ast.JoinedStr):
                yield from _nodes(child)


def _of_node(node, source: _Source) -> Iterator[Mutant]:
    for kind, make in _MAKERS.items():
        if isinstance(node, kind):
            yield from make(node, source)


def _written(node) -> str:
    return f"({ast.unparse(node)})"


def _of_comparison(node, source):
    for place, operator in enumerate(node.ops):
        changed = copy.deepcopy(node)
        changed.ops[place] = COMPARISONS[type(operator)]()
        yield source.mutant(node, _written(changed))


def _of_boolean(node, source):
    changed = copy.deepcopy(node)
    changed.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield source.mutant(node, _written(changed))


def _of_not(node, source):
    if isinstance(node.op, ast.Not):
        yield source.mutant(node, _written(node.operand))


def _of_arithmetic(node, source):
    texts = (ast.JoinedStr, ast.Constant)
    is_text = isinstance(node.left, texts) and not isinstance(
        getattr(node.left, "value", None), (int, float)
    )
    if type(node.op) in ARITHMETIC and not is_text:
        changed = copy.deepcopy(node)
        changed.op = ARITHMETIC[type(node.op)]()
        yield source.mutant(node, _written(changed))


def _of_constant(node, source):
    if isinstance(node.value, bool):
        yield source.mutant(node, str(not node.value))
    elif isinstance(node.value, (int, float)):
        yield source.mutant(node, repr(node.value + 1))
    elif isinstance(node.value, str) and SQL_WORDS.search(node.value):
        yield from source.slips(node)


def _of_format(node, source):
    start, end = source.span(node)
    if SQL_WORDS.search(source.text[start:end]):
        yield from source.slips(node)


def _of_call(node, source):
    if getattr(node.func, "id", "") in CALLS:
        yield source.mutant(node.func, CALLS[node.func.id])


def _of_condition(node, source):
    if not isinstance(node.test, (ast.Compare, ast.BoolOp, ast.UnaryOp)):
        yield source.mutant(node.test, f"(not {_written(node.test)})")


def _of_return(node, source):
    if node.value is not None and not isinstance(node.value, ast.Constant):
        yield source.mutant(node.value, "None")


_MAKERS = {
    ast.Compare: _of_comparison,
    ast.BoolOp: _of_boolean,
    ast.UnaryOp: _of_not,
    ast.BinOp: _of_arithmetic,
    ast.Constant: _of_constant,
    ast.JoinedStr: _of_format,
    ast.Call: _of_call,
    (ast.If, ast.IfExp): _of_condition,
    ast.Return: _of_return,
}
