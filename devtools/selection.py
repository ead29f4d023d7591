"""Which tests a word means: in the name of a file, a class or a method."""

import ast
from collections.abc import Iterator
from pathlib import Path

from devtools.common import ADDON


def test_files(addon: Path = ADDON) -> list[Path]:
    """Files with Odoo's tests; those of tests/pure run without Odoo."""
    tests = addon / "tests"
    found = sorted(tests.rglob("test_*.py"))
    return [path for path in found if "pure" not in path.relative_to(tests).parts]


def declared(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Classes that have test methods of their own, with these methods."""
    for node in ast.parse(path.read_text(), str(path)).body:
        if isinstance(node, ast.ClassDef):
            functions = (item for item in node.body if isinstance(item, ast.FunctionDef))
            methods = [item.name for item in functions if item.name.startswith("test")]
            if methods:
                yield node.name, methods


def logger_name(path: Path, addon: Path = ADDON) -> str:
    dotted = ".".join(path.relative_to(addon).with_suffix("").parts)
    return f"odoo.addons.{addon.name}.{dotted}"


def tags(word: str, addon: Path = ADDON) -> list[str]:
    """Values for Odoo's --test-tags; an empty list when no test has the word in its name."""
    word = word.lower()
    found = []
    for path in test_files(addon):
        in_path = word in path.relative_to(addon / "tests").as_posix().lower()
        for class_name, methods in declared(path):
            tag = f"/{addon.name}:{class_name}"
            found += _class_tags(tag, class_name, methods, word, in_path)
    return found


def server_tags(addon: Path) -> list[str]:
    """Values for --test-tags: the classes whose tests ask Odoo's server, mostly by a browser."""
    return [
        f"/{addon.name}:{node.name}"
        for path in test_files(addon)
        for node in ast.parse(path.read_text(), str(path)).body
        if isinstance(node, ast.ClassDef)
        and any(getattr(base, "id", "") == "HttpCase" for base in node.bases)
    ]


def _class_tags(tag: str, class_name: str, methods: list[str], word: str, whole: bool) -> list[str]:
    if whole or word in class_name.lower():
        return [tag]
    named = [method for method in methods if word in f"{class_name}.{method}".lower()]
    return [f"{tag}.{method}" for method in named]
