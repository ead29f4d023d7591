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
SMALL = {"vsoko.report", "vsoko.report.enclosure", "vsoko.report.file", "vsoko.report.section"}


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

    def get_large_models(self):
        names = {rule.model_id.model for rule in self.get_rules()} - SMALL
        return sorted(name for name in names if not name.startswith("vsoko.family."))

    def test_no_role_asks_the_database_for_each_row(self):
        for role in [role for role in ROLES if role not in ("governing_council", "family")]:
            for name in self.get_large_models():
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
        plan = self.get_plan(model.sudo()._search(domain, bypass_access=True))
        return sum(bool(PER_ROW.search(text)) for text in _filters(plan))

    def is_named(self, model):
        return bool(model._rec_name or model._rec_names_search)

    def get_plan(self, query, *columns):
        select = query.select(*columns)
        plan = self.env.execute_query(SQL("EXPLAIN (FORMAT JSON) %s", select))[0][0]
        plan = json.loads(plan) if isinstance(plan, str) else plan
        return plan[0]["Plan"]

    def test_a_search_by_name_joins_nothing(self):
        searched = 0
        for role in ("teacher", "association_head", "administration"):
            for name in self.get_large_models():
                model = self.env[name].with_user(self.users[role])
                if not model.has_access("read"):
                    continue
                for path in self.find_links(model):
                    if not model._has_field_access(model._fields[path.split(".")[0]], "read"):
                        continue
                    searched += 1
                    with self.subTest(role=role, model=name, path=path):
                        found = self.read_tables(model, Domain(path, "ilike", "а"))
                        self.assertEqual(found, self.read_tables(model, Domain.TRUE))
        self.assertGreater(searched, 100)

    def read_tables(self, model, domain):
        """Return the tables that a list of all columns reads outside of its subselects."""
        query = model._search(domain)
        columns = [name for name, field in model._fields.items() if field.column_type]
        stored = [name for name in columns if model._fields[name].store]
        selected = [model.sudo()._field_to_sql(model._table, name, query) for name in stored]
        return _relations(self.get_plan(query, *selected))

    def find_links(self, model):
        """Return the fields through which people search other records of ours by name."""
        named = model._fields.get(model._rec_name)
        own = ["display_name"] if named is not None and named.type == "many2one" else []
        return own + [
            name
            for name, field in model._fields.items()
            if field.type == "many2one"
            and field.store
            and field.comodel_name.startswith("vsoko.")
            and model.env[field.comodel_name].has_access("read")
            and self.is_named(model.env[field.comodel_name])
        ]

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


def _relations(node):
    """The tables of a plan in order, without those that its subselects read, once each."""
    return sorted(_get_relations(node))


def _get_relations(node):
    if "Relation Name" in node:
        yield node["Relation Name"]
    for child in node.get("Plans", ()):
        if child.get("Parent Relationship") not in ("SubPlan", "InitPlan"):
            yield from _get_relations(child)


def _filters(node):
    """The conditions of a plan, without what its subselects ask inside themselves."""
    yield from (text for name, text in node.items() if name.endswith(("Filter", "Cond")))
    for child in node.get("Plans", ()):
        if child.get("Parent Relationship") not in ("SubPlan", "InitPlan"):
            yield from _filters(child)
