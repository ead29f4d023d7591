import unittest

from tools.measures.deviations import rank_cells, severity


class TestSeverity(unittest.TestCase):
    def test_more_is_better(self):
        self.assertEqual(severity(40, 40, "more"), 0)
        self.assertEqual(severity(10, 40, "more"), 0.75)
        self.assertEqual(severity(0, 40, "more"), 1)

    def test_less_is_better(self):
        self.assertEqual(severity(10, 10, "less"), 0)
        self.assertEqual(severity(20, 10, "less"), 0.5)
        self.assertEqual(severity(3, 0, "less"), 1)

    def test_units_are_comparable(self):
        self.assertAlmostEqual(severity(2.5, 5, "more"), severity(50, 100, "more"))
        self.assertEqual(severity(0, 0, "less"), 0)


class TestRankCells(unittest.TestCase):
    FIGURES = [("b", 0.25, 1), ("a", 0.5, 2), ("c", 0.25, 3), ("b", 0.5, 4), ("d", 0.25, 5)]

    def test_a_cell_is_as_bad_as_its_figures_together(self):
        self.assertEqual(
            rank_cells(self.FIGURES, 10), [("b", [1, 4]), ("a", [2]), ("c", [3]), ("d", [5])]
        )

    def test_limit_and_nothing(self):
        self.assertEqual(rank_cells(self.FIGURES, 1), [("b", [1, 4])])
        self.assertEqual(rank_cells([], 5), [])


if __name__ == "__main__":
    unittest.main()
