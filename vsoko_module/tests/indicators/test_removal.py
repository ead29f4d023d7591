from odoo.exceptions import AccessError, RedirectWarning, UserError
from odoo.tests import tagged

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestRemoval(FiguresCase):
    """A calculation that takes most figures away asks the director."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.q1.action_calculate()
        cls.before = cls.q1.value_count
        # the worst that can happen: a system in force that computes nothing
        cls.env.cr.execute(
            "UPDATE vsoko_indicator SET kind = 'manual', has_source = false"
            " WHERE framework_id = %s",
            [cls.framework.id],
        )
        cls.env.invalidate_all()

    def test_the_deputy_is_sent_to_the_director(self):
        with self.assertRaises(UserError) as refusal:
            self.q1.with_user(self.users["administration"]).action_calculate()
        self.assertIn(f"leave 0 of {self.before} figures", str(refusal.exception))
        with self.assertRaises(AccessError):
            self.q1.with_user(self.users["administration"]).action_calculate_anyway()
        self.assertEqual(self.q1.value_count, self.before)

    def test_the_director_is_asked_and_may_agree(self):
        period = self.q1.with_user(self.users["director"])
        with self.assertRaises(RedirectWarning):
            period.action_calculate()
        self.assertEqual(self.q1.value_count, self.before)
        period.action_calculate_anyway()
        self.assertEqual(self.q1.value_count, 0)

    def test_the_night_stops_and_gives_the_director_one_task(self):
        self.q1._refresh_figures()
        self.q1._refresh_figures()
        self.assertEqual(self.q1.value_count, self.before)
        tasks = self.q1.activity_ids.filtered(lambda task: task.user_id == self.users["director"])
        self.assertEqual(len(tasks), 1)
        self.assertIn(f"0 of {self.before} figures", tasks.note)

    def test_a_system_without_indicators_is_not_approved(self):
        empty = self.framework.create({"name": "Empty", "date_from": "2026-01-01"})
        with self.assertRaisesRegex(UserError, "no indicator that can be computed"):
            empty.with_user(self.users["director"]).action_approve()
        self.assertEqual(empty.state, "draft")


@tagged("post_install", "-at_install")
class TestDroppedFigures(FiguresCase):
    """Figures of open periods go with what they are about; those of an approved one stay."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_marks({(pupil, cls.math): 4 for pupil in cls.students}, cls.q2)
        (cls.q1 | cls.q2).action_calculate()
        cls.q1.with_user(cls.users["director"]).action_approve()
        cls.kept = cls.q1.value_count

    def about(self, period, **keys):
        domain = [("period_id", "=", period.id), *((name, "=", key) for name, key in keys.items())]
        return self.env["vsoko.indicator.value"].search_count(domain)

    def test_a_year_that_is_taken_back_keeps_what_is_approved(self):
        self.assertTrue(self.about(self.q2))
        self.year._drop_derived()
        self.assertEqual(self.about(self.q2), 0)
        self.assertEqual(self.about(self.q1), self.kept)

    def test_records_that_a_file_takes_back_take_their_figures(self):
        Change = self.env["vsoko.import.change"]
        own, others = {"class_id": self.class_5b.id}, {"class_id": self.class_5a.id}
        before = self.about(self.q2, **others)
        self.assertTrue(before and self.about(self.q2, **own))
        Change._before_removal(self.class_5b)
        self.assertEqual(self.about(self.q2, **own), 0)
        self.assertEqual(self.about(self.q2, **others), before)
        self.assertEqual(self.about(self.q1), self.kept)

    def test_facts_are_no_dimension_of_figures(self):
        before = self.about(self.q2)
        self.env["vsoko.import.change"]._before_removal(self.marks[:3])
        self.assertEqual(self.about(self.q2), before)
        self.assertEqual(self.about(self.q1), self.kept)
        self.env["vsoko.import.change"]._before_removal(self.math)
        self.assertEqual(self.about(self.q2, subject_id=self.math.id), 0)
