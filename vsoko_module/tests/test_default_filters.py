from lxml import etree

from odoo.tests import new_test_user, tagged
from odoo.tools.safe_eval import safe_eval

from .fixtures import FixtureCase

PREFIX = "search_default_"
# filters that show what is of now or waits
NOW = {"current_year", "this_year", "latest_term", "now", "in_force", "of_year"}
TIMES = ("date", "due_date", "period_end", "id", "create_date")
# action: why nobody needs a filter of now
REVIEWED = {
    "vsoko_document_action": "a register: drafts and what is in force stand together by kind",
    "vsoko_assessment_calendar_action": "it opens on the month of today and goes from year to year",
}
# action: why the newest need not stand first
IN_ORDER_OF_NAMES = {
    "vsoko_staff_education_action": "diplomas stand by people, whatever their year",
    "vsoko_staff_experience_action": "a line for each person",
    "vsoko_submission_form_action": "forms of higher bodies, found by name",
}


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

    def menu_actions(self):
        """The lists of the addon that a menu opens."""
        menus = self.env["ir.ui.menu"].with_context(active_test=False).search([])
        actions = {menu.action for menu in menus if menu.action}
        windows = [one for one in actions if one._name == "ir.actions.act_window"]
        return [
            one
            for one in windows
            if (one.xml_id or "").startswith("vsoko_module") and "list" in one.view_mode
        ]

    def filters(self, action):
        """``(filters of the search view, those that are on)``, groupings left out."""
        context = safe_eval(action.context or "{}", {"uid": self.env.uid, "active_id": 1})
        asked = {name.removeprefix(PREFIX) for name in context if name.startswith(PREFIX)}
        view = action.search_view_id.id or False
        arch = action.env[action.res_model].get_view(view, "search")["arch"]
        names = set(filter_groups(arch))
        return names, names & asked

    def test_every_menu_opens_on_what_is_of_now(self):
        actions = self.menu_actions()
        self.assertGreater(len(actions), 90)
        unfiltered = {
            action.xml_id.partition(".")[2]
            for action in actions
            for names, on in [self.filters(action)]
            if names & NOW and not on and not action.domain
        }
        self.assertEqual(unfiltered, set(REVIEWED))

    def begins_with_the_newest(self, model):
        """Periods and years have the newest first themselves, so «desc» would turn them round."""
        name, *direction = model._order.split(",")[0].split()
        is_turned = direction == ["desc"]
        if name in ("period_id", "year_id"):
            return not is_turned
        return is_turned and name in TIMES

    def test_what_has_no_filter_of_now_begins_with_the_newest(self):
        old_first = set()
        for action in self.menu_actions():
            model = self.env[action.res_model]
            names, on = self.filters(action)
            if names & NOW or on or not {"year_id", "period_id"} & set(model._fields):
                continue
            if not self.begins_with_the_newest(model):
                old_first.add(action.xml_id.partition(".")[2])
        self.assertEqual(old_first, set(IN_ORDER_OF_NAMES))

    def test_periods_and_years_have_the_newest_first(self):
        for name in ("vsoko.period", "vsoko.year"):
            self.assertRegex(self.env[name]._order, "^date_(start|end) desc")
        for name in ("vsoko.rating", "vsoko.indicator.value", "vsoko.mark", "vsoko.class"):
            self.assertTrue(self.begins_with_the_newest(self.env[name]), name)
        self.assertFalse(self.begins_with_the_newest(self.env["vsoko.subject"]))

    def shown_first(self, action, group):
        """Return the filters that the list opens with for somebody of the group."""
        user = new_test_user(self.env, f"of_{action}_{group}", f"vsoko_module.{group}")
        return self.filters(self.env.ref(f"vsoko_module.{action}").with_user(user).sudo())[1]

    def test_a_teacher_begins_with_own_works_and_who_leads_with_all(self):
        works = "vsoko_assessment_action"
        self.assertEqual(self.shown_first(works, "group_teacher"), {"current_year", "own"})
        self.assertEqual(self.shown_first(works, "group_administration"), {"current_year"})
        calendar = "vsoko_assessment_calendar_action"
        self.assertEqual(self.shown_first(calendar, "group_association_head"), {"own"})

    def test_both_find_own_works_among_the_filters(self):
        own = "[('is_own', '=', True)]"
        for group in ("group_teacher", "group_administration"):
            user = new_test_user(self.env, f"{group}_of_works", f"vsoko_module.{group}")
            Work = self.env["vsoko.assessment"].with_user(user)
            arch = etree.fromstring(Work.get_view(view_type="search")["arch"])
            self.assertEqual(len(arch.xpath(f'//filter[@domain="{own}"]')), 1, group)

    def test_groups_are_parted(self):
        arch = """<search>
            <filter name="a" domain="[]"/><filter name="b" domain="[]"/><separator/>
            <filter name="c" domain="[]"/><group><filter name="by" context="{}"/></group>
        </search>"""
        groups = filter_groups(arch)
        self.assertEqual(groups["a"], groups["b"])
        self.assertNotEqual(groups["b"], groups["c"])
        self.assertNotIn("by", groups)
