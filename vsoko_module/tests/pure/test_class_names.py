import ast
import unittest
from collections import defaultdict
from pathlib import Path

ADDON = Path(__file__).parents[2]
ODOO_BASES = {"Model", "AbstractModel", "TransientModel"}


def classes():
    """(file:line, class) of every class of the pure code and of the models."""
    for folder in ("tools", "models"):
        for path in sorted((ADDON / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ClassDef):
                    yield f"{path.relative_to(ADDON)}:{node.lineno}", node


def is_model(node):
    """Whether Odoo puts the class together with others of its name: the files of one model."""
    return any(isinstance(base, ast.Attribute) and base.attr in ODOO_BASES for base in node.bases)


class TestClassNames(unittest.TestCase):
    """A name means one thing: a reader who looks a class up finds one."""

    def test_no_two_classes_have_one_name(self):
        places = defaultdict(list)
        for place, node in classes():
            if not is_model(node):
                places[node.name].append(place)
        twice = {name: found for name, found in places.items() if len(found) > 1}
        self.assertFalse(twice)
        self.assertIn("FileWork", places)

    def test_files_of_one_class_are_of_one_model(self):
        models = defaultdict(set)
        for place, node in classes():
            if is_model(node):
                models[node.name].add(declared_model(node) or place)
        several = {name: found for name, found in models.items() if len(found) > 1}
        self.assertFalse(several)
        self.assertEqual(models["VsokoReport"], {"vsoko.report"})


def declared_model(node):
    """The model that a class of Odoo makes, else the one that it extends."""
    said = {
        statement.targets[0].id: statement.value
        for statement in node.body
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)
    }
    value = said.get("_name") or said.get("_inherit")
    return ast.literal_eval(value) if isinstance(value, ast.Constant) else None
