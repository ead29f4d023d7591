import unittest

from tools.gaps import missing, spans


class TestGaps(unittest.TestCase):
    """Which numbers of a series nothing has."""

    def test_what_is_missing(self):
        self.assertEqual(missing([1, 2, 3]), [])
        self.assertEqual(missing([5, 1, 2]), [3, 4])
        self.assertEqual(missing([]), [])

    def test_a_series_begins_where_the_paper_ended(self):
        self.assertEqual(missing([162, 164], 162), [163])
        self.assertEqual(missing([163], 162), [162])
        self.assertEqual(missing([3, 162], 162), [])

    def test_as_people_write_them(self):
        self.assertEqual(spans([9, 3, 5, 4]), "3–5, 9")
        self.assertEqual(spans([1, 2, 4]), "1–2, 4")
        self.assertEqual(spans([]), "")
