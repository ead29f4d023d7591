import unittest

from mark_cases import MARK_CASES, whole_band
from tools.measures import Band, ScaleError, best_mark, check_scale, mark_of

# mathematics of grade 9: at least two points for geometry for every mark from «3» up
GEOMETRY = check_scale(
    [
        Band(22, 5, "geometry", 2),
        Band(0, 2),
        Band(8, 3, "geometry", 2),
        Band(15, 4, "geometry", 2),
    ],
    31,
)
# Russian of grade 9: 6 points for literacy for «4», 9 for «5»
LITERACY = check_scale(
    [Band(0, 2), Band(15, 3), Band(26, 4, "literacy", 6), Band(33, 5, "literacy", 9)], 37
)


class TestMark(unittest.TestCase):
    def test_borders_belong_to_the_upper_mark(self):
        bands = check_scale([Band(0, 2), Band(8, 3), Band(14, 4), Band(19, 5)], 22)
        marks = [mark_of(total, bands) for total in (0, 7, 7.5, 8, 13, 14, 18, 19, 22)]
        self.assertEqual(marks, [2, 2, 2, 3, 3, 4, 4, 5, 5])

    def test_without_the_condition_the_mark_is_lower(self):
        self.assertEqual(mark_of(25, GEOMETRY, {"geometry": 2}), 5)
        self.assertEqual(mark_of(25, GEOMETRY, {"geometry": 1}), 2)
        self.assertEqual(mark_of(35, LITERACY, {"literacy": 8}), 4)
        self.assertEqual(mark_of(35, LITERACY, {"literacy": 5}), 3)

    def test_nothing_gives_nothing(self):
        self.assertIsNone(mark_of(None, GEOMETRY))
        self.assertIsNone(mark_of(5, []))

    def test_the_table_of_cases(self):
        for what, bands, tasks, rows in MARK_CASES:
            scale = [
                Band(least, mark, part or None, asked)
                for least, mark, part, asked in map(whole_band, bands)
            ]
            for points, mark in rows:
                with self.subTest(what, points=points):
                    self.assertEqual(mark_of(*totals(points, tasks, scale)), mark)

    def test_the_best_mark_of_a_total_asks_for_no_part(self):
        self.assertEqual([best_mark(total, GEOMETRY) for total in (7, 8, 21, 22)], [2, 3, 4, 5])
        self.assertIsNone(best_mark(5, []))


def totals(points, tasks, scale):
    """Arguments of ``mark_of`` for points by task."""
    if points is None:
        return None, scale
    got = [value or 0 for value in points]
    parts = {}
    for part, value in zip(tasks, got, strict=True):
        parts[part] = parts.get(part, 0) + value
    return sum(got), scale, parts


class TestCheck(unittest.TestCase):
    def refusal(self, bands, maximum=10):
        with self.assertRaises(ScaleError) as caught:
            check_scale(bands, maximum)
        return caught.exception.code

    def test_every_total_has_one_mark(self):
        self.assertEqual(self.refusal([]), "empty")
        self.assertEqual(self.refusal([Band(1, 2)]), "not_from_zero")
        self.assertEqual(self.refusal([Band(0, 2), Band(11, 3)]), "above_maximum")

    def test_more_points_never_give_a_lower_mark(self):
        self.assertEqual(self.refusal([Band(0, 2), Band(5, 4), Band(7, 3)]), "not_ascending")
        self.assertEqual(self.refusal([Band(0, 2), Band(0, 3)]), "not_ascending")
