from odoo.tests import HttpCase, tagged

from ..common import make_user, opens_here, prints_nothing
from ..fixtures import FixtureCase


@tagged("post_install", "-at_install")
class TestFirstStepsTour(FixtureCase, HttpCase):
    """A stranger in an empty school; the tour itself counts the clicks."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(prints_nothing)
        cls.startClassPatcher(opens_here)
        cls.company = cls.env["res.company"].create({"name": "My Company 2"})
        cls.user = make_user(cls.env, "stranger", "director", company=cls.company)

    def test_from_nothing_to_the_first_report(self):
        self.start_tour("/odoo/vsoko", "vsoko_first_steps", login="stranger", timeout=120)
        own = [("company_id", "=", self.company.id)]
        self.assertEqual(self.env["vsoko.mark"].search_count(own), 4)
        classes = self.env["vsoko.class"].search(own)
        self.assertEqual(
            sorted(classes.homeroom_teacher_id.mapped("name")),
            ["Лебедева Ольга Юрьевна", "Седов Игорь Львович"],
        )
        accounts = self.env["vsoko.account"].search([*own, ("teacher_id", "!=", False)])
        self.assertEqual(len(accounts), 2)
        self.assertEqual(self.env["vsoko.report"].search_count(own), 1)
        steps = self.env["vsoko.first.steps"].with_user(self.user).with_company(self.company)
        self.assertFalse(steps.get_banner())
