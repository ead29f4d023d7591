from odoo.tests import tagged
from odoo.tests.common import warmup

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestCalculationQueries(FiguresCase):
    """The number of SQL statements depends on the sources, not on the size of the school."""

    def _count(self):
        self.env.flush_all()
        self.forget()
        before = self.env.cr.sql_log_count
        self.env["vsoko.calculation"]._run(self.q1)
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    @warmup
    def test_one_class_and_thirty_classes(self):
        self._count()
        # a run that changes figures also writes the row of the period
        self.marks[:1].value = 2
        small = self._count()
        classes = self.env["vsoko.class"].create(
            [
                {"year_id": self.year.id, "grade": grade, "letter": letter}
                for grade in range(1, 11)
                for letter in "ВГД"
            ]
        )
        for school_class in classes:
            pupils = self.enrol(school_class, 3)
            self.add_marks({(pupil, self.math): 4 for pupil in pupils}, self.q1)
        large = self._count()
        self.assertEqual(large, small)
        # two statements a source at most, and what a run does once
        self.assertLess(small, 2 * len(self.env["vsoko.fact"]._get_sources()) + 20)
        self.assertTrue(self.figure("quality", "class", class_id=classes[-1].id))
