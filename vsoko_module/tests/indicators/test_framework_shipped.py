from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestFrameworkShipped(SchoolCase):
    """A newer release brings indicators: a school takes them into a draft, by its own decision."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.approved = cls.env.ref("vsoko_module.framework_regulation")
        cls.draft = cls.env["vsoko.framework"].browse(cls.approved.action_new_version()["res_id"])
        cls.codes = sorted(cls.approved.indicator_ids.mapped("code"))
        cls.members = cls.draft.with_user(cls.users["methodical_council"])

    def get(self, code, framework=None):
        framework = framework or self.draft
        return framework.indicator_ids.filtered(lambda indicator: indicator.code == code)

    def test_missing_indicators_come_with_their_bands_and_criteria(self):
        bands = [(b.lower, b.status, b.origin) for b in self.get("quality").band_ids]
        self.draft.criterion_ids.filtered(lambda c: c.code == "k1").unlink()
        self.draft.invalidate_recordset()
        self.assertFalse(self.get("quality"))
        self.members.action_take_shipped()
        self.assertEqual(sorted(self.draft.indicator_ids.mapped("code")), self.codes)
        quality = self.get("quality")
        self.assertEqual([(b.lower, b.status, b.origin) for b in quality.band_ids], bands)
        self.assertEqual((quality.criterion_id.code, quality.object_id.code), ("k1", "o1"))

    def test_own_definitions_stay_and_are_named(self):
        own = self.get("quality")
        own.write({"numerator_domain": "[('value', '=', 5)]", "target": 61.0})
        self.members.action_take_shipped()
        self.assertEqual((own.numerator_domain, own.target), ("[('value', '=', 5)]", 61.0))
        self.assertIn(own.name, self.draft.message_ids[0].body)
        self.assertNotIn(self.get("success").name, self.draft.message_ids[0].body)

    def test_what_nothing_counted_is_counted_as_the_program_does(self):
        planned = self.get("quality")
        planned.band_ids.unlink()
        planned.write({"source": False, "target": 61.0, "name": "Свое имя"})
        self.assertFalse(planned.has_source)
        self.members.action_take_shipped()
        shipped = self.get("quality", self.approved)
        self.assertEqual((planned.source, planned.rule), (shipped.source, shipped.rule))
        self.assertEqual(len(planned.band_ids), len(shipped.band_ids))
        self.assertEqual((planned.name, planned.target), ("Свое имя", 61.0))
        self.assertIn("Свое имя", self.draft.message_ids[0].body)

    def test_nothing_else_is_left_behind(self):
        before = self.env["vsoko.framework"].search_count([])
        definitions = self.get("quality", self.approved).numerator_domain
        self.get("success").unlink()
        self.members.action_take_shipped()
        self.assertEqual(self.env["vsoko.framework"].search_count([]), before)
        left = self.env["ir.model.data"].search([("module", "=", "vsoko_module_shipped")])
        self.assertFalse(left)
        self.assertEqual(self.get("quality", self.approved).numerator_domain, definitions)
        self.assertEqual(sorted(self.approved.indicator_ids.mapped("code")), self.codes)

    def test_an_approved_system_and_a_reader_are_refused(self):
        with self.assertRaises(UserError):
            self.approved.with_user(self.users["director"]).action_take_shipped()
        with self.assertRaises(AccessError):
            self.draft.with_user(self.users["teacher"]).action_take_shipped()
