from unittest.mock import patch

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time
from odoo.tools import mute_logger

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestCron(FiguresCase):
    def _run(self):
        self.env.flush_all()
        with self.enter_registry_test_mode():
            self.env.ref("vsoko_module.vsoko_cron_calculate").method_direct_trigger()

    def test_recalculates_what_changed_and_leaves_no_empty_run(self):
        self._run()
        runs = self.env["vsoko.calculation"].search([("period_id", "=", self.q1.id)])
        self.assertEqual(runs.mapped("trigger"), ["cron"])
        self._run()
        self.assertEqual(
            self.env["vsoko.calculation"].search([("period_id", "=", self.q1.id)]), runs
        )
        self.marks[0].value = 2
        self._run()
        self.assertEqual(
            self.env["vsoko.calculation"].search_count([("period_id", "=", self.q1.id)]), 2
        )

    def test_a_period_is_visited_from_its_first_day(self):
        """The second quarter begins on 5 November."""
        Calculation = self.env["vsoko.calculation"]
        own = self.year.period_ids
        for today, begun in (
            ("2025-08-31", self.env["vsoko.period"]),
            ("2025-09-01", self.q1 | self.year_period),
            ("2025-11-04", self.q1 | self.year_period),
            ("2025-11-05", self.q1 | self.q2 | self.year_period),
        ):
            with self.subTest(today), freeze_time(today):
                _night, periods = Calculation._get_night_periods()
                self.assertEqual(periods & own, begun)
        with freeze_time("2025-11-05"):
            self._run()
        future = Calculation.search([("period_id", "in", (self.q3 | self.q4).ids)])
        self.assertFalse(future, "a quarter that has not begun has pupils and no marks")
        self.assertTrue(self.figure("quality"))

    def test_approved_period_is_only_compared(self):
        self.q1.action_calculate()
        self.q1.action_approve()
        before = self.figure("quality").value
        self.marks.filtered(lambda mark: mark.value == 3).write({"value": 5})
        self._run()
        self.assertGreater(self.q1.drift_count, 0)
        self.assertEqual(self.figure("quality").value, before)

    @mute_logger("odoo.addons.vsoko_module.models.indicators.vsoko_period_order")
    def test_one_failing_period_does_not_stop_the_others(self):
        Calculation = type(self.env["vsoko.calculation"])
        run = Calculation._run
        broken = self.q1

        def fail_on_first(self, period, trigger="manual"):
            if period == broken:
                raise UserError("broken")  # pylint: disable=translation-required
            return run(self, period, trigger)

        self.add_marks({(self.students[0], self.math): 5}, self.q2)
        with patch.object(Calculation, "_run", fail_on_first):
            self._run()
        self.assertFalse(self.figure("quality"))
        self.assertTrue(self.figure("quality", period=self.q2))
