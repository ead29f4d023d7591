"""Parts of one model in several files: none hides a method of another without calling it."""

import ast
import unittest
from collections import defaultdict
from pathlib import Path

ADDON = Path(__file__).parents[2]
ROOMS = ("models", "wizard", "demo", "report")


def models_of(node):
    """The names by which a class is a model: its ``_name`` and what it extends."""
    for statement in node.body:
        targets = getattr(statement, "targets", [])
        if any(getattr(target, "id", "") in ("_name", "_inherit") for target in targets):
            values = ast.walk(statement.value)
            yield from (one.value for one in values if isinstance(one, ast.Constant))


def calls_super(method):
    return any(getattr(node, "id", "") == "super" for node in ast.walk(method))


def hidden_methods(sources):
    """``(model, method, places)`` of methods that more than one part of a model defines anew.

    :param sources: {place: text of the file}
    """
    found = defaultdict(list)
    for place, text in sources.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                names = set(models_of(node))
                own = [one for one in node.body if isinstance(one, ast.FunctionDef)]
                for method in own:
                    if len(names) == 1 and not calls_super(method):
                        found[*names, method.name].append(place)
    return [(*key, places) for key, places in sorted(found.items()) if len(places) > 1]


class TestMethodNames(unittest.TestCase):
    def test_no_part_of_a_model_hides_a_method_of_another(self):
        files = [path for room in ROOMS for path in (ADDON / room).rglob("*.py")]
        self.assertGreater(len(files), 500)
        sources = {path.relative_to(ADDON).as_posix(): path.read_text("utf-8") for path in files}
        self.assertEqual(hidden_methods(sources), [])

    def test_a_method_defined_twice_is_found(self):
        part = "class {}(models.Model):\n    _inherit = 'vsoko.x'\n    def act(self):\n        {}\n"
        twice = {"a.py": part.format("A", "pass"), "b.py": part.format("B", "pass")}
        self.assertEqual(hidden_methods(twice), [("vsoko.x", "act", ["a.py", "b.py"])])
        extended = {**twice, "b.py": part.format("B", "return super().act()")}
        self.assertEqual(hidden_methods(extended), [])


if __name__ == "__main__":
    unittest.main()
