import unittest

from tools.measures.own_progress import own_progress


class TestOwnProgress(unittest.TestCase):
    def test_the_same_subjects_alone(self):
        found = own_progress(
            {"Алгебра": 3, "Физика": 4, "ИЗО": 5}, {"Алгебра": 4, "Физика": 4, "Химия": 3}
        )
        self.assertEqual((found.before, found.after, found.count), (3.5, 4, 2))
        self.assertEqual((found.risen, found.fallen), (("Алгебра",), ()))

    def test_a_mark_that_fell(self):
        found = own_progress({"Алгебра": 5, "Физика": 3}, {"Алгебра": 3, "Физика": 5})
        self.assertEqual(found.before, found.after)
        self.assertEqual((found.risen, found.fallen), (("Физика",), ("Алгебра",)))

    def test_nothing_in_common(self):
        self.assertIsNone(own_progress({"Алгебра": 5}, {"Физика": 3}))
        self.assertIsNone(own_progress({}, {}))
