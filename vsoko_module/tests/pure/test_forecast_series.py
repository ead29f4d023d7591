import unittest
from math import sqrt

from tools.forecast import FEW, FLAT, GAPS, Scale, backtest, forecast
from tools.forecast.backtest import mean_errors
from tools.forecast.intervals import reach
from tools.forecast.methods import drift, naive, seasonal
from tools.measures.quantiles import t_quantile

YEARS = [62, 64, 61, 66, 68]
SHARE = Scale(0, 100, is_share=True)
Z = 1.2815515655446004
# tables of Student's t; degrees from 1 to 10
T_90 = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372)
T_975 = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228)


class TestQuantiles(unittest.TestCase):
    def test_tables(self):
        for table, probability in ((T_90, 0.9), (T_975, 0.975)):
            for degrees, told in enumerate(table, 1):
                self.assertAlmostEqual(t_quantile(probability, degrees), told, delta=0.0006)
        self.assertEqual(t_quantile(0.5, 4), 0)

    def test_one_degree_is_the_tangent(self):
        self.assertAlmostEqual(t_quantile(0.75, 1), 1, places=9)
        # two degrees: (2p − 1)·√(2/(1 − (2p − 1)²))
        self.assertAlmostEqual(t_quantile(0.9, 2), 0.8 * sqrt(2 / 0.36), places=9)


class TestMethods(unittest.TestCase):
    def test_last_value(self):
        found = naive(YEARS)
        # steps 2 −3 5 2: 4 + 9 + 25 + 4 = 42 over four
        self.assertAlmostEqual(found.deviation, sqrt(42 / 4), places=9)
        self.assertAlmostEqual(68 - Z * found.deviation, 63.847, delta=5e-4)
        self.assertAlmostEqual(68 + Z * found.deviation, 72.153, delta=5e-4)

    def test_drift(self):
        one, two = drift(YEARS), drift(YEARS, horizon=2)
        # rests 0.5 −4.5 3.5 0.5: 33 over three
        self.assertAlmostEqual(one.value, 69.5, places=9)
        self.assertAlmostEqual(Z * one.deviation, 4.7521, delta=1e-4)
        self.assertAlmostEqual(two.value, 71, places=9)
        self.assertAlmostEqual(Z * two.deviation, 7.362, delta=5e-4)

    def test_errors_of_the_past(self):
        found = mean_errors(YEARS)
        self.assertAlmostEqual(found["naive"], 3.5, places=9)
        self.assertAlmostEqual(found["drift"], 37 / 12, places=9)
        self.assertAlmostEqual(found["mean"], 4, places=9)

    def test_a_term_has_that_of_a_year_before(self):
        terms = [60, 70, 62, 75, 61, 72]
        self.assertEqual(seasonal(terms, season=4).value, 62)
        self.assertAlmostEqual(seasonal(terms, season=4).deviation, sqrt((1 + 4) / 2), places=9)
        self.assertIsNone(seasonal([60, 70, 62], season=4))
        self.assertIsNone(seasonal(terms))


