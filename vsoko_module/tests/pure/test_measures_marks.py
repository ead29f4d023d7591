import itertools
import unittest

from tools.measures import MarkCounts, learning_degree, mean, quality, success

# n5, n4, n3, n2, н/а → N, СОУ, успеваемость, качество, средний балл: worked out by hand from
# the formulas of «Сетевой город», rounded to two digits
VECTORS = (
    ((5, 10, 8, 2, 0), 25, 58.40, 92, 60, 3.72),
    ((4, 9, 10, 2, 0), 25, 54.72, 92, 52, 3.60),
    ((6, 12, 7, 0, 0), 25, 64.80, 100, 72, 3.96),
    ((3, 8, 12, 1, 1), 25, 50.68, 92, 44, 3.54),
    ((2, 6, 13, 3, 1), 25, 44.28, 84, 32, 3.29),
    ((5, 9, 10, 4, 0), 28, 53.57, 85.71, 50, 3.54),
    ((10, 10, 10, 0, 0), 30, 66.67, 100, 66.67, 4),
    ((25, 0, 0, 0, 0), 25, 100, 100, 100, 5),
    ((0, 25, 0, 0, 0), 25, 64, 100, 100, 4),
    ((0, 0, 25, 0, 0), 25, 36, 100, 0, 3),
    ((0, 0, 0, 5, 0), 5, 16, 0, 0, 2),
)


class TestMarks(unittest.TestCase):
    def test_vectors(self):
        for numbers, base, degree, successful, good, average in VECTORS:
            counts = MarkCounts(*numbers)
            with self.subTest(numbers):
                self.assertEqual(counts.base, base)
                self.assertAlmostEqual(learning_degree(counts), degree, delta=0.005)
                self.assertAlmostEqual(success(counts), successful, delta=0.005)
                self.assertAlmostEqual(quality(counts), good, delta=0.005)
                self.assertAlmostEqual(mean(counts), average, delta=0.005)

    def test_weight_of_not_attested_is_a_setting(self):
        counts = MarkCounts(3, 8, 12, 1, 1)
        self.assertAlmostEqual(learning_degree(counts, 8), 50.72)
        self.assertAlmostEqual(learning_degree(counts, 0), 50.40)

    def test_nothing_gives_nothing(self):
        empty = MarkCounts()
        for figure in (learning_degree, success, quality, mean):
            self.assertIsNone(figure(empty))

    def test_only_not_attested_has_a_base_but_no_mean(self):
        counts = MarkCounts(not_attested=4)
        self.assertEqual((success(counts), quality(counts), learning_degree(counts)), (0, 0, 7))
        self.assertIsNone(mean(counts))

    def test_larger_group_is_counted_from_sums(self):
        together = MarkCounts(five=10) + MarkCounts(three=30)
        self.assertEqual(quality(together), 25)

    def test_bounds_hold_for_all_small_classes(self):
        for numbers in itertools.product(range(3), repeat=6):
            counts = MarkCounts(*numbers)
            if counts.base:
                self.assertLessEqual(0, quality(counts))
                self.assertLessEqual(quality(counts), success(counts))
                self.assertLessEqual(success(counts), 100)
                self.assertLessEqual(learning_degree(counts), 100)
