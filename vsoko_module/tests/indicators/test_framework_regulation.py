from odoo.exceptions import UserError
from odoo.tests import tagged

from ..fixtures import FixtureCase

# paragraph 4.6: how many indicators each row of the table has
TABLE_4_6 = {"k1": 7, "k2": 9, "k3": 9, "k4": 9, "k5": 7, "k6": 8, "k7": 5}
FIXED_CODES = {
    "quality", "success", "sou", "average_mark", "failing_share", "not_attested",
    "pupils_excellent", "pupils_good", "pupils_one_three", "pupils_one_four", "pupils_failing",
    "contingent", "arrived", "departed",
}  # fmt: skip


@tagged("post_install", "-at_install")
class TestFrameworkRegulation(FixtureCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.framework = cls.env.ref("vsoko_module.framework_regulation")
        cls.indicators = {i.code: i for i in cls.framework.indicator_ids}

    def test_seven_objects_of_paragraph_4_3(self):
        objects = self.framework.criterion_ids.filtered(lambda c: not c.parent_id)
        self.assertEqual(objects.mapped("code"), [f"o{number}" for number in range(1, 8)])
        self.assertEqual(set(objects.mapped("paragraph")), {"4.3"})
        self.assertTrue(all(len(o.child_ids.indicator_ids) for o in objects))

    def test_every_row_of_the_table_of_paragraph_4_6_is_there(self):
        rows = self.framework.criterion_ids.filtered(lambda c: c.paragraph == "4.6")
        self.assertEqual(set(rows.mapped("code")), set(TABLE_4_6))
        for row in rows:
            official = row.indicator_ids.filtered(lambda i: i.paragraph == "4.6")
            self.assertGreaterEqual(len(official), TABLE_4_6[row.code], row.name)

    def test_every_indicator_has_a_paragraph_an_object_and_a_name(self):
        incomplete = self.framework.indicator_ids.filtered(
            lambda i: not (i.paragraph and i.object_id and i.name)
        )
        self.assertFalse(incomplete.mapped("code"))
        computed = self.framework.indicator_ids.filtered("has_source")
        self.assertFalse(computed.filtered(lambda i: not (i.description and i.short_name)))

    def test_fixed_codes_are_computed(self):
        self.assertLessEqual(FIXED_CODES, self.indicators.keys())
        silent = [code for code in FIXED_CODES if not self.indicators[code].has_source]
        self.assertFalse(silent)

    def test_every_shipped_indicator_has_a_source(self):
        for framework in (self.framework, self.env.ref("vsoko_module.framework_1324")):
            silent = framework.indicator_ids.filtered(lambda indicator: not indicator.has_source)
            self.assertFalse(silent.mapped("code"), framework.name)
        self.assertFalse(self.indicators["vpr_results"].rating_allowed)

    def test_bands_cover_all_values_and_name_their_origin(self):
        banded = self.framework.indicator_ids.filtered("band_ids")
        self.assertGreaterEqual(len(banded), 10)
        for indicator in banded:
            lowest = min(indicator.band_ids, key=lambda band: band.lower)
            best = "optimal" if indicator.direction == "less" else "critical"
            self.assertEqual((lowest.lower, lowest.status), (0, best), indicator.code)
            self.assertTrue(all(indicator.band_ids.mapped("origin")), indicator.code)

    def test_approved_is_locked_with_its_bands_and_targets(self):
        self.assertEqual(self.framework.state, "approved")
        with self.assertRaises(UserError):
            self.indicators["quality"].numerator_domain = "[('value', '=', 5)]"
        with self.assertRaises(UserError):
            self.framework.criterion_ids[0].name = "Other"
        with self.assertRaises(UserError):
            self.indicators["quality"].band_ids[0].lower = 1
        self.indicators["quality"].is_main = False
        self.assertFalse(self.indicators["quality"].is_main)
