from lxml import etree

from odoo.tests import tagged
from odoo.tests.common import freeze_time

from odoo.addons.web.controllers.export import GroupsTreeNode

from ...models.evidence.points import Points
from .common import FiguresCase

# every number of ours that Odoo's views may add up or average, each looked at by a person
REVIEWED = {
    "vsoko.absence": {"days": "sum", "lessons": "sum"},
    "vsoko.injury": {"days_lost": "sum"},
    "vsoko.upbringing": {"high": "sum", "middle": "sum", "low": "sum", "assessed": "sum"},
    "vsoko.fact.absence": {"presence": "sum", "cases": "sum", "days": "sum", "lessons": "sum"},
    "vsoko.fact.injury": {"presence": "sum", "cases": "sum"},
    "vsoko.fact.offence": {"presence": "sum", "cases": "sum"},
    "vsoko.assessment.reopening": {},
    "vsoko.calculation": {"duration": "avg", "value_count": "sum", "new_count": "sum",
                          "changed_count": "sum", "removed_count": "sum"},
    "vsoko.fact.mark": {"value": "avg", "learning_points": "avg"},
    "vsoko.fact.journal_pair": {"mark": "avg", "journal_mark": "avg"},
    "vsoko.fact.observation": {"score": "sum", "max_score": "sum", "percent": "avg"},
    "vsoko.fact.plan_line": {"due": "sum", "done_in_time": "sum", "percent": "avg"},
    "vsoko.fact.result": {"percent": "avg", "test_score": "avg", "mark": "avg",
                          "learning_points": "avg"},
    "vsoko.fact.staff": {"experience_years": "avg", "age": "avg"},
    "vsoko.fact.student_term": {"average": "avg", "mark_count": "sum", "fives": "sum",
                                "fours": "sum", "threes": "sum", "twos": "sum",
                                "not_attested": "sum", "failed": "sum"},
    "vsoko.fact.survey_answer": {"points": "avg"},
    "vsoko.fact.task_score": {"score": "sum", "max_score": "sum"},
    "vsoko.import": {"count_new": "sum", "count_changed": "sum", "count_skipped": "sum",
                     "count_error": "sum", "count_rows": "sum",
                     "count_rows_loaded": "sum", "count_cells_left": "sum"},
    "vsoko.indicator.value": {"value": "avg"},
    "vsoko.mastery": {"tasks": "sum", "points": "sum", "max_points": "sum", "pupil_count": "sum"},
    "vsoko.report.file": {"size": "sum"},
    "vsoko.report.schedule.run": {"duration": "avg", "size": "sum"},
    "vsoko.route.step": {"hours": "sum"},
    "vsoko.survey.group": {"expected": "sum"},
    "vsoko.teaching": {"hours_per_week": "sum"},
    "vsoko.visit.mark": {"points": "sum", "max_points": "sum", "percent": "avg"},
}  # fmt: skip
# where nobody groups figures or facts: settings, definitions, counters of a form
NO_FACTS = {
    "vsoko.indicator", "vsoko.indicator.band", "vsoko.framework", "vsoko.criterion",
    "vsoko.period", "vsoko.scale", "vsoko.test", "vsoko.test.task", "vsoko.scale.line",
}  # fmt: skip


