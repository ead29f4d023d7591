"""Which tests a word means: in the name of a file, a class or a method."""

import ast
from collections.abc import Iterator
from pathlib import Path

from devtools.common import ADDON, MODULE

TESTS = ADDON / "tests"


def test_files() -> list[Path]:
    """Files with Odoo's tests; those of tests/pure run without Odoo."""
    found = sorted(TESTS.rglob("test_*.py"))
    return [path for path in found if "pure" not in path.relative_to(TESTS).parts]


def declared(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Classes that have test methods of their own, with these methods."""
    for node in ast.parse(path.read_text(), str(path)).body:
        if isinstance(node, ast.ClassDef):
            functions = (item for item in node.body if isinstance(item, ast.FunctionDef))
            methods = [item.name for item in functions if item.name.startswith("test")]
            if methods:
                yield node.name, methods


def logger_name(path: Path) -> str:
    dotted = ".".join(path.relative_to(TESTS).with_suffix("").parts)
    return f"odoo.addons.{MODULE}.tests.{dotted}"


def tags(word: str) -> list[str]:
    """Values for Odoo's --test-tags; an empty list when no test has the word in its name."""
    word = word.lower()
    found = []
    for path in test_files():
        in_path = word in path.relative_to(TESTS).as_posix().lower()
        for class_name, methods in declared(path):
            found += _class_tags(class_name, methods, word, in_path)
    return found


def _class_tags(class_name: str, methods: list[str], word: str, whole: bool) -> list[str]:
    tag = f"/{MODULE}:{class_name}"
    if whole or word in class_name.lower():
        return [tag]
    named = [method for method in methods if word in f"{class_name}.{method}".lower()]
    return [f"{tag}.{method}" for method in named]
