from odoo.tests import tagged

from ..analysis.risks.risk_case import RiskCase

# of the own class and of another one
MORE = (30, 970)
STAFF = ("teacher", "association_head", "specialist", "administration", "director")
COUNCILS = ("pedagogical_council", "methodical_council")


@tagged("post_install", "-at_install")
class TestPageQueries(RiskCase):
    """The first pages of all people cost as many queries for a thousand pupils as for fourteen."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.only("failing", "not_attested")
        cls.grade(cls.students)

    @classmethod
    def grade(cls, pupils):
        cls.give({(one, subject): 2 for one in pupils for subject in (cls.math, cls.rus)})
        cls.q1.action_calculate()

    def count(self, ask):
        """Count the queries of the second call: the first fills what the server keeps."""
        self.env.flush_all()
        for _call in "12":
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            shown = ask()
        return self.env.cr.sql_log_count - before, shown

    def get_pages(self):
        """Return {page: what asks the server for it}."""
        pages = {}
        for role in (*STAFF, *COUNCILS):
            env = self.env(user=self.users[role])
            pages[f"start page of {role}"] = env["vsoko.start.page"].get_page
        for role in ("teacher", "administration", "director"):
            env = self.env(user=self.users[role])
            pages[f"overview of {role}"] = env["vsoko.dashboard"].get_overview
        school_class = self.class_5a.with_user(self.users["teacher"])
        pages["class page"] = school_class.get_page
        return pages

    def count_all(self):
        return {name: self.count(ask) for name, ask in self.get_pages().items()}

    def test_a_thousand_pupils_cost_as_many_queries_as_fourteen(self):
        few = self.count_all()
        own, others = MORE
        self.grade(self.enrol(self.class_5a, own) | self.enrol(self.class_5b, others))
        many = self.count_all()
        cards = {card["key"]: card for card in many["start page of teacher"][1]["cards"]}
        # six pupils of the own class were there before
        self.assertEqual(cards["risks"]["count"], own + 6)
        self.assertEqual(len(many["class page"][1]["rows"]), own + 6)
        self.assertEqual(
            {name: count for name, (count, _page) in many.items()},
            {name: count for name, (count, _page) in few.items()},
        )
