from odoo.tests import tagged

from .action_case import ActionCase


@tagged("post_install", "-at_install")
class TestStartPageActions(ActionCase):
    """Half of the figures of 5А are critical; taking measures takes one from the card."""

    def card(self, role, key="deviations"):
        page = self.env["vsoko.start.page"].with_user(self.users[role]).get_page()
        return next((card for card in page["cards"] if card["key"] == key), None)

    def listed(self):
        Page = self.env["vsoko.start.page"].with_user(self.users["administration"])
        return self.env["vsoko.indicator.value"].search(Page.open_list("deviations")["domain"])

    def test_a_deviation_leaves_the_card_when_somebody_works_on_it(self):
        figure = self.figure()
        self.assertEqual(figure.status, "critical")
        self.assertIn(figure, self.listed())
        before = self.card("administration")["count"]
        action = self.take(figure)
        self.assertEqual(self.card("administration")["count"], before - 1)
        action._store({"state": "stopped", "ending": "Отменено", "ended_date": "2025-12-01"})
        self.assertIn(figure, self.listed())

    def test_only_the_administration_has_the_card(self):
        self.assertIsNone(self.card("teacher"))
        self.assertIsNone(self.card("specialist"))
        self.assertEqual(self.card("administration")["count"], self.card("director")["count"])

    def test_the_director_reads_what_came_of_a_decision(self):
        action = self.finish(self.take())
        self.assertEqual(self.card("director", "effects")["count"], 0)
        action._store({"state": "measured", "verdict": "worse", "effect_date": "2099-01-01"})
        row = self.card("director", "effects")["rows"][0]
        self.assertEqual((row["id"], row["is_late"]), (action.id, True))
        self.assertIsNone(self.card("administration", "effects"))
