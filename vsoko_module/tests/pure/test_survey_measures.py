import unittest

from tools.measures import survey


class TestSurveyMeasures(unittest.TestCase):
    def test_the_mean_is_that_of_all_answers(self):
        # three pupils with 10 items each: 31 + 21 + 31 = 83 points of 30 answers = 2.7667
        mean = survey.pooled_mean([3.1] * 10 + [2.1] * 10 + [3.1] * 10)
        self.assertAlmostEqual(mean, 83 / 30)
        self.assertEqual(survey.level(mean), survey.MIDDLE)
        self.assertEqual(survey.pooled_mean([4, None, 2]), 3)
        self.assertIsNone(survey.pooled_mean([None]))

    def test_levels_at_their_borders(self):
        found = [survey.level(mean) for mean in (3.01, 3, 2, 1.99, None)]
        self.assertEqual(found, ["high", "middle", "middle", "low", None])
        self.assertEqual(survey.level(3, high_included=True), "high")

    def test_the_margin_knows_how_many_people_there_are(self):
        # 1.96·√(0.6·0.4/15 · 10/24) = 16.0 and so on
        for answered, expected, wanted in ((15, 25, 16.0), (20, 25, 9.8), (220, 550, 5.0)):
            with self.subTest(answered=answered, expected=expected):
                found = survey.margin(0.6, answered, expected)
                self.assertAlmostEqual(found, wanted, delta=0.05)
        self.assertEqual(survey.margin(0.6, 25, 25), 0)
        self.assertIsNone(survey.margin(0, 0, 25))

    def test_bounds_of_what_the_silent_could_change(self):
        # 12 yes of 15 answers of 25: 12/25 … (12 + 10)/25
        self.assertEqual(survey.bounds(12, 15, 25), (0.48, 0.88))
        self.assertEqual(survey.bounds(3, 4, 4), (0.75, 0.75))
        self.assertIsNone(survey.bounds(0, 0, 0))

    def test_a_rate_without_anybody_is_none(self):
        self.assertEqual(survey.rate(15, 25), 0.6)
        self.assertIsNone(survey.rate(0, 0))