@tagged("post_install", "-at_install")
class TestTotals(FiguresCase):
    """Lists, pivots, graphs and files of Odoo keep the rules of figures."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_marks({(pupil, cls.math): 5 for pupil in cls.students}, cls.q2)
        (cls.q1 | cls.q2).action_calculate()

    def groups(self, model, domain, groupby, *aggregates):
        return self.env[model].formatted_read_group(domain, groupby, ["__count", *aggregates])

    def test_each_number_was_reviewed(self):
        found = {}
        for name, model in self.env.items():
            if not name.startswith("vsoko.") or model._abstract or model._transient:
                continue
            if name in NO_FACTS:
                continue
            numbers = {
                field.name: field.aggregator
                for field in model._fields.values()
                if field.type in ("integer", "float")
                and field.aggregator
                and field.name != "id"
                and field.store
            }
            if numbers:
                found[name] = numbers
        self.assertEqual(found, {name: one for name, one in REVIEWED.items() if one})

    def test_people_are_counted_once_whatever_periods(self):
        domain = [
            ("company_id", "=", self.env.company.id),
            ("period_id", "in", self.year.period_ids.ids),
        ]
        (total,) = self.groups("vsoko.fact.enrolment", domain, [])
        self.assertEqual(total["__count"], len(self.students))
        sets = self.env["vsoko.fact.enrolment"].formatted_read_grouping_sets(
            domain, [[], ["period_id"]], ["__count"]
        )
        self.assertEqual(sets[0][0]["__count"], len(self.students))
        self.assertEqual({one["__count"] for one in sets[1]}, {len(self.students)})

    def test_a_list_counts_its_rows(self):
        domain = [("period_id", "in", (self.q1 | self.q2).ids), ("class_id", "=", self.class_5a.id)]
        found = self.env["vsoko.fact.enrolment"].web_read_group(domain, ["class_id"], ["__count"])
        self.assertEqual(found["groups"][0]["__count"], 12)

    def test_two_periods_have_no_total(self):
        both = [("period_id", "in", (self.q1 | self.q2).ids)]
        (total,) = self.groups("vsoko.fact.student_term", both, [], "twos:sum", "average:avg")
        self.assertIs(total["twos:sum"], False)
        self.assertIs(total["average:avg"], False)
        one = [("period_id", "=", self.q1.id)]
        (total,) = self.groups("vsoko.fact.student_term", one, [], "twos:sum", "average:avg")
        self.assertEqual(total["twos:sum"], 2)
        # 5+4+4+3+2, 5+5+4+4, 3+3+3+2 and 14 «4»: 103 of 27 marks, not the mean of means
        self.assertAlmostEqual(total["average:avg"], 103 / 27)

    def test_periods_from_left_to_right_and_the_year_apart(self):
        groups = self.groups(
            "vsoko.fact.enrolment", [("period_id", "in", self.year.period_ids.ids)], ["period_id"]
        )
        periods = self.q1 | self.q2 | self.q3 | self.q4 | self.year_period
        self.assertEqual([group["period_id"][0] for group in groups], periods.ids)

    def test_mean_mark_leaves_out_who_has_none(self):
        one = [("period_id", "=", self.q1.id), ("subject_id", "=", self.math.id)]
        (total,) = self.groups("vsoko.fact.mark", one, [], "value:avg")
        self.assertAlmostEqual(total["value:avg"], 47 / 13)
        (total,) = self.groups("vsoko.mark", one, [], "value:avg")
        self.assertAlmostEqual(total["value:avg"], 47 / 13)

    def test_file_has_no_zero_for_nothing(self):
        absent = self.marks.filtered(lambda mark: mark.status == "not_attested")
        self.assertEqual(absent.export_data(["value"])["datas"], [[""]])
        row = self.env["vsoko.fact.mark"].search([("id", "=", absent.id)])
        self.assertEqual(row.export_data(["value", "status"])["datas"][0][0], "")
        figure = self.figure("quality", "subject", subject_id=self.math.id)
        self.assertEqual(figure.export_data(["value", "delta"])["datas"], [[50.0, ""]])
        figure = self.figure("average_mark")
        self.assertEqual(figure.export_data(["value"])["datas"], [[3.81]])

    def test_groups_of_a_file_have_no_totals(self):
        tree = GroupsTreeNode(self.env["vsoko.indicator.value"], ["value"], [], {})
        self.assertEqual(tree._get_aggregated_field_names(), [])
        tree = GroupsTreeNode(self.env["vsoko.teaching"], ["hours_per_week"], [], {})
        self.assertEqual(tree._get_aggregated_field_names(), ["hours_per_week"])

    def test_who_may_save_a_list(self):
        may = {
            role for role, user in self.users.items() if user.has_group("base.group_allow_export")
        }
        self.assertEqual(may, {"teacher", "association_head", "administration", "director"})

    def test_lists_of_facts_open_with_the_latest_term(self):
        self.assertTrue(self.env["vsoko.period"]._fields["is_latest_term"].search)
        found = self.env["vsoko.period"].search([("is_latest_term", "=", True)])
        self.assertFalse(found.filtered(lambda one: "year" in one.kind))
        for day, term in (
            ("2025-09-10", self.q1),
            ("2025-11-20", self.q1),
            ("2026-02-01", self.q2),
        ):
            with self.subTest(day), freeze_time(day):
                self.assertEqual(self.env["vsoko.period"]._get_latest_terms(), term)

    def test_no_record_of_ours_is_called_by_its_table(self):
        for name, model in self.env.registry.items():
            if name.startswith("vsoko.") and not model._abstract:
                with self.subTest(name):
                    given = {"scope": "school"} if name == "vsoko.indicator.value" else {}
                    shown = self.env[name].new(given).display_name or ""
                    self.assertNotIn(name, shown)

    def test_whole_points_are_shown_as_whole_numbers(self):
        views = self.env["ir.ui.view"].search(
            [("model", "=like", "vsoko.%"), ("type", "in", ("form", "list"))]
        )
        plain = [
            (view.xml_id, model, node.get("name"))
            for view in views
            for model, node in self.shown_fields(view.model, etree.fromstring(view.arch))
            if isinstance(self.env[model]._fields[node.get("name")], Points)
            and node.get("widget") != "vsoko_number"
        ]
        self.assertFalse(plain)

    def shown_fields(self, model, parent):
        """(model, node) of the fields of a view that people see, those of its lists included."""
        for node in parent.iterchildren(etree.Element):
            inner = model
            if node.tag == "field":
                yield model, node
                inner = self.env[model]._fields[node.get("name")].comodel_name or model
            yield from self.shown_fields(inner, node)
