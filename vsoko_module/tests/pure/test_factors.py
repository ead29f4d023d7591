import unittest
from dataclasses import replace
from math import sqrt

from tools.factors import (
    CLASS,
    DESCRIPTION,
    ECOLOGICAL,
    FOUND,
    NOT_SEEN,
    PUPIL,
    Case,
    Side,
    Stratum,
    adjust,
    clustering,
    design_effect,
    effective_number,
    hedges,
    look,
    pool,
    rank_correlation,
)
from tools.factors.clusters import usual_size
from tools.factors.correlation import ranks
from tools.factors.findings import _border, _judge

FIRST, SECOND = [72, 65, 80, 58, 69, 75, 61, 70], [60, 55, 71, 49, 66, 58, 52, 63]
MISSED = [2, 5, 0, 12, 7, 3, 20, 1, 9, 15]
MEANS = [4.3, 4.0, 4.6, 3.4, 3.9, 4.2, 3.2, 4.1, 3.6, 3.7]
TRIED = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
ADJUSTED = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.1057, 0.216, 0.216, 0.216]


def simpson():
    return [
        Stratum("strong", Side.of_share(18, 20), Side.of_share(68, 80)),
        Stratum("weak", Side.of_share(24, 60), Side.of_share(6, 20)),
    ]


class TestEffectSize(unittest.TestCase):
    def test_hedges(self):
        g, low, high = hedges(FIRST, SECOND)
        correction = 1 - 3 / (4 * 14 - 1)
        self.assertAlmostEqual(correction, 0.94545, delta=5e-6)
        self.assertAlmostEqual(g, 1.2329, delta=5e-5)
        self.assertAlmostEqual(g / correction, 1.3040, delta=5e-5)
        self.assertAlmostEqual(low / correction, 0.225, delta=5e-4)
        self.assertAlmostEqual(high / correction, 2.383, delta=5e-4)

    def test_the_other_way_round(self):
        for one, other in zip(hedges(FIRST, SECOND), hedges(SECOND, FIRST), strict=True):
            self.assertTrue(abs(one) > 0 and abs(other) > 0)
        self.assertAlmostEqual(hedges(FIRST, SECOND)[0], -hedges(SECOND, FIRST)[0], places=9)

    def test_two_of_each_are_enough(self):
        # variances 2 and 2: d = −1/√2; J = 1 − 3/(4·2 − 1) = 4/7
        self.assertAlmostEqual(hedges([1, 3], [2, 4])[0], -4 / 7 / sqrt(2), places=9)
        self.assertIsNone(hedges([1, 3], [2]))
        self.assertAlmostEqual(hedges([1, 3], [4, 4])[0], -2 * 4 / 7, places=9)

    def test_nothing_to_measure_by(self):
        self.assertIsNone(hedges([4], SECOND))
        self.assertIsNone(hedges([4, 4], [4, 4, 4]))


class TestRanks(unittest.TestCase):
    def test_missed_days_and_marks(self):
        rho, low, high, chance = rank_correlation(MISSED, MEANS)
        self.assertAlmostEqual(rho, -0.9273, delta=5e-5)
        self.assertAlmostEqual(low, -0.9872, delta=5e-5)
        self.assertAlmostEqual(high, -0.6368, delta=5e-5)
        self.assertLess(chance, 0.001)

    def test_four_are_enough(self):
        # ρ = 1 − 6·2/(4·15) = 0.8; z = ln 3 = 1.0986, its error √(1 + 0.32) = 1.1489:
        # tanh(1.0986 ∓ 1.96·1.1489); by chance erfc(1.0986/√2)
        rho, low, high, chance = rank_correlation([1, 2, 3, 4], [1, 2, 4, 3])
        self.assertAlmostEqual(rho, 0.8, places=9)
        self.assertAlmostEqual(low, -0.8188, delta=1e-4)
        self.assertAlmostEqual(high, 0.9975, delta=1e-4)
        self.assertAlmostEqual(chance, 0.2719, delta=1e-4)

    def test_ranks_that_agree_in_everything_have_an_interval(self):
        for ys, sign in (([10, 20, 30, 40, 50], 1), ([50, 40, 30, 20, 10], -1)):
            rho, low, high, chance = rank_correlation([1, 2, 3, 4, 5], ys)
            self.assertAlmostEqual(rho, sign, places=9)
            self.assertTrue(-1 <= low < high <= 1)
            self.assertLess(chance, 1e-9)

    def test_equal_values_share_a_rank(self):
        self.assertEqual(ranks([3, 1, 3, 2]), [3.5, 1, 3.5, 2])

    def test_order_of_pupils_says_nothing(self):
        pairs = sorted(zip(MISSED, MEANS, strict=True))
        again = rank_correlation(*map(list, zip(*pairs, strict=True)))
        for one, other in zip(again, rank_correlation(MISSED, MEANS), strict=True):
            self.assertAlmostEqual(one, other, places=12)

    def test_nothing_to_tell(self):
        self.assertIsNone(rank_correlation([1, 2, 3], [1, 2, 3]))
        self.assertIsNone(rank_correlation([1, 1, 1, 1], [1, 2, 3, 4]))


