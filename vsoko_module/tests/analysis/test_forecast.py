from math import ceil

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from ..common import make_users
from ..indicators.common import FiguresCase

FOURS, THREES = 4, 3


class ForecastCase(FiguresCase):
    """Three quarters are over; the fourth is foretold in its first days.

    Quality in Russian and mathematics together is that of the pupils' marks: everybody has «4» but
    the given number of pupils, who have «3» in mathematics, so of 28 marks 28 − number are good.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time("2026-04-10 09:00:00"))
        cls.marks.sudo().unlink()
        for period, weak in ((cls.q1, 7), (cls.q2, 3), (cls.q3, 5)):
            cls.keep(period, weak)
        (cls.q1 | cls.q2 | cls.q3).action_calculate()

    @classmethod
    def keep(cls, period, weak):
        pupils = list(cls.students)
        marks = {(pupil, cls.math): THREES for pupil in pupils[:weak]}
        marks |= {(pupil, cls.math): FOURS for pupil in pupils[weak:]}
        marks |= {(pupil, cls.rus): FOURS for pupil in pupils}
        cls.add_marks(marks, period)

    def forecast(self, code="quality", scope="school", **keys):
        domain = [
            ("indicator_id.code", "=", code),
            ("scope", "=", scope),
            ("period_id", "=", self.q4.id),
        ]
        domain += [(name, "=", value) for name, value in keys.items()]
        return self.env["vsoko.forecast"].search(domain)


@tagged("post_install", "-at_install")
class TestForecastOfPeriod(ForecastCase):
    def test_the_school(self):
        self.q4.action_forecast()
        forecast = self.forecast()
        # 75.0, 89.3 and 82.1 % of 28 marks of 14 pupils
        self.assertAlmostEqual(forecast.value, 100 * 23 / 28, 6)
        self.assertEqual((forecast.method, forecast.n, forecast.people), ("naive", 3, 14))
        # steps of 14.29 and −7.14: 1.886·√(255.10/2) = 21.3 is more than
        # chance alone: 1.2816·√(2·0.8214·0.1786/14)·100 = 18.55
        self.assertAlmostEqual(forecast.low, 82.142857 - 21.298, 2)
        self.assertEqual(forecast.high, 100)
        self.assertEqual(forecast.backtest_tries, 0)

    def test_classes_and_levels(self):
        self.q4.action_forecast()
        self.assertEqual(self.forecast(scope="class").class_id, self.class_5a)
        self.assertEqual(set(self.forecast(scope="level").mapped("level")), {"ooo"})
        self.assertFalse(self.forecast(scope="student"))
        self.assertFalse(self.forecast(scope="subject"))

    def test_two_quarters_are_too_few(self):
        self.env["vsoko.indicator.value"].search([("period_id", "=", self.q1.id)]).unlink()
        with self.assertRaisesRegex(UserError, "fewer than 3 earlier periods"):
            self.q4.with_context(lang="en_US").action_forecast()
        self.assertFalse(self.forecast())

    def test_a_quarter_without_figures_is_a_gap(self):
        self.env["vsoko.indicator.value"].search([("period_id", "=", self.q2.id)]).unlink()
        with self.assertRaises(UserError):
            self.q4.action_forecast()

    def test_once(self):
        self.q4.action_forecast()
        before = self.env["vsoko.forecast"].search([])
        with self.assertRaises(UserError):
            self.q4.action_forecast()
        self.assertEqual(self.env["vsoko.forecast"].search([]), before)

    def test_what_is_over_is_not_foretold(self):
        with self.assertRaises(UserError):
            self.q3.action_forecast()

    def test_another_definition_breaks_the_line(self):
        draft = self.framework.action_new_version()
        version = self.env["vsoko.framework"].browse(draft["res_id"])
        other = version.indicator_ids.filtered(lambda one: one.code == "quality")
        self.assertTrue(self.indicators["quality"]._counts_like(other))
        other.numerator_domain = "[('value', '=', 5)]"
        self.assertFalse(self.indicators["quality"]._counts_like(other))

    def test_nobody_changes_a_forecast(self):
        self.q4.action_forecast()
        forecast = self.forecast()
        for name in ("administration", "director"):
            with self.assertRaises(UserError):
                forecast.with_user(self.users[name]).write({"low": 0})
        for action in (lambda: forecast.sudo().write({"low": 0}), forecast.sudo().unlink):
            with self.assertRaises(UserError):
                action()

    def grow(self):
        """Six more classes of six pupils with marks of three quarters."""
        classes = self.env["vsoko.class"].create(
            [
                {"year_id": self.year.id, "grade": grade, "letter": letter}
                for grade in (6, 7)
                for letter in "АБВ"
            ]
        )
        pupils = [pupil for one in classes for pupil in self.enrol(one, 6)]
        terms = self.q1 | self.q2 | self.q3
        for place, term in enumerate(terms):
            self.add_marks({(pupil, self.math): 3 + place % 2 for pupil in pupils}, term)
        terms.action_calculate()

    def test_queries_do_not_depend_on_classes(self):
        """Rows are written by the hundred, an INSERT and an UPDATE of each, which is all that may
        be more; what is asked once and remembered is asked in the first of three turns."""
        counts, made = [], []
        for is_grown in (False, False, True):
            if is_grown:
                self.grow()
            self.env.flush_all()
            with self.env.cr.savepoint(flush=False) as point:
                self.env.invalidate_all()
                before = self.env.cr.sql_log_count
                self.q4.action_forecast()
                self.env.flush_all()
                queries = self.env.cr.sql_log_count - before
                made.append(self.env["vsoko.forecast"].search_count([]))
                counts.append(queries - 2 * ceil(made[-1] / 100))
                point.rollback()
            self.env.invalidate_all()
        self.assertGreater(made[2], made[1] + 6)
        self.assertEqual(counts[1], counts[2])


@tagged("post_install", "-at_install")
class TestForecastJudged(ForecastCase):
    def judge(self, weak):
        self.q4.action_forecast()
        self.keep(self.q4, weak)
        with freeze_time("2026-06-01 09:00:00"):
            self.q4.action_calculate()
        return self.forecast()

    def test_a_hit(self):
        forecast = self.judge(4)
        self.assertEqual((forecast.state, forecast.is_hit), ("judged", True))
        self.assertAlmostEqual(forecast.fact, 100 * 24 / 28, 5)
        self.assertAlmostEqual(forecast.error, 100 / 28, 5)

    def test_a_miss(self):
        forecast = self.judge(14)
        self.assertEqual((forecast.fact, forecast.is_hit), (50, False))
        hits = self.forecast().with_context(lang="en_US")._tell_hits()
        self.assertEqual(
            hits, "Of 1 forecasts 0 came into the interval; eight of ten are promised."
        )

    def test_a_period_that_runs_judges_nothing(self):
        self.q4.action_forecast()
        self.keep(self.q4, 4)
        self.q4.action_calculate()
        self.assertEqual(self.forecast().state, "made")

    def test_the_figure_tells_what_was_expected(self):
        self.judge(4)
        figure = self.figure("quality", period=self.q4).with_context(lang="en_US")
        self.assertIn("Forecast. Expected: 82", figure.explanation)
        self.assertIn("the forecast was right", figure.explanation)
        self.assertIn("eight of ten are promised", figure.explanation)

    def test_the_indicator_counts_all_that_are_judged(self):
        self.judge(4)
        judged = self.env["vsoko.forecast"].search(
            [("period_id", "=", self.q4.id), ("state", "=", "judged")]
        )
        figure = self.figure("forecast_hits", period=self.q4)
        self.assertEqual(figure.denominator, len(judged))
        self.assertEqual(figure.numerator, len(judged.filtered("is_hit")))
        self.assertGreater(len(judged), 4)
        with freeze_time("2026-06-02 09:00:00"):
            self.assertEqual(self.env["vsoko.calculation"]._count_differences(self.q4)[0], 0)

    def test_corrected_marks_are_judged_anew(self):
        forecast = self.judge(4)
        marks = self.env["vsoko.mark"].search([("period_id", "=", self.q4.id)])
        marks.write({"value": 3})
        with freeze_time("2026-06-02 09:00:00"):
            self.q4.action_calculate()
        self.assertEqual((forecast.fact, forecast.is_hit), (0, False))


@tagged("post_install", "-at_install")
class TestForecastAccess(ForecastCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.q4.action_forecast()
        cls.env.flush_all()

    def read(self, role):
        return self.env["vsoko.forecast"].with_user(self.users[role]).search([])

    def test_a_teacher_reads_the_school_and_own_classes(self):
        scopes = self.read("teacher").mapped("scope")
        self.assertEqual(set(scopes), {"school", "level", "class"})
        # leads lessons in both
        self.assertEqual(self.read("teacher").class_id, self.class_5a | self.class_9a)
        self.assertFalse(self.read("association_head").class_id)

    def test_councils_and_administration_read_all(self):
        everything = self.env["vsoko.forecast"].search([])
        for role in ("pedagogical_council", "methodical_council", "administration", "director"):
            self.assertEqual(self.read(role), everything, role)

    def test_others_read_none(self):
        for role in ("user", "specialist", "medic", "governing_council", "family"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.read(role)

    def test_only_the_administration_makes_them(self):
        for role in ("teacher", "pedagogical_council"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.q4.with_user(self.users[role]).action_forecast()

    def test_another_school(self):
        second = self.env["res.company"].create({"name": "Школа № 2"})
        users = make_users(self.env, {"second_admin": ["administration"]}, second)
        self.assertFalse(self.env["vsoko.forecast"].with_user(users["second_admin"]).search([]))
