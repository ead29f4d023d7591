from odoo.tests import tagged

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestOpened(FiguresCase):
    """Buttons open the rows that they name, and the counts beside them say how many."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        pupils = cls.pupils_of(cls.class_5a)
        cls.add_marks({(pupil, cls.math): 4 for pupil in pupils}, cls.q2)
        (cls.q1 | cls.q2).action_calculate()
        cls.env.invalidate_all()

    def rows(self, action):
        return self.env[action["res_model"]].search(action["domain"])

    def test_a_period_opens_its_figures(self):
        action = self.q1.action_open_values()
        rows = self.rows(action)
        self.assertEqual(rows.period_id, self.q1)
        self.assertEqual(len(rows), self.q1.value_count)
        self.assertEqual(action["context"], {"search_default_school": 1})
        self.assertEqual(action["display_name"], self.q1.display_name)

    def test_an_indicator_opens_its_figures_of_all_periods(self):
        quality = self.indicators["quality"]
        action = quality.action_open_values()
        rows = self.rows(action)
        self.assertEqual(rows.indicator_id, quality)
        self.assertLessEqual(self.q1 | self.q2, rows.period_id)
        self.assertEqual(action["context"], {"search_default_school": 1})

    def test_a_figure_opens_itself_in_other_periods_of_the_kind(self):
        self.year_period.action_calculate()
        keys = {"class_id": self.class_5a.id}
        first, second = (self.figure("quality", "class", p, **keys) for p in (self.q1, self.q2))
        rows = self.rows(first.action_open_trend())
        self.assertEqual(rows & (first | second), first | second)
        self.assertEqual(set(rows.mapped("cell")), {first.cell})
        self.assertEqual(set(rows.period_id.mapped("kind")), {"quarter"})

    def test_rows_of_a_figure_are_read_and_not_made(self):
        action = self.figure("quality").action_open_rows()
        self.assertEqual(len(self.rows(action)), 28)
        self.assertIs(action["context"]["create"], False)

    def test_a_period_opens_the_marks_it_lacks(self):
        self.marks[0].unlink()
        action = self.q1.action_open_missing_marks()
        rows = self.rows(action)
        self.assertEqual(rows.period_id, self.q1)
        self.assertEqual(len(rows.filtered(lambda row: not row.has_mark)), 1)
        wanted = ("search_default_missing", "search_default_group_class")
        self.assertEqual([action["context"].get(name) for name in wanted], [1, 1])

    def test_a_calculation_tells_what_it_has_done(self):
        self.marks.filtered(lambda mark: mark.class_id == self.class_5b).unlink()
        notice = self.q1.action_calculate()
        told = notice["params"]
        run = self.env["vsoko.calculation"].search([("period_id", "=", self.q1.id)], limit=1)
        self.assertEqual((notice["tag"], told["type"]), ("display_notification", "success"))
        self.assertFalse(told["sticky"])
        for count in (run.value_count, run.changed_count, run.removed_count):
            self.assertIn(f": {count}", told["message"])
        self.assertGreater(run.removed_count, 0)
        self.assertEqual(run.value_count, self.q1.value_count)

    def test_criteria_count_the_indicators_inside(self):
        framework = self.framework
        self.assertEqual(framework.indicator_count, len(framework.indicator_ids))
        tops = framework.criterion_ids.filtered(lambda one: not one.parent_id)
        self.assertEqual(sum(tops.mapped("indicator_count")), len(framework.indicator_ids))
        computed = framework.indicator_ids.filtered("has_source")
        self.assertEqual(sum(tops.mapped("computed_count")), len(computed))
        criterion = self.indicators["quality"].criterion_id
        self.assertGreaterEqual(criterion.indicator_count, len(criterion.indicator_ids))

    def test_the_form_of_an_indicator_knows_its_source_and_codes(self):
        self.assertEqual(self.indicators["quality"].source_model, "vsoko.fact.mark")
        self.assertFalse(self.indicators["departed_share"].source_model)
        told = self.env["vsoko.indicator"].get_formula_help(self.framework.id)
        self.assertEqual({one["code"] for one in told["codes"]}, set(self.indicators))
        self.assertTrue(told["operations"])
        self.assertEqual(self.env["vsoko.indicator"].get_formula_help(None)["codes"], [])
