import random
import unittest

from tools.measures import (
    alpha_interval,
    analyse,
    for_people,
    group_size,
    kr20,
    percent_of_tasks,
)
from tools.measures.reliability import f_quantile, standard_error

# ten pupils, tasks of 1, 1, 1, 2 and 3 points: figures worked out outside the program
MAXIMA = (1, 1, 1, 2, 3)
TEXT = (
    "11123",
    "11122",
    "11112",
    "11011",
    "11010",
    "10101",
    "10010",
    "01000",
    "10000",
    "00000",
)
ROWS = [[int(digit) for digit in text] for text in TEXT]
DISCRIMINATION = (0.6667, 0.6667, 1.0, 0.8333, 0.7778)
ITEM_TOTAL = (0.5817, 0.6332, 0.7916, 0.8809, 0.9471)
ITEM_REST = (0.4644, 0.4970, 0.7015, 0.7805, 0.8607)
COUNTS = ((8, 0, 2), (6, 0, 4), (4, 0, 6), (2, 4, 4), (1, 4, 5))


class TestWork(unittest.TestCase):
    def test_figures_of_the_work(self):
        work = analyse(ROWS, MAXIMA)
        self.assertEqual((work.n, work.maximum, work.mean, work.median), (10, 8, 3.5, 3))
        self.assertAlmostEqual(work.percent, 43.75, delta=1e-4)
        self.assertAlmostEqual(work.alpha, 0.8195, delta=1e-4)
        self.assertAlmostEqual(work.sem, 1.1547, delta=1e-4)
        self.assertAlmostEqual(work.ferguson, 0.9675, delta=1e-4)
        self.assertAlmostEqual(work.variation, 77.66, delta=5e-3)

    def test_figures_of_tasks(self):
        items = analyse(ROWS, MAXIMA).items
        self.assertEqual([item.difficulty for item in items], [0.8, 0.6, 0.4, 0.4, 0.3])
        for name, expected in (
            ("discrimination", DISCRIMINATION),
            ("item_total", ITEM_TOTAL),
            ("item_rest", ITEM_REST),
        ):
            for item, value in zip(items, expected, strict=True):
                self.assertAlmostEqual(getattr(item, name), value, delta=1e-4)
        self.assertEqual(tuple((i.full, i.partial, i.zero) for i in items), COUNTS)

    def test_kr20_of_solved_or_not(self):
        rows = [
            [int(digit) for digit in text]
            for text in ["1111", "1110", "1100", "1000", "0000", "1111"]
        ]
        self.assertAlmostEqual(kr20(rows), 0.8333, delta=1e-4)
        self.assertAlmostEqual(analyse(rows, (1,) * 4).kr20, 0.8333, delta=1e-4)
        self.assertIsNone(for_people(analyse(rows, (1,) * 4)).kr20)
        self.assertIsNone(kr20(ROWS))
        self.assertIsNone(analyse(ROWS, MAXIMA).kr20)

    def test_few_pupils_have_indices_that_nobody_is_shown(self):
        work = analyse(ROWS[:9], MAXIMA)
        shown = for_people(work)
        self.assertTrue(work.alpha and work.sem and work.items[0].discrimination)
        self.assertEqual((shown.alpha, shown.sem, shown.ferguson), (None, None, None))
        for name in ("discrimination", "item_total", "item_rest"):
            self.assertEqual({getattr(item, name) for item in shown.items}, {None})
        self.assertAlmostEqual(shown.items[0].difficulty, 8 / 9)
        enough = analyse(ROWS, MAXIMA)
        self.assertEqual(for_people(enough), enough)

    def test_an_error_of_measurement_wants_two_pupils(self):
        """s of 0 and 2 is √2, half of it for the reliability 0.75."""
        self.assertAlmostEqual(standard_error([0, 2], 0.75), 0.7071, delta=1e-4)
        self.assertEqual(standard_error([0, 2], 1.1), 0, "rounding may leave more than 1")
        self.assertIsNone(standard_error([2], 0.75))
        self.assertIsNone(standard_error([0, 2], None))

    def test_nobody_wrote(self):
        work = analyse([], MAXIMA)
        self.assertEqual(work.n, 0)
        for value in (work.mean, work.percent, work.alpha, work.sem, work.ferguson):
            self.assertIsNone(value)
        self.assertIsNone(work.items[4].difficulty)
        self.assertEqual((work.items[4].full, work.items[4].partial, work.items[4].zero), (0, 0, 0))

    def test_equal_points_have_no_correlation(self):
        work = analyse([[1, 1]] * 12, (1, 1))
        self.assertIsNone(work.alpha)
        self.assertIsNone(work.items[0].item_total)
        self.assertEqual(work.items[0].discrimination, 0)
        self.assertEqual(work.ferguson, 0)
        self.assertEqual((work.deviation, work.variation), (0, 0))

    def test_one_pupil(self):
        work = analyse([[1, 2]], (1, 2))
        self.assertIsNone(work.deviation)
        self.assertEqual((work.mean, work.percent), (3, 100))

    def test_a_task_that_was_not_reached_is_no_points_kept_apart(self):
        zero, missing = analyse([[1, 0]] * 10, (1, 1)), analyse([[1, None]] * 10, (1, 1))
        self.assertEqual(missing.items[1].zero, 10)
        self.assertEqual((zero.items[1].empty, missing.items[1].empty), (0, 10))
        self.assertEqual(zero.percent, missing.percent)

    def test_size_of_groups_rounds_half_up_and_is_never_zero(self):
        self.assertEqual([group_size(n) for n in (1, 10, 15, 50, 150)], [1, 3, 4, 14, 41])

    def test_those_who_tie_share_the_places_of_a_group(self):
        """Everybody has one point: the groups have the same part of those who did the task."""
        item = analyse([[1, 0]] * 4 + [[0, 1]] * 6, (1, 1)).items[0]
        self.assertEqual((item.discrimination, item.discrimination_most), (0, 1))

    def test_the_order_of_rows_changes_nothing(self):
        rows = [list(map(int, text)) for text in ("111", "110", "101", "011", "100", "010", "000")]
        figures = set()
        shuffled = random.Random(7)
        for _time in range(50):
            shuffled.shuffle(rows)
            figures.add(
                tuple(
                    (i.discrimination, i.discrimination_most) for i in analyse(rows, (1,) * 3).items
                )
            )
        # two of seven: the best and one of three with two points; the worst and one of two with one
        self.assertEqual(len(figures), 1)
        ((first, second, third),) = figures
        self.assertAlmostEqual(first[0], (1 + 2 / 3 - 1 / 2) / 2)
        self.assertAlmostEqual(third[0], (1 + 2 / 3 - 0) / 2)
        self.assertEqual([item[1] for item in (first, second, third)], [1, 1, 1])

    def test_half_points(self):
        work = analyse([[0.5], [1.5], [1]], (1.5,), 0.5)
        self.assertEqual((work.mean, work.items[0].full, work.items[0].partial), (1, 1, 2))
        self.assertEqual(work.ferguson, 4 * (9 - 3) / (3 * 9))

    def test_counts_and_shares_hold_for_any_work(self):
        chance = random.Random(7)
        for _round in range(50):
            maxima = [chance.randint(1, 4) for _task in range(chance.randint(1, 12))]
            rows = [
                [chance.choice([None, *range(m + 1)]) for m in maxima]
                for _pupil in range(chance.randint(1, 40))
            ]
            work = analyse(rows, maxima)
            self.assertTrue(0 <= work.percent <= 100)
            for item in work.items:
                self.assertEqual(item.full + item.partial + item.zero, len(rows))
                self.assertTrue(0 <= item.difficulty <= 1)


