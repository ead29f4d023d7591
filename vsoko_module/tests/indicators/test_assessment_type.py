from odoo.tests import tagged

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestAssessmentTypeCriterion(SchoolCase):
    def test_the_criterion_is_named_by_the_system_in_force(self):
        one = self.env["vsoko.assessment.type"].search([("procedure", "=", "vpr")], limit=1)
        named = self.env.ref("vsoko_module.criterion_k1")
        one.criterion_code = "k1"
        self.assertEqual(one.criterion_name, named.name)
        one.criterion_code = "k77"
        self.assertEqual(one.criterion_name, "k77")
        one.criterion_code = False
        self.assertFalse(one.criterion_name)
