import unittest

from tools.measures import Band, ScaleError, check_scale, mark_of

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
