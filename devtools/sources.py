"""Checks of our Python files that general linters do not know: what may not pass unexplained."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path


def findings(addon: Path) -> Iterator[str]:
    """Everything wrong, one line each, with the file's path inside the checkout."""
    for path in sorted(addon.rglob("*.py")):
        if "tests" not in path.relative_to(addon).parts:
            for line, text in source_findings(path.read_text(encoding="utf-8")):
                yield f"{path.relative_to(addon.parent)}:{line}: {text}"


def source_findings(source: str) -> list[tuple[int, str]]:
    tree = ast.parse(source)
    return sorted([*_unexplained_sudo(tree, source), *_unescaped_markup(tree)])


def _unexplained_sudo(tree: ast.Module, source: str) -> Iterator[tuple[int, str]]:
    """Rights are left out only after a check, and a comment in the function names it."""
    comments = {
        token.start[0]
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT and not re.match(r"# (pylint|noqa)", token.string)
    }
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for function in functions:
        lines = [call.lineno for call in _calls(function, "sudo")]
        if lines and not comments & set(range(function.lineno, max(lines) + 1)):
            yield min(lines), f"{function.name} uses sudo() and no comment says why it may"


def _unescaped_markup(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """`Markup("…") % text` escapes the text, `Markup("…" % text)` does not."""
    for call in _calls(tree, "Markup"):
        if any(_is_filled(argument) for argument in call.args):
            yield call.lineno, "Markup() of a text that was filled in before: it is not escaped"


def _is_filled(argument: ast.expr) -> bool:
    if isinstance(argument, ast.Call):
        return getattr(argument.func, "attr", "") == "format"
    return isinstance(argument, ast.JoinedStr | ast.BinOp)


def _calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            if name in (getattr(function, "attr", ""), getattr(function, "id", "")):
                yield node
