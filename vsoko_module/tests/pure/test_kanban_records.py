import re
import unittest
from pathlib import Path

ADDONS = Path(__file__).parents[3]
CARDS = re.compile(r"<kanban.*?</kanban>", re.DOTALL)
USED = re.compile(r"\brecord\.(\w+)\.(?:raw_)?value")
DECLARED = re.compile(r'<field name="(\w+)"')


def undeclared(arch):
    """Return the fields that the cards of a view read and the view does not load."""
    return set(USED.findall(arch)) - set(DECLARED.findall(arch))


class TestKanbanRecords(unittest.TestCase):
    """A card that reads what its view does not load is no card: the browser stops with an error."""

    def test_cards_read_what_is_loaded(self):
        found = {
            file.name: fields
            for file in ADDONS.glob("vsoko_module*/views/**/*.xml")
            for cards in CARDS.findall(file.read_text(encoding="utf-8"))
            if (fields := undeclared(cards))
        }
        self.assertEqual(found, {})

    def test_what_is_not_loaded_is_found(self):
        arch = '<kanban><t t-if="record.state.raw_value"/><field name="name"/></kanban>'
        self.assertEqual(undeclared(arch), {"state"})
