import ast
import re
import unittest
from pathlib import Path

from lxml import etree

ADDON = Path(__file__).parents[2]
# from the ground up: each room names things of its own and of earlier rooms
ROOMS = (
    "mixins",
    "school",
    "evidence",
    "intake",
    "indicators",
    "analysis",
    "overview",
    "governance",
    "reporting",
    "families",
)
FOLDERS = ("models", "wizard", "views")
NAME = re.compile(r"\bvsoko[._][a-z0-9_.]*[a-z0-9_]")
XML_ID = re.compile(r"\bvsoko_module\.([a-z0-9_]+)")


def room_of(path):
    """The room of a file of `models`, `wizard` or `views`, None for a file of no room."""
    parts = path.relative_to(ADDON).parts
    return parts[1] if parts[0] in FOLDERS and parts[1] in ROOMS else None


def python_files():
    files = [*ADDON.glob("models/*/**/*.py"), *ADDON.glob("wizard/*/*.py")]
    return [path for path in files if room_of(path)]


def xml_files():
    return [path for path in ADDON.glob("views/*/*.xml") if room_of(path)]


def earlier(owners, name, room):
    """Keep the earliest room of a thing: later ones extend it."""
    known = owners.get(name, room)
    owners[name] = min(known, room, key=ROOMS.index)


def documentation(tree):
    """The constants of a module that are docstrings."""
    kinds = ast.Module, ast.ClassDef, ast.FunctionDef
    nodes = [node for node in ast.walk(tree) if isinstance(node, kinds)]
    return {node.body[0].value for node in nodes if ast.get_docstring(node) is not None}


def texts(tree):
    """(line, text) of the strings of a module that are no docstrings."""
    documented = documentation(tree)
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and node not in documented:
            yield node.lineno, node.value


def imported(path, tree):
    """(line, file or folder) of the relative imports of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = path.parents[node.level - 1]
            folder = folder.joinpath(*(node.module or "").split("."))
            for alias in node.names:
                yield node.lineno, folder / alias.name


class House:
    """Which room every model, table and XML id of the addon belongs to, and who names it."""

    def __init__(self):
        self.trees = {path: ast.parse(path.read_text("utf-8")) for path in python_files()}
        self.pages = {path: etree.parse(path) for path in xml_files()}
        self.owners = {}
        self.ids = {}
        for path, tree in self.trees.items():
            for name in self._made(tree):
                earlier(self.owners, name, room_of(path))
                earlier(self.owners, name.replace(".", "_"), room_of(path))
        for path, page in self.pages.items():
            for node in page.iterfind(".//*[@id]"):
                earlier(self.ids, node.get("id"), room_of(path))

    def _made(self, tree):
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "_name":
                yield ast.literal_eval(node.value)

    def named(self):
        """(file, line, room of the file, name, room of the name) of all that is named."""
        for path, tree in self.trees.items():
            for line, text in texts(tree):
                yield from self._in_text(path, line, text)
            for line, target in imported(path, tree):
                if ADDON in target.parents and room_of(target):
                    yield path, line, target.name, room_of(target)
        for path, page in self.pages.items():
            for node in page.iter(etree.Element):
                for text in (node.text or "", *node.attrib.values()):
                    yield from self._in_text(path, node.sourceline, text)
                for name in self._refs(node):
                    yield path, node.sourceline, name, self.ids[name]

    def _in_text(self, path, line, text):
        for name in NAME.findall(text):
            if name in self.owners:
                yield path, line, name, self.owners[name]
        for name in XML_ID.findall(text):
            if name in self.ids:
                yield path, line, name, self.ids[name]

    def _refs(self, node):
        refs = [node.get(key, "") for key in ("ref", "action", "parent", "inherit_id")]
        refs += re.findall(r"%\(([a-z0-9_]+)\)d", " ".join(node.attrib.values()))
        return [name for name in refs if name in self.ids]


class TestRoomOrder(unittest.TestCase):
    """A thing of a later room may change an earlier one only by inheriting from it."""

    def test_each_room_names_things_of_its_own_and_of_earlier_rooms(self):
        wrong = [
            f"{path.relative_to(ADDON)}:{line} names {name} of {room}"
            for path, line, name, room in House().named()
            if ROOMS.index(room) > ROOMS.index(room_of(path))
        ]
        self.assertFalse(wrong, "\n".join(wrong))

    def test_every_folder_is_a_room(self):
        for folder in FOLDERS:
            found = {path.name for path in (ADDON / folder).iterdir() if path.is_dir()}
            self.assertLessEqual(found - {"__pycache__"}, set(ROOMS), folder)
