import unittest
from math import sqrt

from tools import ratings
from tools.ratings import Component, Index, Sample, Study

COMPOSITE = (Component(2, 50, 100), Component(3, 20, 100), Component(1, 2, 5))
CLASSES = {
    "5А": (92, 60, 3.6),
    "5Б": (88, 64, 3.8),
    "5В": (100, 44, 3.5),
    "5Г": (84, None, 3.9),
}
DIFFERENT = ((18, 20), (15, 25), (11, 12), (8, 24), (22, 26), (3, 5))
ALIKE = ((18, 24), (15, 25), (9, 12), (20, 26), (12, 24), (4, 5))


def samples_of(values, n=25):
    success, quality, mean = values
    return (
        Sample(success, n, percent=success),
        None if quality is None else Sample(quality, n, percent=quality),
        Sample(mean, n, deviation=0.8),
    )


def doubts_of(row):
    return [ratings.errors([sample])[0] if sample else None for sample in row]


def composite(name):
    row = samples_of(CLASSES[name])
    return ratings.weigh(COMPOSITE, row, doubts_of(row))


def shares(pairs):
    """The indexes of a rating by one share between 0 and 100."""
    component = Component(1, 0, 100)
    column = [Sample(100 * k / n, n, percent=100 * k / n) for k, n in pairs]
    return [
        ratings.weigh([component], [sample], [doubt])
        for sample, doubt in zip(column, ratings.errors(column), strict=True)
    ]


class TestIndex(unittest.TestCase):
    def test_figures_between_fixed_goalposts_are_weighed(self):
        found = {name: composite(name) for name in CLASSES}
        expected = {"5А": 61.8889, "5Б": 62.8333, "5В": 56.6667, "5Г": 66.4444}
        for name, value in expected.items():
            self.assertAlmostEqual(found[name].value, value, 4)
            whole = sum(part.contribution for part in found[name].parts if part)
            self.assertLess(abs(whole - found[name].value), 1e-9)

    def test_weights_of_what_is_there_are_renewed(self):
        found = composite("5Г")
        self.assertAlmostEqual(found.coverage, 0.5)
        self.assertEqual(
            [part and round(part.weight, 4) for part in found.parts], [0.6667, None, 0.3333]
        )

    def test_the_error_of_the_index(self):
        self.assertAlmostEqual(composite("5А").error, 7.17, 2)

    def test_less_is_better_turns_the_points(self):
        failing = Component(1, 0, 20, "less")
        self.assertEqual([failing.normalise(value) for value in (0, 5, 20, 35)], [100, 75, 0, 0])

    def test_nothing_there_is_no_zero(self):
        found = ratings.weigh(COMPOSITE, (None,) * 3, (None,) * 3)
        self.assertIsNone(found.value)
        self.assertEqual((found.coverage, found.n), (0, 0))


class TestSamples(unittest.TestCase):
    def test_who_all_passed_are_no_surer_than_others(self):
        everybody, half = ratings.errors([Sample(100, 5, percent=100), Sample(50, 20, percent=50)])
        # together 15 of 25
        self.assertAlmostEqual(everybody[0], 100 * sqrt(0.6 * 0.4 / 5))
        self.assertAlmostEqual(half[0], 100 * sqrt(0.5 * 0.5 / 20))
        self.assertAlmostEqual(half[1], 100 * sqrt(0.6 * 0.4 / 20))

    def test_a_change_is_less_sure_than_a_level(self):
        level, change = Sample(60, 25, percent=60), Sample(5, 25, percent=60, earlier_n=25)
        self.assertAlmostEqual(
            ratings.errors([change])[0][0], sqrt(2) * ratings.errors([level])[0][0]
        )
        self.assertEqual(Sample(5, 25, percent=60, earlier_n=9).people, 9)


