from odoo.tests import tagged

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestOrderOfTime(FiguresCase):
    """A period that is compared with a changed one is brought up to date in the same run."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        pupils = cls.pupils_of(cls.class_5a)
        for period in (cls.q2, cls.q3):
            cls.add_marks({(pupil, cls.math): 4 for pupil in pupils}, period)
        (cls.q1 | cls.q2 | cls.q3).action_calculate()

    def before(self, period):
        keys = {"class_id": self.class_5a.id, "subject_id": self.math.id}
        return self.figure("quality", "class_subject", period=period, **keys).previous_value

    def change(self):
        low = self.marks.filtered(lambda m: m.class_id == self.class_5a and m.value in (2, 3))
        low.value = 5

    def run_nightly(self):
        self.env.flush_all()
        with self.enter_registry_test_mode():
            self.env.ref("vsoko_module.vsoko_cron_calculate").method_direct_trigger()

    def test_calculating_one_period_refreshes_the_next(self):
        self.assertAlmostEqual(self.before(self.q2), 50)
        self.change()
        self.q1.action_calculate()
        self.assertAlmostEqual(self.before(self.q2), 100 * 5 / 6)
        self.assertAlmostEqual(self.before(self.q3), 100, msg="Q2 itself has not changed")

    def test_the_next_open_period_with_figures_is_compared(self):
        self.assertEqual(self.q1._get_compared(), self.q2)
        self.assertEqual(self.q2._get_compared(), self.q3)
        self.assertFalse(self.q3._get_compared(), "the fourth quarter has no figures")
        self.q2.with_user(self.users["director"]).action_approve()
        self.assertFalse(self.q1._get_compared(), "approved figures keep what they stand beside")

    def test_one_night_is_enough(self):
        self.change()
        self.run_nightly()
        self.assertAlmostEqual(self.before(self.q2), 100 * 5 / 6)

    def test_an_import_refreshes_the_next_period(self):
        self.change()
        self.q1._after_load()
        self.assertAlmostEqual(self.before(self.q2), 100 * 5 / 6)

    def test_the_same_period_of_the_next_year(self):
        later = self.env["vsoko.year"].create(
            {"name": "2026/2027", "date_start": "2026-09-01", "date_end": "2027-08-31"}
        )
        later.action_make_quarters()
        first = later.period_ids.sorted("date_start").filtered(lambda p: p.kind == "quarter")[0]
        next_class = self.env["vsoko.class"].create(
            {"year_id": later.id, "grade": 6, "letter": "А", "previous_id": self.class_5a.id}
        )
        self.pupils_of(self.class_5a).enrolment_ids.date_to = "2026-08-31"
        for pupil in self.pupils_of(self.class_5a):
            self.env["vsoko.enrolment"].create(
                {
                    "student_id": pupil.id,
                    "class_id": next_class.id,
                    "date_from": later.date_start,
                }
            )
        self.add_marks({(p, self.math): 4 for p in self.pupils_of(next_class)}, first)
        first.action_calculate()
        self.change()
        self.q1.action_calculate()
        figure = self.figure("quality", "subject", period=first, subject_id=self.math.id)
        now = self.figure("quality", "subject", subject_id=self.math.id)
        self.assertAlmostEqual(figure.last_year_value, now.value)

    def test_an_approved_period_keeps_what_it_was_compared_with(self):
        self.q2.with_user(self.users["director"]).action_approve()
        self.change()
        self.q1.action_calculate()
        self.assertAlmostEqual(self.before(self.q2), 50)

    def test_closed_years_are_not_forgotten_at_night(self):
        self.q1.with_user(self.users["director"]).action_approve()
        self.year.state = "closed"
        self.change()
        self.marks.filtered(lambda mark: mark.class_id == self.class_5b).value = 2
        self.run_nightly()
        self.assertGreater(self.q1.drift_count, 0, "approved: the difference is shown")
        self.add_marks({(p, self.rus): 2 for p in self.pupils_of(self.class_5a)}, self.q3)
        self.run_nightly()
        self.assertEqual(self.figure("quality", period=self.q3).n, 12, "open: calculated")

    def test_a_period_that_has_not_begun_gets_no_run_at_night(self):
        future = self.env["vsoko.year"].create(
            {"name": "2090/2091", "date_start": "2090-09-01", "date_end": "2091-08-31"}
        )
        future.action_make_quarters()
        self.run_nightly()
        runs = self.env["vsoko.calculation"].search([("period_id", "in", future.period_ids.ids)])
        self.assertFalse(runs)
        self.assertEqual(set(future.period_ids.mapped("night")), {0})

    def test_a_night_that_stopped_goes_on_where_it_was(self):
        Calculation = self.env["vsoko.calculation"]
        night, periods = Calculation._get_night_periods()
        periods[0].night = night
        again, left = Calculation._get_night_periods()
        self.assertEqual((again, left), (night, periods[1:]))
        left.night = night
        self.assertEqual(Calculation._get_night_periods(), (night + 1, periods))
