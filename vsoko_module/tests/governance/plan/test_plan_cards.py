from odoo.tests import tagged

from .plan_case import PlanCase

CARDS = ("plan_today", "plan_late", "plan_mine")


@tagged("post_install", "-at_install")
class TestPlanCards(PlanCase):
    """Lines of the plan on start pages: of today, late, to come, and none of a closed year."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls.make_plan(*((f"2025-10-{day}", {}) for day in ("09", "10", "11")))

    def shown(self, role):
        """Return {card: dates of the lines on it} of a page of 10 October."""
        Page = self.env["vsoko.start.page"]
        self.patch(self.registry[Page._name], "_get_today", lambda _self: "2025-10-10")
        cards = {card["key"]: card for card in Page.with_user(self.users[role]).get_page()["cards"]}
        Line = self.env["vsoko.plan.line"]
        return {
            key: [Line.browse(row["id"]).date.day for row in cards[key]["rows"]] for key in CARDS
        }

    def test_each_line_stands_on_its_card(self):
        found = self.shown("administration")
        self.assertEqual(found, {"plan_today": [10], "plan_late": [9], "plan_mine": [11]})
        # the director is responsible for nothing and sees what others are late with
        found = self.shown("director")
        self.assertEqual(found, {"plan_today": [10], "plan_late": [9], "plan_mine": []})
        self.assertFalse(any(self.shown("teacher").values()))

    def test_a_closed_year_has_left_nothing_to_do(self):
        self.year._move("closed")
        for role in ("administration", "director", "teacher"):
            with self.subTest(role=role):
                self.assertFalse(any(self.shown(role).values()))
        self.assertEqual(set(self.plan.line_ids.mapped("state")), {"planned"})

    def test_a_draft_of_a_plan_is_nobodys_work(self):
        self.make_plan(("2025-10-10", {"name": "Черновая"}), is_approved=False)
        self.assertEqual(self.shown("administration")["plan_today"], [10])
