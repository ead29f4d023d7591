from odoo.tests import tagged

from .risk_case import RiskCase

MANY = 1000
# as many lines as a page of a list has
PAGE = 80


@tagged("post_install", "-at_install")
class TestRiskQueries(RiskCase):
    """The lists of whom to help cost as many queries for a thousand pupils as for a few."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.only("failing", "not_attested")
        pupils = cls.first | cls.second | cls.third
        cls.give({(one, subject): 2 for one in pupils for subject in (cls.math, cls.rus)})

    def count(self, model, role, view, page):
        """Count the queries of a page of the list as the web client reads it."""
        user = self.users[role]
        Model = self.env[model].with_user(user)
        found = self.env[model].with_user(user).get_views([[view, "list"], [False, "search"]])
        names = found["models"][model]["fields"]
        arch = found["views"]["list"]["arch"]
        specification = {
            name: {"fields": {"display_name": {}}} if names[name]["type"] == "many2one" else {}
            for name in names
            if f'name="{name}"' in arch and names[name]["type"] not in ("one2many", "many2many")
        }
        self.env.flush_all()
        counts = []
        for _warm in "12":
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            found = Model.web_search_read([], specification, limit=page)
            counts.append(self.env.cr.sql_log_count - before)
        return counts[-1], len(found["records"])

    def count_all(self, page):
        view = self.env.ref("vsoko_module.vsoko_risk_view_list").id
        reasons = self.env.ref("vsoko_module.vsoko_risk_reason_view_list").id
        routes = self.env.ref("vsoko_module.vsoko_route_view_list").id
        return {
            "the list": self.count("vsoko.risk", "administration", view, page),
            "the own class": self.count("vsoko.risk", "teacher", view, page),
            "reasons": self.count("vsoko.risk.reason", "teacher", reasons, page),
            "routes": self.count("vsoko.route", "administration", routes, page),
            "routes of the class": self.count("vsoko.route", "teacher", routes, page),
        }

    def make_routes(self, pupils):
        self.env["vsoko.route"].create(
            [{"name": "Маршрут", "member_ids": [(0, 0, {"student_id": one.id})]} for one in pupils]
        )

    def test_a_thousand_pupils_cost_as_many_queries_as_three(self):
        self.make_routes(self.first | self.second | self.third)
        # a full page, which asks how many there are in all
        few = self.count_all(3)
        pupils = self.enrol(self.class_5a, MANY)
        self.give({(one, subject): 2 for one in pupils for subject in (self.math, self.rus)})
        self.make_routes(pupils[:PAGE])
        self.assertEqual(self.env["vsoko.risk"].search_count([]), MANY + 3)
        many = self.count_all(PAGE)
        self.assertEqual({rows for _count, rows in many.values()}, {PAGE})
        self.assertEqual(
            {name: count for name, (count, _rows) in many.items()},
            {name: count for name, (count, _rows) in few.items()},
        )