class TestPlaces(unittest.TestCase):
    def test_equal_values_share_a_place(self):
        self.assertEqual(ratings.places([70, 80, 70, 60]), [2, 1, 2, 4])
        self.assertEqual(ratings.places([]), [])
        # 70,04 and 70,01 are both shown as 70,0
        self.assertEqual(ratings.places([70.04, 70.01]), [1, 1])

    def test_different_units_have_places_and_ranges(self):
        table = ratings.stand(shares(DIFFERENT), min_n=1)
        self.assertAlmostEqual(table.centre, 68.75, 4)
        self.assertAlmostEqual(table.variance, 482.878, 3)
        self.assertEqual([one.place for one in table.standings], [2, 4, 1, 6, 3, 4])
        self.assertEqual(
            [one.range for one in table.standings],
            [(1, 4), (4, 6), (1, 4), (4, 6), (1, 4), (1, 6)],
        )
        self.assertEqual(
            [round(one.drawn, 2) for one in table.standings],
            [86.13, 61.32, 85.47, 38.87, 82.30, 64.12],
        )

    def test_what_differs_by_chance_has_no_places(self):
        table = ratings.stand(shares(((12, 20), (13, 20), (11, 20))), min_n=1)
        self.assertEqual(table.variance, 0)
        self.assertEqual({one.place for one in table.standings}, {None})
        self.assertEqual({one.reason for one in table.standings}, {"chance"})
        self.assertEqual({one.group for one in table.standings}, {"among"})

    def test_little_more_than_chance_is_drawn_together(self):
        table = ratings.stand(shares(ALIKE), min_n=1)
        self.assertAlmostEqual(table.variance, 30.512, 3)
        self.assertEqual(
            [round(one.drawn, 2) for one in table.standings],
            [69.18, 65.38, 68.35, 69.80, 62.94, 68.07],
        )

    def test_few_people_or_little_weight_give_no_place(self):
        table = ratings.stand(shares(DIFFERENT), min_n=12)
        self.assertEqual(table.standings[5].reason, "few_people")
        self.assertEqual([one.place for one in table.standings], [2, 4, 1, 5, 3, None])
        half = composite("5Г")
        self.assertEqual(ratings.stand([half], min_n=1).standings[0].reason, "coverage")

    def test_exactly_two_thirds_of_the_weight_are_enough(self):
        row = (Sample(92, 25, percent=92), Sample(60, 25, percent=60), None)
        parts = (Component(1, 0, 100), Component(1, 0, 100), Component(1, 0, 100))
        found = ratings.weigh(parts, row, doubts_of(row))
        self.assertEqual(ratings.stand([found], min_n=1).standings[0].reason, "few_units")

    def test_groups_tell_apart_from_all(self):
        table = ratings.stand(shares(DIFFERENT), min_n=1)
        groups = [one.group for one in table.standings]
        self.assertEqual(groups, ["above", "among", "above", "below", "above", "among"])

    def test_one_unit_two_units_and_none(self):
        self.assertEqual(ratings.stand([], min_n=1).standings, [])
        for count in (1, 2):
            table = ratings.stand(shares(DIFFERENT)[:count], min_n=1)
            self.assertIsNone(table.variance)
            self.assertEqual({one.reason for one in table.standings}, {"few_units"})

    def test_no_data_is_said(self):
        nothing = Index(None, 0.0, 0, 0.0, 0.0, (None,))
        standing = ratings.stand([nothing, *shares(DIFFERENT)], min_n=1).standings[0]
        self.assertEqual(standing.reason, "no_data")
        self.assertEqual((standing.interval, standing.drawn, standing.group), (None, None, None))


class TestStability(unittest.TestCase):
    def test_places_far_apart_stay(self):
        rows = [[90, 90], [60, 60], [30, 30]]
        found = ratings.stability([1, 1], rows)
        self.assertEqual(
            [(one.kept, one.best, one.worst) for one in found],
            [(100, 1, 1), (100, 2, 2), (100, 3, 3)],
        )

    def test_a_place_by_one_component_alone_is_shaken_without_it(self):
        rows = [[100, 0], [40, 40], [0, 70]]
        first = ratings.stability([1, 1], rows)[0]
        self.assertEqual((first.best, first.worst), (1, 3))

    def test_the_same_seed_gives_the_same(self):
        rows = [[50, 52, 49], [51, 50, 51], [52, 48, 52], [49, 53, 50]]
        self.assertEqual(ratings.stability([2, 3, 1], rows), ratings.stability([2, 3, 1], rows))
        self.assertEqual(ratings.stability([2, 3, 1], []), [])


class TestGains(unittest.TestCase):
    def test_what_reaching_the_median_would_give(self):
        found = ratings.gains([composite(name) for name in ("5А", "5Б", "5В")])
        # median of the quality: 60, which is 50 points; 5В has 44, 30 points; half the weight
        self.assertAlmostEqual(found[2][1][0], 50)
        self.assertAlmostEqual(found[2][1][1], 10)
        self.assertEqual(found[1][1][1], 0)

    def test_a_missing_part_promises_nothing(self):
        self.assertIsNone(ratings.gains([composite("5А"), composite("5Г")])[1][1])


class TestValueAdded(unittest.TestCase):
    RESULTS = {
        "А": ((3, 45), (3, 50), (4, 70), (4, 65), (5, 90)),
        "Б": ((3, 40), (3, 55), (3, 50), (4, 60), (5, 80)),
    }

    def studies(self, course="математика, 5", first=0):
        return [
            Study((name, number), name, course, name, start, result + first)
            for name, results in self.RESULTS.items()
            for number, (start, result) in enumerate(results)
        ]

    def test_the_own_class_is_left_out_of_what_is_expected(self):
        found = ratings.value_added(self.studies(), least=1)
        self.assertAlmostEqual(found["А"].mean, 4.6667, 4)
        self.assertAlmostEqual(found["Б"].mean, -3.0)
        self.assertEqual(found["А"].n, 5)

    def test_few_who_began_alike_are_put_with_their_neighbours(self):
        found = ratings.value_added(self.studies(), least=5)
        # the five of the other class make one group: mean 57 and 64
        self.assertAlmostEqual(found["А"].mean, 64 - 57)
        self.assertAlmostEqual(found["Б"].mean, 57 - 64)

    def test_too_few_others_expect_nothing(self):
        self.assertEqual(ratings.value_added(self.studies(), least=6), {})
        self.assertEqual(ratings.value_added([]), {})

    def test_courses_are_not_compared_and_a_pupil_of_two_counts_once(self):
        both = [*self.studies(), *self.studies("русский, 5", first=30)]
        found = ratings.value_added(both, least=1)
        self.assertEqual(found["А"].n, 5)
        self.assertAlmostEqual(found["А"].mean, 4.6667, 4)


class TestBarredNames(unittest.TestCase):
    def test_the_all_russian_tests_are_known_by_name(self):
        for name in ("Итоги ВПР", "впр-2026", "vpr_results", "Всероссийские проверочные работы"):
            self.assertTrue(ratings.find_diagnostics(name), name)

    def test_other_words_are_not(self):
        for name in ("Успеваемость", "впрочем", "vprok", "Проверочные работы школы", "", None):
            self.assertFalse(ratings.find_diagnostics(name), name)
