"""Which tests a word means: in the name of a file, a class or a method."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from devtools.common import ADDON


def test_files(addon: Path = ADDON) -> list[Path]:
    """Files with Odoo's tests; those of tests/pure run without Odoo."""
    tests = addon / "tests"
    found = sorted(tests.rglob("test_*.py"))
    return [path for path in found if "pure" not in path.relative_to(tests).parts]


def declared(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Classes whose test methods Odoo runs, with these methods: their own and those it lets in."""
    for name, own, inherited, lets_in in _classes(path):
        methods = own + inherited if lets_in else own
        if methods:
            yield name, methods


def silent(path: Path) -> list[str]:
    """Classes that inherit tests of their file, which Odoo does not run without being told to."""
    return [name for name, _own, inherited, lets_in in _classes(path) if inherited and not lets_in]


def _classes(path: Path) -> Iterator[tuple[str, list[str], list[str], bool]]:
    """Name, own test methods, those of base classes of the same file, whether Odoo runs these."""
    known: dict[str, list[str]] = {}
    for node in ast.parse(path.read_text(), str(path)).body:
        if isinstance(node, ast.ClassDef):
            functions = (item for item in node.body if isinstance(item, ast.FunctionDef))
            own = [item.name for item in functions if item.name.startswith("test")]
            bases = (known.get(getattr(base, "id", ""), []) for base in node.bases)
            inherited = [method for methods in bases for method in methods if method not in own]
            known[node.name] = own + inherited
            yield node.name, own, inherited, _lets_in(node)


def _lets_in(node: ast.ClassDef) -> bool:
    return any(
        isinstance(item, ast.Assign)
        and getattr(item.targets[0], "id", "") == "allow_inherited_tests_method"
        for item in node.body
    )


def logger_name(path: Path, addon: Path = ADDON) -> str:
    dotted = ".".join(path.relative_to(addon).with_suffix("").parts)
    return f"odoo.addons.{addon.name}.{dotted}"


def asks_for(name: str, words: list[str]) -> bool:
    """Whether one of the words, or none at all, means what has this name."""
    return not words or any(word.lower() in name.lower() for word in words)


def tags(words: list[str], addon: Path = ADDON) -> list[str]:
    """Values for Odoo's --test-tags; an empty list when no test has a word in its name."""
    found = []
    for path in test_files(addon):
        in_path = asks_for(path.relative_to(addon / "tests").as_posix(), words)
        for class_name, methods in declared(path):
            tag = f"/{addon.name}:{class_name}"
            found += _class_tags(tag, class_name, methods, words, in_path)
    return found


def server_tags(addon: Path) -> list[str]:
    """Values for --test-tags: the classes whose tests ask Odoo's server, mostly by a browser."""
    # what is derived from what, wherever a base among the tests has its file
    bases = {path: _bases(path) for path in (addon / "tests").rglob("*.py")}
    known = {name: above for found in bases.values() for name, above in found.items()}

    def asks(name: str) -> bool:
        return name == "HttpCase" or any(asks(base) for base in known.get(name, ()))

    found = (name for path in test_files(addon) for name in bases[path])
    return [f"/{addon.name}:{name}" for name in found if asks(name)]


def _bases(path: Path) -> dict[str, list[str]]:
    return {
        node.name: [base.id for base in node.bases if isinstance(base, ast.Name)]
        for node in ast.parse(path.read_text(), str(path)).body
        if isinstance(node, ast.ClassDef)
    }


def weights(addon: Path) -> dict[str, int]:
    """How many tests a class has, by its value for --test-tags: those that ask no server.

    What lies in no room comes first: these tests walk over the whole addon and take longest.
    """
    asking = server_tags(addon)
    found: Counter[str] = Counter()
    for path in sorted(test_files(addon), key=lambda path: len(path.parts)):
        for class_name, methods in declared(path):
            # classes of one name in two files run together
            found[f"/{addon.name}:{class_name}"] += len(methods)
    return {tag: weight for tag, weight in found.items() if tag not in asking}


def _class_tags(
    tag: str, class_name: str, methods: list[str], words: list[str], whole: bool
) -> list[str]:
    if whole or asks_for(class_name, words):
        return [tag]
    named = [method for method in methods if asks_for(f"{class_name}.{method}", words)]
    return [f"{tag}.{method}" for method in named]
