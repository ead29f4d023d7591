from lxml import etree

from odoo.tests import tagged
from odoo.tools.safe_eval import safe_eval

from .fixtures import FixtureCase

PREFIX = "search_default_"


def filter_groups(arch):
    """{name of a filter: number of its group}; filters of one group are alternatives."""
    groups, number = {}, 0
    for node in etree.fromstring(arch).iter("separator", "group", "filter"):
        if node.tag != "filter":
            number += 1
        elif node.get("domain") or node.get("date"):
            groups[node.get("name")] = number
    return groups


@tagged("post_install", "-at_install")
class TestDefaultFilters(FixtureCase):
    """Filters that a list opens with narrow it together: Odoo joins by «or» those that no
    separator parts, and two alternatives show what neither of them was to show."""

    def together(self, action):
        """Return the filters that are on from the beginning and stand in one group."""
        context = safe_eval(action.context or "{}", {"uid": self.env.uid, "active_id": 1})
        asked = [name.removeprefix(PREFIX) for name in context if name.startswith(PREFIX)]
        views = action.search_view_id.id or False
        arch = self.env[action.res_model].get_view(views, "search")["arch"]
        groups = filter_groups(arch)
        on = [name for name in asked if name in groups]
        numbers = [groups[name] for name in on]
        return [name for name in on if numbers.count(groups[name]) > 1]

    def test_no_list_opens_with_alternatives(self):
        actions = self.env["ir.actions.act_window"].search([("res_model", "like", "vsoko.%")])
        found = {action.xml_id: names for action in actions if (names := self.together(action))}
        self.assertGreater(len(actions), 50)
        self.assertEqual(found, {})

    def test_groups_are_parted(self):
        arch = """<search>
            <filter name="a" domain="[]"/><filter name="b" domain="[]"/><separator/>
            <filter name="c" domain="[]"/><group><filter name="by" context="{}"/></group>
        </search>"""
        groups = filter_groups(arch)
        self.assertEqual(groups["a"], groups["b"])
        self.assertNotEqual(groups["b"], groups["c"])
        self.assertNotIn("by", groups)