class TestPart(unittest.TestCase):
    def test_share_of_several_tasks(self):
        self.assertAlmostEqual(percent_of_tasks(ROWS, MAXIMA, [3, 4]), (8 + 9) / 50 * 100)

    def test_no_tasks_and_no_pupils_have_no_share(self):
        self.assertIsNone(percent_of_tasks(ROWS, MAXIMA, []))
        self.assertIsNone(percent_of_tasks([], MAXIMA, [0]))


class TestInterval(unittest.TestCase):
    def test_quantiles_against_tables_of_fisher(self):
        tables = ((0.95, 1, 10, 4.96), (0.95, 5, 10, 3.33), (0.975, 4, 20, 3.51))
        for probability, d1, d2, expected in (*tables, (0.975, 20, 4, 8.56), (0.5, 7, 7, 1)):
            self.assertAlmostEqual(f_quantile(probability, d1, d2), expected, delta=0.006)

    def test_bounds_by_feldt(self):
        # five pupils, six tasks: 4 and 20 degrees of freedom
        lower, upper = alpha_interval(0.8, 5, 6)
        self.assertAlmostEqual(lower, 1 - 0.2 * 3.51, delta=2e-3)
        self.assertAlmostEqual(upper, 1 - 0.2 / 8.56, delta=2e-3)

    def test_the_interval_narrows_with_more_pupils(self):
        narrow, wide = alpha_interval(0.8, 300, 20), alpha_interval(0.8, 30, 20)
        self.assertGreater(narrow[0], wide[0])
        self.assertLess(narrow[1], wide[1])
        self.assertTrue(wide[0] < 0.8 < wide[1])

    def test_without_alpha_there_is_none(self):
        self.assertIsNone(alpha_interval(None, 30, 20))
