from odoo.exceptions import UserError
from odoo.tests import tagged

from ...common import make_user
from .route_case import RouteCase

# a part: (its groups, one of its orders)
PARTS = {
    "vsoko.route": ("owner_id", "name desc"),
    "vsoko.route.member": ("student_id", "student_id desc"),
    "vsoko.route.goal": ("content_id", "target desc"),
    "vsoko.route.progress": ("goal_id.route_id", "start_percent desc"),
    "vsoko.route.step": ("responsible_id", "date desc"),
}
ABOUT_PUPILS = {"vsoko.route.member", "vsoko.route.progress"}
READERS = {"teacher", "administration", "director"}
PATHS = ("name", "member_ids/student_id/name", "goal_ids/progress_ids/start_percent")


@tagged("post_install", "-at_install")
class TestRouteMatrix(RouteCase):
    """Every role by order, group and export; who has a step reads the route and no pupils."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.route = cls.make_route()
        helper, stranger = (make_user(cls.env, name, "teacher") for name in ("helper", "stranger"))
        cls.readers = {**cls.users, "helper": helper, "stranger": stranger}
        cls.route.step_ids[0].responsible_id = helper

    def setUp(self):
        super().setUp()
        self.env.flush_all()
        self.env.invalidate_all()

    def told(self, name, question):
        """Return the roles to which the question tells something; a refusal tells nothing."""
        roles = set()
        for role, user in self.readers.items():
            self.env.invalidate_all()
            try:
                if question(self.env[name].with_user(user)):
                    roles.add(role)
            except UserError:
                continue
        return roles

    def allowed(self, name):
        return READERS | ({"helper"} if name not in ABOUT_PUPILS else set())

    def test_order(self):
        for name, (_group, order) in PARTS.items():
            told = self.told(name, lambda rows, order=order: rows.search([], order=order))
            self.assertEqual(told, self.allowed(name), name)

    def test_group(self):
        for name, (group, _order) in PARTS.items():
            told = self.told(name, lambda rows, by=group: rows._read_group([], [by], ["__count"]))
            self.assertEqual(told, self.allowed(name), name)

    def test_no_condition_on_pupils_tells_who_is_in_it(self):
        for domain in (
            [("member_ids.student_id", "=", self.first.id)],
            [("goal_ids.progress_ids.start_percent", ">", 0)],
        ):
            told = self.told("vsoko.route", lambda rows, asked=domain: rows.search_count(asked))
            self.assertEqual(told, READERS, domain)

    def test_export(self):
        for user in self.readers.values():
            if not user.share:
                user.group_ids += self.env.ref("base.group_allow_export")
        found = {path: self.told("vsoko.route", self.cells(path)) for path in PATHS}
        self.assertEqual(found.pop("name"), READERS | {"helper"})
        self.assertEqual(list(found.values()), [READERS, READERS])

    def cells(self, path):
        def exported(rows):
            data = self.route.with_env(rows.env).export_data([path])["datas"]
            return [cell for row in data for cell in row if cell]

        return exported
