import unittest
from pathlib import Path

from lxml import etree

VIEWS = Path(__file__).parents[2] / "views"


def classes(node):
    return (node.get("class") or node.get("t-attf-class") or "").split()


def tables():
    """(file and line, table) of the pages that people outside the school read."""
    for path in sorted(VIEWS.rglob("*_templates.xml")):
        for table in etree.parse(path).iter("table"):
            yield f"{path.name}:{table.sourceline}", table


class TestPhoneCards(unittest.TestCase):
    """A table is readable on a phone: it scrolls in its own place, or its rows are cards."""

    def test_every_cell_of_a_card_says_what_it_is(self):
        cards = [(place, one) for place, one in tables() if "o_vsoko_cards" in classes(one)]
        self.assertGreater(len(cards), 1)
        unnamed = {
            f"{place} cell {cell.sourceline}"
            for place, table in cards
            for cell in table.iterfind(".//td")
            if "o_vsoko_card_title" not in classes(cell)
            and not any("o_vsoko_card_label" in classes(one) for one in cell.iter(etree.Element))
        }
        self.assertEqual(unnamed, set())

    def test_cards_are_in_a_place_that_scrolls_too(self):
        """On a tablet the same table is a table."""
        lost = {
            place
            for place, table in tables()
            if "o_vsoko_cards" in classes(table)
            and "table-responsive" not in classes(table.getparent())
        }
        self.assertEqual(lost, set())


class TestCardsOfLists(unittest.TestCase):
    def test_lists_that_are_read_on_a_phone_have_cards(self):
        """Odoo shows the cards there instead of the columns."""
        read = {
            "vsoko_class_action",
            "vsoko_decision_action",
            "vsoko_meeting_action",
            "vsoko_observation_action",
            "vsoko_plan_line_action",
            "vsoko_risk_action",
        }
        modes = {
            action.get("id"): action.findtext("field[@name='view_mode']")
            for path in VIEWS.rglob("*.xml")
            for action in etree.parse(path).iterfind(".//record[@model='ir.actions.act_window']")
        }
        self.assertEqual({name for name in read if "kanban" not in modes[name]}, set())
