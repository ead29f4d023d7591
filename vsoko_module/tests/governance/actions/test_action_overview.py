from odoo.tests import tagged

from .action_case import ActionCase


@tagged("post_install", "-at_install")
class TestActionOverview(ActionCase):
    """The overview marks what is worked on and offers only the rest."""

    def overview(self, role="director"):
        return self.env["vsoko.dashboard"].with_user(self.users[role]).get_overview(self.q1.id)

    def test_a_deviation_that_is_worked_on_is_marked(self):
        figure = self.figure()
        self.assertNotIn(figure.id, self.overview()["actions"])
        action = self.take(deadline="2025-12-15")
        marked = self.overview()["actions"][figure.id]
        self.assertEqual((marked["id"], marked["is_overdue"]), (action.id, True))
        self.assertIn(self.director.name, marked["text"])
        action._stop("Ошибка")
        self.assertNotIn(figure.id, self.overview()["actions"])

    def test_a_reader_of_the_figure_hears_that_somebody_works_on_it(self):
        figure = self.figure()
        self.take()
        overview = self.overview("teacher")
        self.assertTrue(overview["may_act"])
        self.assertIs(overview["actions"][figure.id]["id"], False)
        self.assertFalse(self.overview("pedagogical_council")["may_act"])

    def test_the_number_of_queries_does_not_depend_on_that_of_actions(self):
        def count():
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.overview()
            return self.env.cr.sql_log_count - before

        self.take()
        self.overview()
        one = count()
        figures = self.env["vsoko.indicator.value"].search(
            [("period_id", "=", self.q1.id), ("class_id", "=", self.class_5a.id)]
        )
        for figure in figures.filtered(lambda one: not one.student_id)[:40]:
            self.take(figure)
        self.assertLessEqual(count(), one)
