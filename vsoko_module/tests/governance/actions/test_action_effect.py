from odoo.tests import tagged

from .action_case import ActionCase


@tagged("post_install", "-at_install")
class TestActionEffect(ActionCase):
    """From a red figure to what has become of it, by figures worked out by hand."""

    def test_the_same_pupils_decide(self):
        """All six come in: by chance 2 · (1/2)⁶ = 3 %."""
        action = self.finish(self.take(target=50))
        self.assertEqual(action.state, "done")
        self.add_term(self.q2, (4, 4, 4, 4, 4, 4))
        self.assertEqual((action.state, action.verdict), ("measured", "reached"))
        self.assertEqual((action.value, action.value_after), (0, 100))
        self.assertEqual((action.risen, action.fallen), (6, 0))
        self.assertEqual(action.rest_change, 0, "the others had 100 % and have it")

    def test_some_pupils_are_chance(self):
        """Five of six come in, nobody leaves: 2 · (1/2)⁵ = 6 %."""
        action = self.finish(self.take(target=50))
        self.add_term(self.q2, (4, 4, 4, 4, 4, 3))
        self.assertEqual((action.verdict, action.risen), ("random", 5))
        self.assertIn("Без мер ожидалось бы", action.with_context(lang="ru_RU").effect_text)

    def test_a_class_with_several_marks_a_pupil_is_judged_by_its_share(self):
        """Each pupil has two marks, so nobody is in or out as a whole."""
        action = self.finish(self.take(self.figure(scope="class")))
        self.add_term(self.q2, (4, 4, 4, 4, 4, 4))
        self.assertEqual((action.value, action.value_after), (50, 100))
        self.assertIs(action.risen, False)
        # six pupils: the low end of 100 % is 60.97; of 5А, 5Б and 9А 50, 100 and 100 were kept
        self.assertEqual(action.verdict, "random" if action.expected >= 60.97 else "better")
        self.assertGreater(action.expected, 50)

    def test_the_effect_follows_the_figures_until_they_are_approved(self):
        action = self.finish(self.take(target=50))
        self.add_term(self.q2, (4, 4, 4, 4, 4, 4))
        marks = self.env["vsoko.mark"].search(
            [("period_id", "=", self.q2.id), ("class_id", "=", self.class_5a.id)]
        )
        marks.filtered(lambda mark: mark.subject_id == self.math).value = 3
        self.q2.action_calculate()
        self.assertEqual((action.state, action.verdict), ("measured", "random"))
        self.assertEqual((action.value_after, action.risen), (0, 0))

    def test_too_few_people_say_nothing(self):
        """Four pupils of 5Б are fewer than five: the number is not even kept."""
        action = self.take(self.figure(of=self.class_5b))
        self.assertIs(action.value, False)
        self.assertEqual(action.status, "grey")
        action = self.finish(action)
        self.add_term(self.q2, (4, 4, 4, 4, 4, 4))
        self.assertEqual((action.verdict, action.verdict_reason), ("unknown", "no_baseline"))
        self.assertIs(action.value_after, False)

    def test_a_mean_is_no_share(self):
        action = self.finish(self.take(self.figure("average_mark")))
        self.add_term(self.q2, (4, 4, 4, 4, 4, 4))
        self.assertEqual((action.verdict, action.verdict_reason), ("unknown", "no_share"))
        self.assertEqual(action.value_after, 4)

    def test_another_definition_is_not_compared(self):
        indicator = self.take().indicator_id
        opened = indicator.action_new_version()
        later = self.env["vsoko.indicator"].browse(opened["res_id"])
        later.digits = 3
        self.assertTrue(indicator._counts_like(later), "it is only shown in another way")
        later.denominator_domain = "[('grade', '>', 1)]"
        self.assertFalse(indicator._counts_like(later))

    def test_nothing_is_said_of_a_period_that_is_not_over(self):
        action = self.finish(self.take(target_period_id=self.year_period.id))
        self.year_period.sudo().date_end = "2030-05-25"
        self.year_period.action_calculate()
        self.assertEqual((action.state, action.verdict), ("done", False))

    def test_work_that_ends_after_the_calculation_is_measured_at_once(self):
        action = self.take(target=50)
        self.add_term(self.q2, (4, 4, 4, 4, 4, 4))
        self.assertEqual(self.finish(action).verdict, "reached")
