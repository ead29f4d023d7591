from odoo.tests import tagged

from .action_case import ActionCase

# deadline, done on, state, ended on, verdict, target → due, in time, judged, with effect in q2
ROWS = [
    ("2025-11-20", "2025-11-20", "done", None, None, "q2", (True, True, False, False)),
    ("2025-11-20", "2025-11-21", "done", None, None, "q2", (True, False, False, False)),
    ("2025-11-20", None, "in_work", None, None, "q2", (True, False, False, False)),
    ("2025-11-20", "2025-11-19", "measured", None, "better", "q2", (True, True, True, True)),
    ("2025-11-20", "2025-11-19", "closed", None, "random", "q2", (True, True, True, False)),
    ("2025-11-20", "2025-11-19", "measured", None, "unknown", "q2", (True, True, False, False)),
    ("2025-11-20", None, "stopped", "2025-11-25", None, "q2", (True, False, False, False)),
    ("2025-09-20", "2025-09-19", "measured", None, "reached", "q2", (False, True, True, True)),
]
# no row of the second quarter
OUTSIDE = [
    ("2025-11-20", None, "proposed", None, None, "q2"),
    ("2025-11-20", None, "stopped", "2025-11-19", None, "q2"),
    ("2026-02-20", "2026-02-19", "measured", None, "better", "q3"),
]


@tagged("post_install", "-at_install")
class TestActionFigures(ActionCase):
    """Which actions are due, in time, judged and with effect: rows in, flags out."""

    def make(self, deadline, done, state, ended, verdict, target):
        action = self.env["vsoko.action"].create(
            {
                "name": "Математика",
                "deadline": deadline,
                "target_period_id": getattr(self, target).id,
            }
        )
        action._store({"state": state, "done_date": done, "ended_date": ended, "verdict": verdict})
        return action

    def rows(self, period):
        facts = self.env["vsoko.fact.action"].search([("period_id", "=", period.id)])
        return {
            fact.action_id: (fact.is_due, fact.is_in_time, fact.is_judged, fact.has_effect)
            for fact in facts
        }

    def test_rows_of_a_quarter(self):
        expected = {self.make(*row[:-1]): row[-1] for row in ROWS}
        outside = [self.make(*row) for row in OUTSIDE]
        self.assertEqual(self.rows(self.q2), expected)
        year = self.rows(self.year_period)
        self.assertEqual(set(year) & set(outside), {outside[2]})
        self.assertEqual(len(year), len(ROWS) + 1)

    def test_the_two_indicators(self):
        """Seven are due and four in time: 57.1 %; three are judged and two with effect."""
        for row in ROWS:
            self.make(*row[:-1])
        self.q2.action_calculate()
        in_time, effect = (
            self.figure(code, "school", period=self.q2)
            for code in ("actions_in_time", "actions_with_effect")
        )
        self.assertEqual((in_time.numerator, in_time.denominator), (4, 7))
        self.assertAlmostEqual(in_time.value, 57.142857, 4)
        self.assertEqual((effect.numerator, effect.denominator), (2, 3))

    def test_verdicts_of_a_calculation_are_in_its_figures(self):
        """So the period can be approved as it is."""
        for scope_of in (self.figure(), self.figure("success")):
            self.finish(self.take(scope_of, target=50))
        self.add_term(self.q2, (4, 4, 4, 4, 4, 4))
        figure = self.figure("actions_with_effect", "school", period=self.q2)
        self.assertEqual(figure.numerator, 1, "success was 100 % and is")
        differences, _failed = self.env["vsoko.calculation"]._count_differences(self.q2)
        self.assertEqual(differences, 0)
