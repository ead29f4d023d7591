import ast
import unittest
from pathlib import Path

ADDON = Path(__file__).parents[2]
ROOMS = ("models", "wizard", "controllers", "report", "demo")


def unheard(source):
    """[line] where a text is translated by a function that has another name than its own.

    The catalogue of terms is gathered from calls of `_` with a text: what another name says is in
    no catalogue, and stays English without anybody being told. Another name may translate what is
    declared elsewhere.
    """
    nodes = list(ast.walk(ast.parse(source)))
    names = {
        ast.unparse(target)
        for node in nodes
        if isinstance(node, ast.Assign) and getattr(node.value, "attr", "") == "_"
        for target in node.targets
    }
    return [
        node.lineno
        for node in nodes
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in names - {"_"}
        and any(isinstance(argument, ast.Constant) for argument in node.args)
    ]


class TestTranslatedWords(unittest.TestCase):
    """What the program says is in the catalogue that is translated."""

    def test_no_text_is_said_by_another_name(self):
        found = {
            f"{path.relative_to(ADDON)}:{line}"
            for room in ROOMS
            for path in (ADDON / room).rglob("*.py")
            for line in unheard(path.read_text("utf-8"))
        }
        self.assertEqual(found, set())

    def test_no_label_is_kept_out_of_the_catalogue(self):
        """A filter or an export of one's own offers every field, also what no view shows."""
        kept = "export_string_" + "translation"
        found = [path for path in ADDON.rglob("*.py") if kept in path.read_text("utf-8")]
        self.assertEqual([path for path in found if path != Path(__file__)], [])

    def test_another_name_is_found(self):
        self.assertEqual(unheard("translate = self.env._\ntranslate('Due')"), [2])
        self.assertEqual(unheard("translate = self.env._\ntranslate(declared.name)"), [])
        self.assertEqual(unheard("_ = self.env._\n_('Due')"), [])
        self.assertEqual(unheard("tell(env._)\nself.env._('Due')"), [])
