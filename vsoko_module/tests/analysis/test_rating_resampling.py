from odoo.tests import tagged

from .test_rating import RatingCase


@tagged("post_install", "-at_install")
class TestRatingResampling(RatingCase):
    """Intervals are found by drawing pupils anew where the facts name them, and it is said."""

    def rate(self, *components, **vals):
        rating = self.make_rating(*components, **vals)
        rating.action_compute()
        return rating

    def test_it_is_said_how_the_interval_was_found(self):
        line = self.line_of(self.rate(self.component("quality")), self.class_5a)
        self.assertEqual(line.error_from, "pupils")
        english = line.with_context(lang="en_US")
        self.assertIn("drawn anew two hundred times", english.robustness)
        level = self.rate(self.component("quality"), unit="level").line_ids[0]
        # facts of a level name no pupils that are of it alone
        self.assertEqual(level.error_from, "approximate")
        self.assertIn("(about", level.with_context(lang="en_US").robustness)

    def test_what_belongs_to_a_pupil_stays_together(self):
        twice = self.rate(self.component("quality"), self.component("success"))
        line = self.line_of(twice, self.class_5a)
        self.assertEqual(line.error_from, "pupils")
        # 75 % and 100 % of 12 marks: those who all passed keep the noise of all classes
        self.assertTrue(line.low < line.index < line.high)

    def test_a_change_has_the_approximate_interval(self):
        marks = {
            (pupil, subject): 5 for pupil in self.students for subject in (self.math, self.rus)
        }
        self.add_marks(marks, self.q2)
        self.q2.action_calculate()
        change = self.component("quality", mode="change", lo=-50, hi=50)
        rating = self.rate(change, period_id=self.q2.id)
        self.assertEqual(set(rating.line_ids.mapped("error_from")), {"approximate"})

    def test_facts_that_have_changed_since_give_no_pupils(self):
        mark = self.marks.filtered(
            lambda one: one.student_id == self.students[6] and one.subject_id == self.rus
        )
        mark.value = 2
        rating = self.rate(self.component("quality"))
        # the figures are those of the last calculation
        self.assertEqual(self.line_of(rating, self.class_5b).error_from, "approximate")
        self.assertEqual(self.line_of(rating, self.class_5a).error_from, "pupils")

    def test_a_pupil_is_not_drawn_from_himself(self):
        rating = self.rate(self.component("quality"), unit="student", class_id=self.class_5a.id)
        self.assertEqual(set(rating.line_ids.mapped("error_from")) - {False}, {"approximate"})

    def test_two_statements_a_figure_find_the_pupils(self):
        rating = self.make_rating(self.component("quality"), self.component("average_mark", hi=5))
        cells, components = rating._get_cells(), rating.component_ids
        figures = components._read_component_figures(cells)
        for component, statements in zip(components, (2, 1), strict=True):
            found = figures[component.indicator_id.id]
            component._get_cell_counts([], found)
            with self.assertQueryCount(statements):
                component._get_cell_counts([], found)
