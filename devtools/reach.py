"""Which functions of the addon a test calls: these are asked when one of them is changed.

A measured class of tests is a dict: `module` (its file in tests/, with dots), `name`, and `calls`,
which has {method: [seconds, places]}; the method "" is what the class prepares. A place is
`path:function`.
"""

import ast
from collections.abc import Callable, Iterator

# is called where a function of the addon begins, while calls are watched
CALL = "__vsoko_reached__"


def function_at(text: str, line: int) -> str:
    """The function, or Class.method, that has the line of a file; empty outside of them."""
    for name, node in _functions(ast.parse(text)):
        if node.lineno <= line <= node.end_lineno:
            return name
    return ""


def watched(text: str, path: str) -> ast.Module:
    """The program of a file in which each function tells its place when it begins."""
    tree = ast.parse(text)
    for name, node in _functions(tree):
        call = ast.Call(ast.Name(CALL, ast.Load()), [ast.Constant(f"{path}:{name}")], [])
        node.body.insert(0, ast.Expr(call))
    return ast.fix_missing_locations(tree)


def asked(classes: list[dict], path: str, function: str, words: list[str]) -> list[list[str]]:
    """[[module, class, method]…] that call the function, the likely and the quick ones first.

    What is no function (a border, a field) may be used without a call: first come the tests that
    call any function of the file, then all others.
    """
    meant = [f"{path}:{function}"] if function else [f"{path}:", ""]

    def order(measured: dict) -> tuple[bool, float]:
        is_near = any(word in measured["module"] for word in words)
        return not is_near, sum(seconds for seconds, _places in measured["calls"].values())

    found: dict[tuple, None] = {}
    for start in meant:
        for measured in sorted(classes, key=order):
            for method in _calling(measured, start, whole=bool(function)):
                found.setdefault((measured["module"], measured["name"], method))
    return [list(test) for test in found]


def _calling(measured: dict, start: str, whole: bool) -> Iterator[str]:
    """Methods that call, or whose class calls, a place that begins with, or is, this text."""
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