class TestManyTries(unittest.TestCase):
    def test_benjamini_hochberg(self):
        for found, told in zip(adjust(TRIED), ADJUSTED, strict=True):
            self.assertAlmostEqual(found, told, delta=5e-5)

    def test_order_stays(self):
        self.assertEqual(adjust(TRIED[::-1]), adjust(TRIED)[::-1])
        self.assertEqual(adjust([]), [])
        self.assertEqual(adjust([0.03]), [0.03])


class TestClusters(unittest.TestCase):
    def test_design_effect(self):
        self.assertAlmostEqual(design_effect(25, 0.15), 4.6, places=9)
        self.assertAlmostEqual(effective_number(500, 25, 0.15), 500 / 4.6, places=9)
        self.assertEqual(design_effect(25, 0.15, of_factor=0), 1)

    def test_uneven_classes_count_as_smaller_ones(self):
        self.assertEqual(usual_size([[1] * 3, [1] * 3]), 3)
        # (6 − (4 + 16)/6)/1
        self.assertAlmostEqual(usual_size([[1] * 2, [1] * 4]), 8 / 3, places=9)
        self.assertEqual(design_effect(0.5, 0.2), 1)
        self.assertEqual(clustering([[1], [2], [3]]), 0, "one pupil a class")

    def test_clustering(self):
        # between 8 over 1, within (0.5 + 0.5) over 2: (8 − 0.5)/(8 + 0.5)... of pairs 1 2 and 4 5
        self.assertAlmostEqual(clustering([[1, 2], [4, 5]]), (9 - 0.5) / (9 + 0.5), places=9)
        self.assertEqual(clustering([[1, 2], [1, 2]]), 0)
        self.assertEqual(clustering([[1, 2]]), 0)
        self.assertEqual(clustering([[3, 3], [3, 3]]), 0)
        self.assertAlmostEqual(clustering([[1, 1], [2, 2]]), 1, places=9)


class TestStrata(unittest.TestCase):
    def test_simpson(self):
        found = pool(simpson())
        self.assertAlmostEqual(found.difference, 230 / 31, places=9)
        self.assertAlmostEqual(found.error, 7.08, delta=0.005)
        self.assertAlmostEqual(found.low, -6.47, delta=0.006)
        self.assertAlmostEqual(found.high, 21.30, delta=0.006)
        self.assertAlmostEqual(found.plain, 52.5 - 74, places=9)

    def test_both_strata_stay_to_be_shown(self):
        found = pool(simpson())
        self.assertEqual([round(one.difference, 9) for one in found.strata], [5, 10])
        self.assertTrue(found.turns_over)
        self.assertFalse(pool(simpson()[:1]).turns_over)
        self.assertGreater(found.chance, 0.05)

    def test_a_stratum_without_one_group_is_left_out_and_named(self):
        found = pool([*simpson(), Stratum("other", Side.of_share(1, 5), None)])
        self.assertEqual(found.left_out, ("other",))
        self.assertEqual(found.difference, pool(simpson()).difference)
        self.assertIsNone(pool([Stratum("other", None, Side.of_share(1, 5))]))

    def test_the_chance_is_that_of_cochran(self):
        found = pool([Stratum("all", Side.of_share(30, 40), Side.of_share(10, 40))])
        # both together a half: 0.5·√(1/40 + 1/40)·100 = 11.1803; 50/11.1803 = 4.4721 deviations
        self.assertAlmostEqual(found.chance, 7.744e-06, delta=1e-8)
        wider = pool([Stratum("all", Side.of_share(30, 40), Side.of_share(10, 40))], design=4)
        self.assertAlmostEqual(wider.error, 2 * found.error, places=9)
        self.assertAlmostEqual(found.error, 100 * sqrt(2 * 0.1875 / 40), places=9)


