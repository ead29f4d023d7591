"""Which parts of the addon a test runs: these are asked when one of them is changed.

A measured class of tests is a dict: `module` (its file in tests/, with dots), `name`, and `calls`,
which has {method: [seconds, places]}; the method "" is what the class prepares. A place is
`path:function:line`, the line where statements begin that run one after another.
"""

import ast
from collections.abc import Callable, Iterator

# is called where such statements begin, while tests are watched
CALL = "__vsoko_reached__"
# what follows one of these may not be reached
BRANCHES = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)


def place_of(text: str, line: int) -> str:
    """`function:line` of what runs when a line of a file does; empty outside of functions."""
    for name, node in _functions(ast.parse(text)):
        if node.lineno <= line <= node.end_lineno:
            begun = [block[index].lineno for block, index in _starts(node)]
            return f"{name}:{max((one for one in begun if one <= line), default=begun[0])}"
    return ""


def watched(text: str, path: str) -> ast.Module:
    """The program of a file which tells each place that it reaches."""
    tree = ast.parse(text)
    for name, node in _functions(tree):
        for block, index in reversed(list(_starts(node))):
            told = ast.Constant(f"{path}:{name}:{block[index].lineno}")
            block.insert(index, ast.Expr(ast.Call(ast.Name(CALL, ast.Load()), [told], [])))
    return ast.fix_missing_locations(tree)


def asked(classes: list[dict], path: str, place: str, words: list[str]) -> list[list[str]]:
    """[[module, class, method]…] that reach the place, the likely and the quick ones first.

    What is in no function (a border, a field) may be used without a call: first come the tests
    that reach any function of the file, then all others.
    """
    meant = [f"{path}:{place}"] if place else [f"{path}:", ""]

    def order(measured: dict) -> tuple[bool, float]:
        is_near = any(word in measured["module"] for word in words)
        return not is_near, sum(seconds for seconds, _places in measured["calls"].values())

    found: dict[tuple, None] = {}
    for start in meant:
        for measured in sorted(classes, key=order):
            for method in _calling(measured, start, whole=bool(place)):
                found.setdefault((measured["module"], measured["name"], method))
    return [list(test) for test in found]


def _calling(measured: dict, start: str, whole: bool) -> Iterator[str]:
    """Methods that reach, or whose class reaches, a place that begins with, or is, this text."""
    is_meant: Callable = start.__eq__ if whole else lambda place: place.startswith(start)
    calls = {
        method: not start or any(is_meant(place) for place in places)
        for method, (_seconds, places) in measured["calls"].items()
    }
    prepared = calls.pop("", False)
    return (method for method, called in calls.items() if called or prepared)


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions of a file and of its classes; what is inside of one belongs to it."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for item in node.body:
                if isinstance(item, ast.FunctionDef):
                    yield f"{node.name}.{item.name}", item


def _starts(node: ast.AST) -> Iterator[tuple[list, int]]:
    """(block, index) of the first statement of each block and of each one after a branch."""
    for block in _blocks(node):
        for index, statement in enumerate(block):
            if not index or isinstance(block[index - 1], BRANCHES):
                yield block, index
            yield from _starts(statement)


def _blocks(node: ast.AST) -> Iterator[list]:
    for name in ("body", "orelse", "finalbody"):
        yield from [block] if isinstance(block := getattr(node, name, None), list) else []
    for part in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
        yield part.body
