from odoo.tests import tagged

from .common import FiguresCase

CHANGES = {
    # what changes in the next version: whether the same is counted
    "name": ("Иначе", True),
    "digits": (3, True),
    "min_n": (9, True),
    "numerator_domain": ("[('value', '=', 5)]", False),
    "denominator_domain": ("[('value', '!=', 3)]", False),
    "factor": (7, False),
    "direction": ("less", False),
    "unit": ("point", False),
}


@tagged("post_install", "-at_install")
class TestCountedAlike(FiguresCase):
    """Whether figures of two versions of an indicator may be compared."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        opened = cls.framework.action_new_version()
        draft = cls.env[opened["res_model"]].browse(opened["res_id"])
        cls.later = {indicator.code: indicator for indicator in draft.indicator_ids}

    def alike(self, code):
        return self.indicators[code]._counts_like(self.later[code])

    def test_a_measure_goes_by_what_it_counts(self):
        self.assertTrue(self.alike("quality"))
        self.assertTrue(self.indicators["quality"]._counts_like(self.indicators["quality"]))
        self.assertFalse(self.indicators["quality"]._counts_like(self.later["success"]))
        for name, (value, is_alike) in CHANGES.items():
            was = self.later["quality"][name]
            self.later["quality"][name] = value
            with self.subTest(name):
                self.assertEqual(self.alike("quality"), is_alike)
            self.later["quality"][name] = was
        self.assertTrue(self.alike("quality"))

    def test_a_formula_goes_by_its_operands_too(self):
        """departed / contingent_start * 100"""
        self.assertTrue(self.alike("departed_share"))
        self.later["departed"].min_n = 11
        self.assertTrue(self.alike("departed_share"))
        self.later["departed"].denominator_domain = "[('gender', '=', 'female')]"
        self.assertFalse(self.alike("departed_share"))
        self.assertTrue(self.alike("contingent_start"))
        self.assertFalse(self.alike("departed"))

    def test_another_formula_over_the_same_is_another(self):
        self.later["departed_share"].formula = "contingent_start / departed * 100"
        self.assertFalse(self.alike("departed_share"))
        self.assertTrue(self.alike("departed"))
        self.assertTrue(self.alike("contingent_start"))

    def test_an_indicator_opens_itself_in_the_next_version(self):
        share, later = self.indicators["departed_share"], self.later["departed_share"]
        opened = share.action_new_version()
        self.assertEqual((opened["res_model"], opened["res_id"]), (share._name, later.id))
        later.code = "departed_other"
        opened = share.action_new_version()
        self.assertEqual(opened["res_model"], "vsoko.framework")
        self.assertEqual(opened["res_id"], later.framework_id.id)
