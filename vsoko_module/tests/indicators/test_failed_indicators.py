from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestFailedIndicators(FiguresCase):
    """One condition that cannot be computed leaves all other indicators alone and is named."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.q1.action_calculate()
        cls.quality, cls.success = cls.indicators["quality"], cls.indicators["success"]
        cls.before = cls.figure("quality")
        cls.value = cls.before.value

    def break_condition(self, condition="[('value', '>', 'a')]"):
        """A condition that a database of before may hold: today it would not be saved."""
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE vsoko_indicator SET numerator_domain = %s WHERE id = %s",
            [condition, self.quality.id],
        )
        self.env.invalidate_all()

    def spoil_number(self):
        """A condition that is compiled, and fails only when the facts are counted."""
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE vsoko_indicator SET factor = 1e308 WHERE id = %s",
            [self.quality.id],
        )
        self.env.invalidate_all()

    def test_the_others_are_counted_and_it_is_named(self):
        self.break_condition()
        self.marks[:4].value = 2
        answer = self.q1.with_user(self.users["administration"]).action_calculate()
        self.assertEqual(answer["params"]["type"], "warning")
        self.assertIn(self.quality.name, answer["params"]["message"])
        run = self.q1.calculation_ids[:1]
        self.assertIn(self.quality, run.failed_indicator_ids)
        self.assertNotIn(self.success, run.failed_indicator_ids)
        self.assertEqual(self.figure("success").run_id, run)
        self.assertIn(self.q1.display_name, self.quality.failed_in)

    def test_earlier_figures_stay_and_say_so(self):
        for condition in ("[('value', '>', 'a')]", "[('gone', '=', 1)]", "[(", "1e400"):
            with self.subTest(condition):
                self.break_condition(condition)
                self.q1.action_calculate()
                figure = self.figure("quality")
                self.assertEqual((figure, figure.value), (self.before, self.value))
                self.assertEqual((figure.status, figure.grey_reason), ("grey", "failed"))
                self.assertIn("earlier calculation", figure.explanation)

    def test_a_condition_that_fails_while_counting(self):
        self.spoil_number()
        self.q1.action_calculate()
        self.assertIn(self.quality, self.q1.calculation_ids[:1].failed_indicator_ids)
        self.assertEqual(self.figure("quality").value, self.value)

    def test_the_period_is_not_approved(self):
        self.break_condition()
        self.q1.action_calculate()
        with self.assertRaisesRegex(UserError, self.quality.name):
            self.q1.with_user(self.users["director"]).action_approve()
        self.assertEqual(self.q1.state, "open")

    def test_the_night_gives_the_deputy_one_task(self):
        self.break_condition()
        self.q1._refresh_figures()
        self.q1._refresh_figures()
        deputy = self.users["administration"]
        tasks = self.q1.activity_ids.filtered(lambda task: task.user_id == deputy)
        self.assertEqual(len(tasks), 1)
        self.assertIn(self.quality.name, tasks.note)

    def test_a_formula_over_it_is_named_too(self):
        self.env.cr.execute(
            "UPDATE vsoko_indicator SET kind = 'formula', formula = 'quality + 1', source = NULL"
            " WHERE id = %s",
            [self.success.id],
        )
        self.break_condition()
        self.q1.action_calculate()
        failed = self.q1.calculation_ids[:1].failed_indicator_ids
        self.assertLessEqual(self.quality | self.success, failed)

    def test_it_is_fresh_again_when_it_can_be_computed(self):
        condition = self.quality.numerator_domain
        self.break_condition()
        self.q1.action_calculate()
        self.break_condition(condition)
        self.q1.action_calculate()
        figure = self.figure("quality")
        self.assertFalse(figure.grey_reason)
        self.assertEqual(figure.value, self.value)
        self.assertFalse(self.q1.failed_text)
