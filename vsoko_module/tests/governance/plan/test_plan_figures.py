from odoo.tests import tagged
from odoo.tests.common import freeze_time
from odoo.tools.safe_eval import safe_eval

from .plan_case import PlanCase


@tagged("post_install", "-at_install")
class TestPlanFigures(PlanCase):
    """Fulfilment: what was done in time of what came due, cancelled lines left out."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls.make_plan(
            ("2025-09-10", {}),
            ("2025-09-15", {}),
            ("2025-09-20", {}),
            ("2025-09-25", {"criterion_id": cls.objects[1].id}),
            ("2025-12-01", {}),
        )
        cls.lines = cls.plan.line_ids.sorted("date")
        for line, day in zip(cls.lines[:2], ("2025-09-10", "2025-09-17"), strict=True):
            work = cls.make_work(line.date)
            line._link(work)
            with freeze_time(day):
                cls.finish(work)
        cls.lines[3].with_user(cls.deputy)._cancel("Карантин")

    def value(self, code):
        found = self.env["vsoko.indicator.value"].search(
            [
                ("indicator_id.code", "=", code),
                ("period_id", "=", self.q1.id),
                ("scope", "=", "school"),
            ]
        )
        return (found.numerator, found.denominator, found.value) if found else None

    def test_counts_of_the_plan(self):
        with freeze_time("2025-10-01"):
            self.plan.invalidate_recordset()
            self.assertEqual(
                (self.plan.due_count, self.plan.done_count, self.plan.late_count), (3, 1, 1)
            )
            self.assertEqual((self.plan.overdue_count, self.plan.cancelled_count), (1, 1))
            self.assertAlmostEqual(self.plan.fulfilment, 33.3)

    def test_the_indicators_count_the_same(self):
        with freeze_time("2025-10-01"):
            self.q1.action_calculate()
        self.assertEqual(self.value("plan_in_time")[:2], (1, 3))
        self.assertEqual(self.value("plan_done")[:2], (2, 3))
        self.assertEqual(self.value("plan_moved")[:2], (0, 3))

    def test_what_is_to_come_is_not_due(self):
        with freeze_time("2025-09-16"):
            rows = self.env["vsoko.fact.plan_line"].search([("period_id", "=", self.q1.id)])
            self.assertEqual(rows.line_id, self.lines[:2])
        with freeze_time("2025-09-20"):
            self.env.invalidate_all()
            rows = self.env["vsoko.fact.plan_line"].search([("period_id", "=", self.q1.id)])
            self.assertEqual(len(rows), 3)

    def test_a_table_of_objects_names_them_shortly(self):
        """A name of the regulation is three lines long: the numbers would stand off the screen."""
        action = self.env.ref("vsoko_module.vsoko_fact_plan_line_action")
        self.assertTrue(safe_eval(action.context)["short_names"])
        full, short = "Качество образовательных результатов учащихся", "Результаты"
        criterion = self.env["vsoko.criterion"].new({"name": full, "short_name": short})
        self.assertEqual(criterion.display_name, full)
        self.assertEqual(criterion.with_context(short_names=True).display_name, short)
        nameless = self.env["vsoko.criterion"].with_context(short_names=True).new({"name": full})
        self.assertEqual(nameless.display_name, full)

    def test_by_objects_and_people(self):
        with freeze_time("2025-10-01"):
            facts = self.env["vsoko.fact.plan_line"].with_user(self.users["teacher"])
            ((person, due, share),) = [
                (group["responsible_id"][0], group["due:sum"], group["percent:avg"])
                for group in facts.formatted_read_group(
                    [("period_id", "=", self.q1.id)],
                    ["responsible_id"],
                    ["due:sum", "percent:avg"],
                )
            ]
        self.assertEqual((person, due), (self.deputy.id, 3))
        self.assertAlmostEqual(share, 100 / 3)
