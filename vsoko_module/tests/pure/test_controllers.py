import ast
import unittest
from itertools import combinations
from pathlib import Path

CONTROLLERS = Path(__file__).parents[2] / "controllers"


def extensions(source):
    """{class: its methods} of the controllers in a text that extend one of Odoo."""
    classes = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    return {
        node.name: {one.name for one in node.body if isinstance(one, ast.FunctionDef)}
        for node in classes
        if not any(ast.unparse(base) == "http.Controller" for base in node.bases)
    }


def homonyms(classes):
    """[(class, class, method)] of the methods that two classes call alike."""
    return [
        (first, second, name)
        for first, second in combinations(classes, 2)
        for name in sorted(classes[first] & classes[second])
    ]


class TestControllers(unittest.TestCase):
    """Odoo makes one class of all controllers that extend the same one, so a method of one of them
    silently takes the place of a method of another that has its name."""

    def test_no_two_merged_controllers_share_a_name(self):
        classes = {}
        for path in CONTROLLERS.glob("*.py"):
            classes |= extensions(path.read_text("utf-8"))
        self.assertLessEqual({"VsokoPortal", "VsokoFamilyPortal", "VsokoCouncilPortal"}, {*classes})
        self.assertEqual(homonyms(classes), [])

    def test_a_shared_name_is_found(self):
        source = """
class One(CustomerPortal):
    def _prepare(self): ...
    def one(self): ...
class Two(CustomerPortal):
    def _prepare(self): ...
class Apart(http.Controller):
    def _prepare(self): ...
"""
        self.assertEqual(homonyms(extensions(source)), [("One", "Two", "_prepare")])
