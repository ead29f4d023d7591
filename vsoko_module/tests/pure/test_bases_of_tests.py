import ast
import unittest
from pathlib import Path

ADDONS = Path(__file__).parents[3]
# what begins a transaction
BEGINNERS = {"TransactionCase", "HttpCase", "SingleTransactionCase"}
BASE = "FixtureCase"
# what lets a level be made once for many classes would be undone by these
PATCHES = {"startClassPatcher", "addClassCleanup"}


def classes():
    """Yield (place, class) of all tests that need Odoo, and of their base classes."""
    for path in sorted(ADDONS.glob("vsoko_module*/tests/**/*.py")):
        if "pure" not in path.parts:
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef):
                    yield f"{path.relative_to(ADDONS)}:{node.lineno}", node


def names(node):
    return {getattr(base, "id", "") for base in node.bases}


def makers(node):
    return [
        item
        for item in node.body
        if isinstance(item, ast.FunctionDef) and item.name == "make_fixture"
    ]


class TestBasesOfTests(unittest.TestCase):
    """What a level of fixtures holds open would block a class that does not know of it."""

    @classmethod
    def setUpClass(cls):
        cls.found = list(classes())
        cls.known = {node.name: node for _place, node in cls.found}

    def stands_on_levels(self, node):
        bases = names(node)
        return BASE in bases or any(
            self.stands_on_levels(self.known[base]) for base in bases & set(self.known)
        )

    def test_whatever_has_a_transaction_knows_of_fixtures(self):
        begun = [
            (place, node)
            for place, node in self.found
            if names(node) & BEGINNERS and node.name != BASE
        ]
        self.assertGreater(len(begun), 50)
        self.assertEqual([place for place, node in begun if not self.stands_on_levels(node)], [])

    def test_a_level_neither_patches_nor_calls_the_one_below(self):
        levels = [(place, node) for place, node in self.found if makers(node) and node.name != BASE]
        self.assertGreater(len(levels), 20)
        self.assertEqual([place for place, node in levels if node.name.startswith("Test")], [])
        wrong = {
            place
            for place, node in levels
            for part in ast.walk(makers(node)[0])
            if getattr(part, "attr", "") in PATCHES or getattr(part, "id", "") == "super"
        }
        self.assertEqual(wrong, set())

    def test_nobody_overrides_what_a_level_calls(self):
        """A level is made by its own class, whatever the class of tests says."""
        wrong = []
        for place, node in self.found:
            own = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
            for level in self._below(node):
                called = {
                    part.attr
                    for part in ast.walk(makers(level)[0])
                    if isinstance(part, ast.Attribute) and getattr(part.value, "id", "") == "cls"
                }
                wrong += [f"{place} {name}" for name in own & called]
        self.assertEqual(wrong, [])

    def _below(self, node):
        for base in names(node) & set(self.known):
            if makers(self.known[base]):
                yield self.known[base]
            yield from self._below(self.known[base])
