import json
import re

from odoo.fields import Domain
from odoo.tests import tagged
from odoo.tools import SQL
from odoo.tools.safe_eval import safe_eval

from .common import ROLES, SchoolCase

# rules of families: the rows of one child or of one publication, not tables of figures
REVIEWED_PATHS = {
    "class_id.enrolment_ids.student_id.guardian_ids",
    "class_id.enrolment_ids.student_id.partner_id",
    # before which councils a report was put: one or two rows
    "report_id.hearing_ids",
    "student_id.guardian_ids",
}
# a subselect that refers to the row is run for each row, one that does not is hashed once
PER_ROW = re.compile(r"(?<!hashed )SubPlan \d+")
# models without a row for each pupil, mark or figure may ask more of a row (who is in a report)
SMALL = {"vsoko.report", "vsoko.report.file", "vsoko.report.section"}


@tagged("post_install", "-at_install")
class TestRulePaths(SchoolCase):
    """Record rules cost the same however many figures there are."""

    def get_rules(self):
        return self.env["ir.rule"].search([("model_id.model", "=like", "vsoko.%")])

    def test_no_rule_walks_over_a_list_of_records(self):
        for rule in self.get_rules():
            domain = safe_eval(rule.domain_force or "[]", rule._eval_context())
            for condition in Domain(domain).iter_conditions():
                path = condition.field_expr
                with self.subTest(rule=rule.name, path=path):
                    self.assertTrue(
                        path in REVIEWED_PATHS or not self.find_lists(rule.model_id.model, path)
                    )

    def find_lists(self, name, path):
        """Return the steps of a path that lead over several records."""
        found, model = [], self.env[name]
        steps = path.split(".")
        for step in steps[:-1]:
            if model._fields[step].type in ("one2many", "many2many"):
                found.append(step)
            model = self.env[model._fields[step].comodel_name]
        if len(steps) > 1 and model._fields[steps[-1]].type in ("one2many", "many2many"):
            found.append(steps[-1])
        return found

    def test_no_role_asks_the_database_for_each_row(self):
        names = {rule.model_id.model for rule in self.get_rules()} - SMALL
        names = {name for name in names if not name.startswith("vsoko.family.")}
        for role in [role for role in ROLES if role not in ("governing_council", "family")]:
            for name in sorted(names):
                model = self.env[name].with_user(self.users[role])
                if not model.has_access("read"):
                    continue
                with self.subTest(role=role, model=name):
                    rules = self.env["ir.rule"].with_user(model.env.user)
                    domain = rules._compute_domain(name, "read")
                    # a source of facts may have conditions of its own over small tables
                    own = self.count_per_row(model, Domain.TRUE)
                    self.assertEqual(self.count_per_row(model, domain), own)

    def count_per_row(self, model, domain):
        """Return how many conditions of the plan of a search hold a subselect for each row."""
        query = model.sudo()._search(domain, bypass_access=True)
        plan = self.env.execute_query(SQL("EXPLAIN (FORMAT JSON) %s", query.select()))[0][0]
        plan = json.loads(plan) if isinstance(plan, str) else plan
        return sum(bool(PER_ROW.search(text)) for text in _filters(plan[0]["Plan"]))

    def test_an_association_that_one_heads_is_one_condition(self):
        head = self.users["association_head"]
        self.association.head_id = self.env["vsoko.teacher"].search([("user_id", "=", head.id)])
        marks = self.add_marks({(self.students[0], self.math): 4}, self.q1)
        marks |= self.add_marks({(self.students[0], self.rus): 3}, self.q1)
        led = self.association.subject_ids
        self.env.flush_all()
        found = marks.with_user(head).sudo().search([("is_led", "=", True)])
        self.assertEqual(found, marks.filtered(lambda mark: mark.subject_id in led))
        self.association.head_id = False
        self.env.flush_all()
        self.assertFalse(marks.with_user(head).sudo().search([("is_led", "=", True)]))


def _filters(node):
    """The conditions of a plan, without what its subselects ask inside themselves."""
    yield from (text for name, text in node.items() if name.endswith(("Filter", "Cond")))
    for child in node.get("Plans", ()):
        if child.get("Parent Relationship") not in ("SubPlan", "InitPlan"):
            yield from _filters(child)
