import ast
import re
import unittest
from pathlib import Path

from lxml import etree

ADDON = Path(__file__).parents[2]
PYTHON = [path for folder in ("models", "wizard") for path in (ADDON / folder).rglob("*.py")]
OPENED = re.compile(r"_open_action\(\s*(f?\"[^\"]+\")")


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

    def test_every_source_of_facts_opens_its_rows(self):
        sources = {
            path.stem for path in (ADDON / "models/indicators/facts").glob("vsoko_fact_*.py")
        }
        windows = own_windows()
        self.assertGreater(len(sources), 5)
        for source in sources:
            model = source.replace("vsoko_fact_", "vsoko.fact.")
            self.assertEqual(windows.get(f"{source}_action"), model)
