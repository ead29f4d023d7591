import ast
import re
import unittest
from pathlib import Path

from lxml import etree

ADDON = Path(__file__).parents[2]
PYTHON = [path for folder in ("models", "wizard") for path in (ADDON / folder).rglob("*.py")]
FILTER = re.compile("search_default_(?!group_)")
OPENED = re.compile(r"_open_action\(\s*(f?\"[^\"]+\")")

# buttons that open the list of the menu itself, as it opens there
OPENED_AS_BY_THE_MENU = {
    ("vsoko_indicator_value.py", "vsoko_indicator_value_action"),
    # what was found and waits for an answer
    ("vsoko_period.py", "vsoko_validation_finding_action"),
    ("vsoko_year_document.py", "vsoko_plan_action"),
}


def own_windows():
    """{XML id: model} of the window actions of the addon."""
    return {
        node.get("id"): node.findtext("field[@name='res_model']")
        for path in (ADDON / "views").rglob("*.xml")
        for node in etree.parse(path).iterfind(".//record[@model='ir.actions.act_window']")
    }


def all_ids():
    return {
        node.get("id")
        for path in (ADDON / "views").rglob("*.xml")
        for node in etree.parse(path).iterfind(".//*[@id]")
    }


def filtered_windows():
    """The window actions of menus that open with a filter of the one who looks."""
    return {
        node.get("id")
        for path in (ADDON / "views").rglob("*.xml")
        for node in etree.parse(path).iterfind(".//record[@model='ir.actions.act_window']")
        if FILTER.search(node.findtext("field[@name='context']") or "")
    }


def opened(path):
    """``(action, whether the call says its context)`` of the buttons of a file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if getattr(getattr(node, "func", None), "attr", "") == "_open_action" and node.args:
            name = getattr(node.args[0], "value", None)
            if isinstance(name, str):
                told = {keyword.arg for keyword in node.keywords}
                yield name.partition(".")[2], bool(told & {"context", "res_id", None})


class TestWindowActions(unittest.TestCase):
    """What a button opens is written in `views/`; Python names it."""

    def test_no_window_is_written_by_hand(self):
        written = [path for path in PYTHON if '"ir.actions.act_window"' in path.read_text("utf-8")]
        self.assertEqual(written, [])

    def test_every_named_action_exists(self):
        named = [
            ast.literal_eval(found)
            for path in PYTHON
            for found in OPENED.findall(path.read_text("utf-8"))
            if not found.startswith("f")
        ]
        self.assertGreater(len(named), 20)
        self.assertEqual({name.partition(".")[2] for name in named} - all_ids(), set())

    def test_a_button_does_not_inherit_the_filters_of_the_menu(self):
        """What it opens would be narrowed by a filter that is not about it."""
        filtered = filtered_windows()
        self.assertGreater(len(filtered), 50)
        narrowed = {
            (path.name, name)
            for path in PYTHON
            for name, says in opened(path)
            if name in filtered and not says
        }
        self.assertEqual(narrowed, {*OPENED_AS_BY_THE_MENU})

    def test_every_source_of_facts_opens_its_rows(self):
        sources = {
            path.stem for path in (ADDON / "models/indicators/facts").glob("vsoko_fact_*.py")
        }
        windows = own_windows()
        self.assertGreater(len(sources), 5)
        for source in sources:
            model = source.replace("vsoko_fact_", "vsoko.fact.")
            self.assertEqual(windows.get(f"{source}_action"), model)
