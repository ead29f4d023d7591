from odoo.tests import HttpCase, tagged

from .route_case import RouteCase


@tagged("post_install", "-at_install")
class TestRouteTour(RouteCase, HttpCase):
    """The deputy's way from the list of whom to help to what came of it; the tour counts clicks."""

    def test_from_the_list_to_the_progress(self):
        self.give({(self.first, self.math): 2, (self.second, self.math): 2})
        work = self.make_work(self.class_5a, day="2025-12-01")
        work.action_start()
        self.tour("/odoo/vsoko-risks", "vsoko_route_begin")
        route = self.env["vsoko.route"].search([])
        self.assertEqual(route.member_ids.student_id, self.first | self.second)
        self.assertEqual((route.state, route.check_ids.assessment_id), ("active", work))
        self.assertEqual(self.risk(self.first).state, "helped")
        self.enter(work, ["11123"] * 4)
        rest = work.result_ids.filtered(lambda one: one.attendance != "present")
        rest.attendance = "absent"
        self.tour("/odoo/vsoko-routes", "vsoko_route_check")
        self.assertEqual(work.state, "closed")
        self.assertEqual(set(route.goal_ids.progress_ids.mapped("state")), {"reached"})
        self.assertEqual(route.verdict, "better")

    def tour(self, page, name):
        # members of bodies joined before the clock of the test was set back
        self.env["vsoko.body.member"]._get_due()._settle(is_by_day=True)
        self.env.flush_all()
        self.start_tour(page, name, login="school_administration")
        self.env.invalidate_all()
