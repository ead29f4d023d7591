from odoo.tests import tagged

from ..evidence.common import VECTOR, AssessmentCase


@tagged("post_install", "-at_install")
class TestAdaptationFigures(AssessmentCase):
    """The study of adaptation is a work: the share of «4» and «5» among those who wrote it."""

    def figures(self):
        self.q1.action_calculate()
        return self.env["vsoko.indicator.value"].search(
            [
                ("indicator_id.code", "=", "adaptation_results"),
                ("period_id", "=", self.q1.id),
            ]
        )

    def test_share_of_good_marks(self):
        work = self.make_work(self.class_5a | self.class_5b, kind="adaptation")
        work.action_start()
        # sums 8 7 6 4 3 3 2 1 1 0 of borders 3, 5, 7: «5» twice, «4» once, «3» three times
        self.enter(work, VECTOR)
        school = self.figures().filtered(lambda figure: figure.scope == "school")
        self.assertEqual((school.numerator, school.n, school.value), (3, 10, 30))

    def test_a_work_of_another_kind_is_no_adaptation(self):
        self.enter(self.work, VECTOR)
        self.assertFalse(self.figures().filtered(lambda figure: figure.value is not False))
