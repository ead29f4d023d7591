from odoo.fields import Command
from odoo.tests import tagged

from ..fixtures import FixtureCase


@tagged("post_install", "-at_install")
class TestFrameworkComparison(FixtureCase):
    """A new version says how it differs from the one it was made from."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.framework = cls.env.ref("vsoko_module.framework_regulation")
        action = cls.framework.action_new_version()
        cls.draft = cls.env["vsoko.framework"].browse(action["res_id"])
        cls.quality = cls.draft.indicator_ids.filtered(lambda one: one.code == "quality")

    def test_a_copy_differs_in_nothing(self):
        self.assertEqual(self.draft._get_differences(), [])
        self.assertFalse(self.draft.differences or self.framework.differences)

    def test_what_is_changed_new_and_gone(self):
        name = self.quality.name
        gone = self.draft.indicator_ids.filtered(lambda one: one.code == "success")
        self.quality.write({"min_n": 7, "rating_allowed": False})
        self.quality.band_ids = [Command.clear()]
        gone_name = gone.name
        self.draft.indicator_ids.filtered(
            lambda one: one.kind == "formula" and "success" in (one.formula or "")
        ).unlink()
        gone.unlink()
        self.draft.indicator_ids.create(
            {
                "framework_id": self.draft.id,
                "criterion_id": self.quality.criterion_id.id,
                "code": "own",
                "name": "Свой",
                "kind": "manual",
            }
        )
        rows = self.draft._get_differences()
        changed = {row[1]: row[2:] for row in rows if row[0] == name}
        self.assertEqual(changed["Least number of people"], ["5", "7"])
        self.assertEqual(changed["May enter ratings"], ["yes", "no"])
        self.assertEqual(len(changed), 3)
        self.assertIn(["Свой", "New indicator", "", ""], rows)
        self.assertIn([gone_name, "Taken out", "", ""], rows)
        self.assertIn("<td>Свой</td>", self.draft.differences)
