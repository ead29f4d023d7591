from odoo.tests import tagged

from .fixtures import FixtureCase

MONEY = "vsoko_module_bonus"
# words of money; marks, places and answers are «paid» nowhere
WORDS = r"(^|_)(bonus|amount|payable|pay|salary|fund|kopecks)(_|$)"


@tagged("post_install", "-at_install")
class TestWithoutSatellites(FixtureCase):
    """A school that has not asked for the addon of money has none of it in its database."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.here = bool(
            cls.env["ir.module.module"]
            .search([("name", "=", MONEY)])
            .filtered(lambda module: module.state == "installed")
        )

    def test_no_column_and_no_table_of_money(self):
        self.env.cr.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_name LIKE 'vsoko%%' AND (column_name ~ %s OR table_name ~ %s)",
            (WORDS, WORDS),
        )
        self.assertEqual(bool(self.env.cr.fetchall()), self.here)

    def test_no_record_of_it(self):
        data = self.env["ir.model.data"].search([("module", "=", MONEY)])
        self.assertEqual(bool(data), self.here)
        menus = self.env["ir.ui.menu"].search([]).get_external_id().values()
        self.assertEqual(any(name.startswith(f"{MONEY}.") for name in menus), self.here)
        self.assertEqual("vsoko.bonus" in self.env, self.here)
