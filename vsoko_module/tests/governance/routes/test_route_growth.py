from odoo.fields import Command
from odoo.tests import tagged

from ...common import make_user
from .route_case import RouteCase


@tagged("post_install", "-at_install")
class TestRouteGrowth(RouteCase):
    """What works say of a route: before and after, against classmates, honest about chance.

    Before the route the first has 0 of 3 points for the fractions, the classmates 15 of 15.
    """

    def goal(self, route, element=None):
        return route.goal_ids.filtered(lambda goal: goal.content_id == (element or self.shares))

    def test_what_was_before_is_known_at_the_start(self):
        route = self.start(self.make_route())
        row = self.goal(route).progress_ids
        self.assertEqual((row.start_points, row.start_possible, row.start_tasks), (0, 3, 3))
        self.assertEqual(row.start_rest_share, 1)
        self.assertEqual((route.verdict, route.tasks_before, route.tasks_after), ("unknown", 5, 0))
        self.assertIn("since the route began", route.growth_text)

    def test_chance_is_not_growth(self):
        """From 0 of 3 to 3 of 3: among classmates of 100 % (0 + 4) / 7 = 57.1 % were to be
        expected, and of 3 of 3 chance begins at 43.9 %."""
        route = self.start(self.make_route())
        self.check_work(["11100", "11100"])
        goal = self.goal(route)
        self.assertEqual(goal.progress_ids.state, "reached")
        self.assertEqual(goal.verdict, "random")
        self.assertEqual((goal.share_before, goal.share_after, goal.rest_change), (0, 100, 0))
        self.assertAlmostEqual(goal.expected, 400 / 7, 4)
        self.assertIn("57", goal.growth_text)

    def test_more_works_make_it_sure(self):
        """9 of 9: chance begins at 9 / (9 + 3.84) = 70.1 %, above 57.1 %."""
        route = self.start(self.make_route())
        for day in ("2025-12-01", "2025-12-02", "2025-12-03"):
            self.check_work(["11100", "11100"], day=day)
        goal = self.goal(route)
        self.assertEqual((goal.verdict, goal.tasks_after), ("better", 9))
        self.assertIn("Growth beyond chance", goal.growth_text)

    def test_a_work_that_was_hard_for_all_is_seen(self):
        """The classmate falls from 100 % to 0: expected 57.1 − 100 < 0, that is nothing."""
        route = self.start(self.make_route())
        self.check_work(["11100", "00000"])
        goal = self.goal(route)
        self.assertEqual((goal.expected, goal.rest_change), (0, -100))
        self.assertEqual(goal.verdict, "better")

    def test_a_route_that_begins_late_counts_the_works_since_its_first_day(self):
        route = self.make_route()
        self.check_work(["11100", "11100"])
        self.assertFalse(route.verdict)
        self.start(route)
        self.assertEqual(self.goal(route).verdict, "random")
        self.assertEqual(self.goal(route).progress_ids.state, "reached")

    def test_who_joins_is_counted_and_who_leaves_is_not(self):
        route = self.start(self.make_route())
        self.check_work(["11100", "11100"])
        route.member_ids = [Command.create({"student_id": self.second.id})]
        self.assertEqual(self.goal(route).tasks_after, 6)
        route.member_ids.filtered(lambda one: one.student_id == self.second).unlink()
        self.assertEqual(self.goal(route).tasks_after, 3)

    def test_a_goal_added_later_has_its_start(self):
        route = self.start(self.make_route(self.second))
        route.goal_ids = [
            Command.create({"subject_id": self.math.id, "content_id": self.shares.id})
        ]
        row = self.goal(route).progress_ids
        # 3 of 3, the class 15 of 18: (3 + 4 · 15/18) / 7 = 90.5 %
        self.assertAlmostEqual(row.start_percent, 90.5, 1)

    def test_a_closed_route_keeps_what_it_was_closed_with(self):
        route = self.start(self.make_route())
        self.check_work(["11100", "11100"])
        route.with_user(self.teacher).action_close()
        self.check_work(["00000", "11100"], day="2025-12-05")
        self.assertEqual((self.goal(route).share_after, self.goal(route).tasks_after), (100, 3))

    def test_the_bank_says_how_often_a_measure_worked(self):
        measure = self.env["vsoko.measure"].create(
            {"name": "Карточки", "subject_id": self.math.id, "content_id": self.shares.id}
        )
        self.assertEqual(measure.worked_text, "Not used yet")
        route = self.start(self.make_route())
        route.step_ids.with_user(self.teacher).action_done()
        measure.invalidate_recordset()
        self.assertEqual((measure.used, measure.worked_text), (1, "Works have not checked it yet"))
        for day in ("2025-12-01", "2025-12-02", "2025-12-03"):
            self.check_work(["11100", "11100"], day=day)
        measure.invalidate_recordset()
        self.assertEqual((measure.checked, measure.grown), (1, 1))
        # one of one: chance begins at 1 / (1 + 3.84) = 21 %
        self.assertEqual(measure.worked_text, "Growth in 1 of 1 [21–100 %], too few to tell")

    def test_what_is_surer_to_work_is_proposed_first(self):
        Measure = self.env["vsoko.measure"]
        common = {"subject_id": self.math.id, "content_id": self.shares.id}
        first = Measure.create({"name": "Памятка", **common})
        route = self.start(self.make_route())
        self.assertEqual(self.goal(route), route.step_ids.filtered("measure_id").goal_id)
        second = Measure.create({"name": "Карточки", **common})
        step = route.step_ids.filtered("measure_id")
        step.measure_id = second
        step.with_user(self.teacher).action_done()
        for day in ("2025-12-01", "2025-12-02", "2025-12-03"):
            self.check_work(["11100", "11100"], day=day)
        (first | second).invalidate_recordset()
        self.assertEqual(Measure._find_for("deficit", self.math, self.shares), second)

    def test_who_has_a_step_reads_the_words_of_all_pupils_together(self):
        """The numbers of the route are stored: they do not depend on whom the reader reads."""
        route = self.start(self.make_route())
        self.check_work(["11100", "11100"])
        russian = make_user(self.env, "russian", "teacher")
        route.step_ids.responsible_id = russian
        self.env.flush_all()
        self.env.invalidate_all()
        mine = route.with_user(russian)
        self.assertFalse(mine.goal_ids.progress_ids)
        self.assertEqual(mine.growth_text, route.growth_text)
