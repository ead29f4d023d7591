from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from ...common import make_user
from .route_case import RouteCase


@tagged("post_install", "-at_install")
class TestRoute(RouteCase):
    """From what is not mastered to goals and steps, to the work that shows what came of it."""

    def test_the_draft_is_made_of_what_is_not_mastered(self):
        """The class did 15 of 18 points of the fractions and 20 of 30 of the percents; the first
        has nothing of 3 and of 5: (0 + 4 · 15/18) / 7 = 47,6 % and (0 + 4 · 20/30) / 9 = 29,6 %."""
        route = self.make_route()
        self.assertEqual(route.member_ids.student_id, self.first)
        self.assertEqual(route.goal_ids.content_id, self.percents | self.shares)
        starts = {row.goal_id.content_id: row.start_percent for row in route.goal_ids.progress_ids}
        self.assertAlmostEqual(starts[self.shares], 47.6, 1)
        self.assertAlmostEqual(starts[self.percents], 29.6, 1)
        # the lower share comes first, a step a week
        self.assertEqual(route.goal_ids[0].content_id, self.percents)
        days = [(step.date - route.date_start).days for step in route.step_ids]
        self.assertEqual(days, [7, 14])
        self.assertEqual((route.subject_id, route.owner_id), (self.math, self.teacher))

    def test_a_second_press_opens_the_same_draft(self):
        self.assertEqual(self.make_route(), self.make_route())

    def test_a_work_that_is_typed_in_moves_no_draft(self):
        """All points of a second work make (3 + 0) of 6 and (5 + 0) of 10 of the year, and it is
        not closed: the draft is what closed works say, and so is the next press."""
        work = self.make_work(self.class_5a, day="2025-12-01")
        work.action_start()
        self.enter(work, ["11123", "00000"])
        route = self.make_route()
        self.assertEqual(route.goal_ids.content_id, self.percents | self.shares)
        starts = {row.goal_id.content_id: row.start_percent for row in route.goal_ids.progress_ids}
        self.assertAlmostEqual(starts[self.percents], 29.6, 1)
        self.assertEqual(self.make_route(), route)
        # the second pupil, with nothing in it, has the percents alone, as before
        self.assertEqual(self.make_route(self.second).goal_ids.content_id, self.percents)

    def test_a_closed_work_counts_for_the_next_draft(self):
        """With 3 of 3 twice the fractions of the first are 6 of 9, above half: reached."""
        self.check_work(["11100"])
        self.check_work(["11100"], day="2025-12-02")
        self.assertEqual(self.make_route().goal_ids.content_id, self.percents)

    def test_a_row_that_only_a_typed_work_has_checked_can_be_chosen(self):
        other = self.percents.copy({"code": "2.3", "name": "Отношения"})
        test = self.make_test()
        test.task_ids[:3].content_ids = [Command.set(other.ids)]
        work = self.make_work(self.class_5a, day="2025-12-01", test=test)
        work.action_start()
        self.enter(work, ["00000"])
        rows = self.env["vsoko.mastery"].search(
            [("student_id", "=", self.first.id), ("content_id", "=", other.id)]
        )
        action = rows.with_user(self.teacher).action_make_route()
        route = self.env["vsoko.route"].browse(action["res_id"])
        self.assertEqual(route.goal_ids.content_id, other)

    def test_a_pupil_has_one_open_route_for_the_same(self):
        """Whoever presses, from whichever page, and when it is under way too."""
        route = self.start(self.make_route())
        deputy = self.users["administration"]
        self.assertEqual(self.make_route(by=deputy), route)
        rows = self.env["vsoko.mastery"].search(
            [("student_id", "=", self.first.id), ("content_id", "=", self.shares.id)]
        )
        self.assertEqual(rows.with_user(deputy).action_make_route()["res_id"], route.id)
        # of two pupils the one without a route gets one
        both = self.make_route(self.first | self.second, by=deputy)
        self.assertEqual(both.member_ids.student_id, self.second)
        self.assertEqual(both.goal_ids.content_id, self.percents)
        self.check_work(["11123", "11123"])
        route.with_user(self.teacher).action_close()
        self.assertNotEqual(self.make_route(by=deputy), route)

    def test_a_new_reason_is_another_route(self):
        self.give({(self.first, self.math): 2})
        press = self.risk(self.first).with_user(self.teacher).action_make_route
        route = self.env["vsoko.route"].browse(press()["res_id"])
        self.assertEqual(press()["res_id"], route.id)
        self.env.cr.execute(
            "UPDATE vsoko_route SET create_date = '2025-11-21' WHERE id = %s", [route.id]
        )
        route.invalidate_recordset()
        with freeze_time("2025-11-25"):
            self.give({(self.first, self.rus): 2})
            self.assertEqual(self.risk(self.first).state, "open")
            second = press()["res_id"]
            self.assertNotEqual(second, route.id)
            self.assertEqual(press()["res_id"], second)
            self.assertEqual(self.risk(self.first).state, "helped")

    def test_the_route_of_another_subject_stands_in_nobodys_way(self):
        """The teacher of Russian does not read the route in mathematics."""
        self.make_route()
        self.give({(self.first, self.rus): 2})
        russian = make_user(self.env, "russian", "teacher")
        self.teachers[1].user_id = russian
        self.env.flush_all()
        self.env.invalidate_all()
        reason = self.risk(self.first).reason_ids.filtered(lambda one: one.subject_id == self.rus)
        opened = {reason.with_user(russian).action_make_route()["res_id"] for _press in "12"}
        self.assertEqual(len(opened), 1)
        self.assertEqual(self.env["vsoko.route"].browse(opened).owner_id, russian)

    def test_steps_come_from_the_bank(self):
        Measure = self.env["vsoko.measure"]
        measure = Measure.create(
            {
                "name": "Карточки",
                "subject_id": self.math.id,
                "content_id": self.shares.id,
                "hours": 3,
            }
        )
        Measure.create({"name": "Скрытая", "content_id": self.percents.id, "is_shown": False})
        steps = self.make_route().step_ids
        self.assertEqual(steps.measure_id, measure)
        step = steps.filtered("measure_id")
        self.assertEqual(
            (step.name, step.hours, step.goal_id.content_id), ("Карточки", 3, self.shares)
        )

    def test_a_route_of_one_pupil_needs_the_consent(self):
        route = self.make_route()
        with self.assertRaises(UserError):
            route.action_start()
        self.start(route)
        self.assertEqual(route.state, "active")
        ended = self.make_route(self.second)
        self.agree(ended)
        ended.member_ids.consent_id.date_withdrawn = "2025-11-10"
        with self.assertRaises(UserError):
            ended.action_start()

    def test_a_check_work_moves_the_progress(self):
        """In the check work the first has 3 of 3 for fractions and 1 of 5 for percents; the class
        of two 6 of 6 and 6 of 10: (3 + 4) / 7 = 100 %, (1 + 4 · 0,6) / 9 = 37,8 %."""
        route = self.start(self.make_route())
        self.check_work(["11110", "11123"])
        found = {row.goal_id.content_id: row for row in route.goal_ids.progress_ids}
        self.assertEqual(found[self.shares].state, "reached")
        self.assertAlmostEqual(found[self.shares].percent, 100)
        self.assertEqual(found[self.percents].state, "not_reached")
        self.assertAlmostEqual(found[self.percents].percent, 37.8, 1)
        self.assertEqual(str(found[self.percents].last_date), "2025-12-01")

    def test_works_before_the_route_are_no_progress(self):
        route = self.start(self.make_route())
        self.check_work(["11123", "11123"], day="2025-10-20")
        self.assertEqual(set(route.goal_ids.progress_ids.mapped("state")), {"waiting"})

    def test_few_points_are_too_early(self):
        route = self.start(self.make_route())
        short = self.make_test()
        short.task_ids[:2].content_ids = [Command.set(self.shares.ids)]
        self.check_work(["11000", "11123"], test=short)
        states = {row.goal_id.content_id: row.state for row in route.goal_ids.progress_ids}
        self.assertEqual(states, {self.shares: "early", self.percents: "waiting"})

    def test_a_closed_route_is_locked_with_its_result(self):
        route = self.start(self.make_route())
        self.check_work(["11110", "11123"])
        route.step_ids.with_user(self.teacher).action_done()
        route.with_user(self.teacher).action_close()
        self.assertEqual((route.state, route.result), ("closed", "partly"))
        for change in (
            lambda: route.write({"aim": "Другая"}),
            lambda: route.goal_ids[0].write({"target": 50}),
            lambda: route.step_ids.unlink(),
        ):
            with self.assertRaises(UserError):
                change()
        with self.assertRaises(UserError):
            route.unlink()

    def test_the_bank_grows_from_what_worked(self):
        route = self.start(self.make_route())
        self.check_work(["11110", "11123"])
        route.step_ids.with_user(self.teacher).action_done()
        route.with_user(self.teacher).action_close()
        measure = self.env["vsoko.measure"].search([])
        self.assertEqual((measure.content_id, measure.is_shown), (self.shares, False))
        # from 0 of 3 to 3 of 3 among classmates of 100 %: (0 + 4) / 7 = 57 % were to be expected,
        # and of 3 of 3 chance begins at 44 %
        self.assertEqual((measure.used, measure.checked, measure.grown), (1, 1, 0))
        self.assertIn("too few", measure.worked_text)
        self.assertFalse(measure.with_user(self.teacher).search([]))

    def test_changes_under_way_are_kept(self):
        route = self.make_route()
        route.step_ids[0].date = "2025-12-20"
        self.assertFalse(route.correction_ids)
        self.start(route)
        route.with_user(self.teacher).step_ids[0].date = "2025-12-25"
        self.assertEqual(len(route.correction_ids), 1)
        self.assertEqual(route.correction_ids.author_id, self.teacher)

    def test_there_are_five_goals_at_the_most(self):
        route = self.make_route()
        skills = self.env["vsoko.skill"].create(
            [{"code": str(n), "name": f"Умение {n}", "subject_id": self.math.id} for n in range(4)]
        )
        with self.assertRaises(ValidationError):
            route.goal_ids = [Command.create({"skill_id": skill.id}) for skill in skills]

    def test_a_group_with_one_deficit_has_one_route(self):
        rows = self.env["vsoko.mastery"].search(
            [("content_id", "=", self.percents.id), ("state", "=", "not_reached")]
        )
        action = rows.with_user(self.teacher).action_make_route()
        route = self.env["vsoko.route"].browse(action["res_id"])
        self.assertEqual(route.member_ids.student_id, self.first | self.second)
        self.assertEqual(route.goal_ids.content_id, self.percents)
        # lessons of a group in the programme need no consent
        route.action_start()
        self.check_work(["00023", "00000"])
        states = {row.student_id: row.state for row in route.goal_ids.progress_ids}
        self.assertEqual(states, {self.first: "reached", self.second: "not_reached"})

    def test_a_pupil_with_a_route_leaves_the_list_and_comes_back(self):
        self.give({(self.first, self.math): 2})
        risk = self.risk(self.first)
        route = self.env["vsoko.route"].browse(
            risk.with_user(self.teacher).action_make_route()["res_id"]
        )
        self.assertEqual(risk.state, "helped")
        self.assertIn("Есть «2»", route.ground)
        self.assertIn(route.name, risk.done)
        self.start(route)
        route.action_close()
        self.assertEqual(risk.state, "open")
        draft = self.make_route()
        self.assertEqual(risk.state, "helped")
        draft.unlink()
        self.assertEqual(risk.state, "open")
