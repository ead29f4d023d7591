from odoo.exceptions import AccessError
from odoo.tests import tagged

from ...common import make_user
from .route_case import RouteCase


@tagged("post_install", "-at_install")
class TestRouteAccess(RouteCase):
    """A route is read by whom it concerns and written by who answers for it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.route = cls.make_route()
        cls.russian = make_user(cls.env, "russian", "teacher")
        cls.teachers[1].user_id = cls.russian
        cls.third_teacher = make_user(cls.env, "third", "teacher")
        cls.teachers[2].user_id = cls.third_teacher
        cls.env.flush_all()
        cls.env.invalidate_all()

    def seen(self, user, model="vsoko.route"):
        return self.env[model].with_user(user).search([])

    def test_the_responsible_and_the_administration_read_it(self):
        for user in (self.teacher, self.users["administration"], self.users["director"]):
            self.assertEqual(self.seen(user), self.route)
            self.assertEqual(self.seen(user, "vsoko.route.member").student_id, self.first)
            self.assertEqual(len(self.seen(user, "vsoko.route.progress")), 2)

    def test_nobody_else_reads_it_or_its_parts(self):
        for user in (self.russian, self.third_teacher, self.users["association_head"]):
            for model in (
                "vsoko.route",
                "vsoko.route.member",
                "vsoko.route.goal",
                "vsoko.route.progress",
                "vsoko.route.step",
            ):
                with self.subTest(user=user.login, model=model):
                    self.assertFalse(self.seen(user, model))
        for role in ("pedagogical_council", "medic", "user", "family"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.seen(self.users[role])

    def test_blind_reading_finds_nothing(self):
        Route = self.env["vsoko.route"].with_user(self.russian)
        domain = [("member_ids.student_id", "=", self.first.id)]
        self.assertEqual(Route.search_count(domain), 0)
        with self.assertRaises(AccessError):
            self.route.with_user(self.russian).read(["name"])
        with self.assertRaises(AccessError):
            self.route.goal_ids.with_user(self.russian).progress_ids.mapped("percent")

    def test_who_has_a_step_reads_the_route_and_says_that_it_is_done(self):
        step = self.route.step_ids[0]
        step.responsible_id = self.russian
        self.assertEqual(self.seen(self.russian), self.route)
        step.with_user(self.russian).action_done()
        self.assertTrue(step.is_done)
        with self.assertRaises(AccessError):
            step.with_user(self.russian).write({"name": "Другое"})
        with self.assertRaises(AccessError):
            self.route.step_ids[1].with_user(self.russian).action_done()

    def test_nobody_makes_a_route_of_pupils_whom_he_does_not_read(self):
        with self.assertRaises(AccessError):
            self.first.with_user(self.third_teacher).action_make_route()
        other = self.env["vsoko.route"].with_user(self.third_teacher)
        with self.assertRaises(AccessError):
            other.create({"name": "Чужой", "member_ids": [(0, 0, {"student_id": self.first.id})]})

    def test_only_the_program_writes_progress(self):
        row = self.route.goal_ids.progress_ids[:1]
        for user in (self.teacher, self.users["administration"]):
            with self.subTest(user.login), self.assertRaises(AccessError):
                row.with_user(user).write({"state": "reached"})