class TestForecast(unittest.TestCase):
    def test_shares_of_fifty(self):
        found = forecast([60, 64, 58], SHARE, people=50)
        self.assertEqual((found.value, found.method, found.n), (58, "naive", 3))
        # chance: 1.2816·√(2·0.58·0.42/50) = 12.65 is more than 1.886·√(52/2) = 9.62
        self.assertAlmostEqual(found.low, 45.35, delta=0.005)
        self.assertAlmostEqual(found.high, 70.65, delta=0.005)

    def test_steps_that_are_larger_than_chance(self):
        found = forecast([60, 64, 58], SHARE, people=5000)
        self.assertAlmostEqual(found.high - 58, 0.8 * sqrt(2 / 0.36) * sqrt(26), places=9)

    def test_too_few(self):
        for values in ([], [60], [60, None, 58], [None, 60, 58]):
            self.assertEqual(forecast(values, SHARE, people=50).reason, FEW)
            self.assertIsNone(forecast(values, SHARE, people=50).value)

    def test_equal_values_are_no_certainty(self):
        for value in (60, 0, 100):
            found = forecast([value] * 5, SHARE, people=25)
            self.assertGreater(found.high - found.low, 5)
        self.assertEqual(forecast([4.1] * 5, Scale(1, 5)).reason, FLAT)

    def test_never_narrower_than_chance_and_never_off_the_scale(self):
        for people in (5, 25, 250):
            for last in (2, 50, 98):
                found = forecast([last, last, last], SHARE, people)
                half = SHARE.chance(last, people)
                self.assertLessEqual(found.low, max(0, last - half) + 1e-9)
                self.assertGreaterEqual(found.high, min(100, last + half) - 1e-9)
                self.assertTrue(found.low >= 0 and found.high <= 100)

    def test_chance_between_two_groups_of_60_per_cent(self):
        told = {10: 28.1, 20: 19.9, 25: 17.8, 30: 16.2, 50: 12.6, 100: 8.9, 250: 5.6}
        for people, half in told.items():
            self.assertAlmostEqual(SHARE.chance(60, people), half, delta=0.05)
        self.assertEqual(SHARE.chance(60, None), 0)
        self.assertEqual(Scale(1, 5).chance(4, 25), 0)

    def test_a_gap_is_a_gap(self):
        # 60 and 58 are no neighbours: the only step is 64 → 60
        found = naive([64, 60, None, 58])
        self.assertEqual((found.value, found.degrees, found.deviation), (58, 1, 4))
        self.assertEqual(forecast([64, None, 60, None, 58], Scale()).reason, GAPS)
        self.assertEqual(naive([60, 62, None]).deviation, 2 * sqrt(2))

    def test_drift_must_be_better_by_a_tenth(self):
        steady = [50, 52, 54, 56, 58, 60.5, 62]
        self.assertEqual(forecast(steady, Scale()).method, "drift")
        self.assertEqual(forecast(steady[:5], Scale()).method, "naive")
        jumping = [60, 61, 58, 63, 60, 66, 59, 65]
        self.assertNotEqual(forecast(jumping, Scale()).method, "drift")

    def test_no_method_is_chosen_among_fewer_than_six(self):
        steady = [50, 52, 54, 56, 58, 60.5]
        self.assertEqual(forecast(steady, Scale()).method, "drift")
        self.assertEqual(forecast([None, *steady[1:]], Scale()).method, "naive")
        # one degree is spent on the choice: of five steps 1 −3 5 −3 6 (80 over 5) four are left
        value, low, high = reach("naive", [60, 61, 58, 63, 60, 66], Scale(), None)
        self.assertAlmostEqual(high - value, T_90[3] * 4, delta=0.003)
        # of the four steps of five values (44 over 4) none
        value, low, high = reach("naive", [60, 61, 58, 63, 60], Scale(), None)
        self.assertAlmostEqual(value - low, T_90[3] * sqrt(11), delta=0.003)

    def test_six_values_without_neighbours_are_as_last_time(self):
        found = forecast([60, None, 62, None, 61, None, 63, None, 60, None, 64], SHARE, 50)
        self.assertEqual((found.n, found.reason, found.value), (6, GAPS, None))

    def test_farther_away_is_less_sure(self):
        one, four = naive(YEARS), naive(YEARS, horizon=4)
        self.assertEqual((four.value, four.degrees), (one.value, one.degrees))
        self.assertAlmostEqual(four.deviation, 2 * one.deviation, places=9)
        self.assertEqual(seasonal([60, 70, 62, 75], horizon=2, season=4).value, 70)
        self.assertIsNone(seasonal([60, 70, 62, 75], horizon=5, season=4))

    def test_values_stay_within_their_scale(self):
        for scale, found in (
            (Scale(), (-1, 101)),
            (Scale(0), (0, 101)),
            (Scale(None, 100), (-1, 100)),
            (Scale(0, 100), (0, 100)),
        ):
            self.assertEqual((scale.clip(-1), scale.clip(101)), found)
        self.assertEqual([Scale(0, 100).clip(value) for value in (0, 50, 100)], [0, 50, 100])

    def test_the_method_of_seasons_is_earned(self):
        terms = [60, 70, 62, 75, 61, 72, 61, 74, 60, 71]
        found = forecast(terms, Scale(), season=4)
        self.assertEqual((found.method, found.value), ("seasonal", 61))
        self.assertNotEqual(forecast(terms, Scale()).method, "seasonal")

    def test_the_past_does_not_see_the_future(self):
        longer = [*YEARS, 70, 66]
        for changed in (0, 100):
            told = backtest("naive", [*longer, changed], SHARE, 5000)
            before = backtest("naive", longer, SHARE, 5000)
            last = abs(changed - 66)
            self.assertEqual(told.tries, before.tries + 1)
            self.assertAlmostEqual(told.error * told.tries, before.error * before.tries + last)
        self.assertIsNone(backtest("naive", YEARS[:3], SHARE, 50))

    def test_the_same_twice(self):
        self.assertEqual(forecast(YEARS, SHARE, 50), forecast(list(YEARS), SHARE, 50))
