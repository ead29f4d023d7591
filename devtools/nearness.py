"""Which tests are near to a file of the addon, as the names and imports of files say it.

Nothing is run to find it out: the tests that are near are asked first, all others after them.
"""

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

from devtools.common import ADDON

# words of many files that tell none of them from the others
COMMON = {"vsoko", "indicator", "value", "fact", "mixin", "init"}


def pure_tests(path: Path, addon: Path = ADDON) -> list[str]:
    """Modules of tests/pure that import a module of tools/, over however many steps; those first
    that need few steps and have its words in their names. `path` is relative to the addon."""
    module = _dotted(path)
    steps = _steps_to(module, _importers(addon))
    words = _words(module)

    def distance(test: str) -> tuple[int, str]:
        return steps[test] - sum(word in test for word in words), test

    found = (test.stem for test in (addon / "tests" / "pure").glob("test_*.py"))
    return sorted((test for test in found if test in steps), key=distance)


def words(path: Path) -> list[str]:
    """Words that tell a file of models/ from the others of its room; a source of facts is tried by
    its tables of cases."""
    within_room = ".".join(path.with_suffix("").parts[2:])
    return ["fact_cases", "fact_borders"] if "facts" in path.parts else _words(within_room)


def _words(module: str) -> list[str]:
    """Words of the name without the plural: a test of `readers` may be called «reader»."""
    words = module.replace(".", "_").split("_")[1:]
    return [word.removesuffix("s") for word in words if word not in COMMON]


def _dotted(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def _steps_to(module: str, importers: dict[str, set[str]]) -> dict[str, int]:
    """How many imports lie between the module and each that reaches it."""
    steps, edge = {module: 0}, [module]
    for name in edge:
        for importer in importers[name] - steps.keys():
            steps[importer] = steps[name] + 1
            edge.append(importer)
    return steps


def _importers(addon: Path) -> dict[str, set[str]]:
    """{module: modules that import it} of tools/ and tests/pure, as their imports name them."""
    pure = addon / "tests" / "pure"
    files = {_dotted(path.relative_to(addon)): path for path in (addon / "tools").rglob("*.py")}
    files |= {path.stem: path for path in pure.glob("*.py")}
    found = defaultdict(set)
    for name, path in files.items():
        package = name if path.stem == "__init__" else name.rpartition(".")[0]
        named = set(_named(path.read_text(encoding="utf-8"), package))
        if "importlib" in named and name == package:
            # a package that finds its modules by itself
            named |= {other for other in files if other.startswith(f"{package}.")}
        for imported in named & files.keys():
            found[imported].add(name)
    return found


# hundreds of files, which are the same for each mutant
@cache
def _named(text: str, package: str) -> frozenset[str]:
    return frozenset(_imported(ast.parse(text), package))


def _imported(tree: ast.Module, package: str):
    """Names that may be modules: of `from a import b` both a and a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*(parents if node.level else []), *filter(None, [node.module])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)