class TestLook(unittest.TestCase):
    def facts(self, classes=6, each=10, gain=1.0):
        return [
            Case(3 + gain * (pupil % 2) + pupil / 100, pupil % 2 == 1, number, "all")
            for number in range(classes)
            for pupil in range(each)
        ]

    def verdict(self, facts, level=PUPIL, claim=PUPIL):
        return look([("any", level, claim, facts)])[0].verdict

    def test_a_clear_difference_is_found(self):
        finding = look([("any", PUPIL, PUPIL, self.facts())])[0]
        # odd pupils have a hundredth more of points, too
        self.assertAlmostEqual(finding.pooled.difference, 1.01, places=9)
        self.assertEqual((finding.verdict, finding.n, finding.classes), (FOUND, 60, 6))
        self.assertLess(finding.chance, 0.001)

    def test_nothing_is_not_seen_and_no_denial(self):
        self.assertEqual(self.verdict(self.facts(gain=0)), NOT_SEEN)

    def test_few_are_described_only(self):
        for classes, each in ((4, 20), (7, 4), (6, 4)):
            finding = look([("any", PUPIL, PUPIL, self.facts(classes, each))])[0]
            self.assertEqual((finding.verdict, finding.chance), (DESCRIPTION, None))
            self.assertIsNotNone(finding.pooled)

    def test_thirty_pupils_of_five_classes_are_enough(self):
        self.assertNotEqual(self.verdict(self.facts(5, 6)), DESCRIPTION)
        self.assertEqual(self.verdict(self.facts(5, 6)[:-1]), DESCRIPTION)
        self.assertEqual(self.verdict(self.facts(4, 8)), DESCRIPTION)

    def test_a_chance_at_the_border_is_found(self):
        finding = look([("any", PUPIL, PUPIL, self.facts())])[0]
        self.assertEqual(_judge(finding, 0.05, 0.05).verdict, FOUND)
        self.assertEqual(_judge(finding, 0.0501, 0.05).verdict, NOT_SEEN)

    def test_a_stratum_with_one_pupil_of_a_group_is_left_out(self):
        more = [Case(4, number == 0, number, "other") for number in range(6)]
        finding = look([("any", PUPIL, PUPIL, [*self.facts(), *more])])[0]
        self.assertEqual(finding.pooled.left_out, ("other",))
        self.assertEqual([one.name for one in finding.pooled.strata], ["all"])
        self.assertEqual(finding.n, 66)

    def test_numbers_are_ranked_and_answers_are_not(self):
        finding = look([("any", PUPIL, PUPIL, self.facts())])[0]
        self.assertEqual((finding.border, finding.rank), (None, None))
        missed = [replace(one, factor=place % 3) for place, one in enumerate(self.facts())]
        finding = look([("any", PUPIL, PUPIL, missed)])[0]
        told = rank_correlation([one.factor for one in missed], [one.outcome for one in missed])
        self.assertEqual((finding.border, finding.rank), (1, told[:3]))

    def test_pupils_of_classes_that_differ_are_worth_fewer(self):
        alike = look([("any", PUPIL, PUPIL, self.facts())])[0]
        self.assertAlmostEqual(alike.worth, 60, delta=0.5)
        # the result and the factor are those of the class: six pupils and no more
        wholly = [Case(number % 2, number % 2 == 1, number, "all") for number in range(6)] * 10
        self.assertAlmostEqual(look([("any", PUPIL, PUPIL, wholly)])[0].worth, 6, places=9)

    def test_classes_say_nothing_of_pupils(self):
        self.assertEqual(self.verdict(self.facts(), level=CLASS), ECOLOGICAL)
        self.assertNotEqual(self.verdict(self.facts(), CLASS, CLASS), ECOLOGICAL)

    def test_a_description_is_no_try(self):
        facts = self.facts(gain=0.01)
        alone = look([("a", PUPIL, PUPIL, facts)])[0].chance
        beside = look([("a", PUPIL, PUPIL, facts), ("b", PUPIL, PUPIL, self.facts(2))])[0].chance
        self.assertEqual(alone, beside)

    def test_nobody(self):
        self.assertEqual(self.verdict([]), DESCRIPTION)
        self.assertEqual(look([]), [])

    def test_much_and_little(self):
        self.assertEqual(_border([1, 2, 3, 4]), 2)
        self.assertEqual(_border([0, 0, 0, 5]), 0)
        # most have the greatest value: much is to have it
        self.assertEqual(_border([1, 2, 5, 5, 5]), 2)
        self.assertIsNone(_border([True, False]))
