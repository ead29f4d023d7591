from odoo.tests import tagged

from .common import SAMPLES, ImportCase
from .test_import_works import WorksOfSchool

SAMPLES_B = SAMPLES.parent / "samples_b"


@tagged("post_install", "-at_install")
class TestImportWorksB(WorksOfSchool, ImportCase):
    """A second school, whose files have other habits."""

    samples = SAMPLES_B
    compared = frozenset(("3А", "4А", "5А", "6А", "7А", "8А", "9А", "10А", "11А"))
    # its answers are points divided by spaces: the greatest of nine pupils are taken
    untold = frozenset(("EGE-SOC",))

    def test_the_greatest_points_that_the_protocol_does_not_tell_are_named(self):
        test = self.works["EGE-SOC"].test_id
        self.assertLessEqual(test.max_score, self.expected["EGE-SOC"]["max"])
        self.assertEqual(
            sum(one for one in self.works["EGE-SOC"].result_ids.mapped("score") if one),
            round(self.expected["EGE-SOC"]["work"]["mean"] * self.expected["EGE-SOC"]["present"]),
        )
