import unittest

from tools.ratings import PupilCount, beside

FIRST, SECOND = "teacher:1", "teacher:2"


def marks(pupil, **own):
    """Counts of one pupil: the subject «a» is of the first teacher, the others of the second."""
    return [
        PupilCount(FIRST if course == "a" else SECOND, "5А", course, pupil, (mark,))
        for course, mark in own.items()
    ]


class TestBeside(unittest.TestCase):
    def test_marks_against_the_other_subjects_of_the_same_pupils(self):
        counts = [
            *marks(1, a=5, b=4, c=4),
            *marks(2, a=4, b=4, c=3),
            *marks(3, a=3, b=4, c=3),
        ]
        found = beside(counts, least=3)
        # +1, +0.5, −0.5
        self.assertAlmostEqual(found[FIRST].mean, 1 / 3)
        self.assertEqual(found[FIRST].n, 3)
        # the spread of +1, +0.5, −0.5: sqrt((4/9 + 1/36 + 25/36) / 2)
        self.assertAlmostEqual(found[FIRST].deviation, (42 / 36 / 2) ** 0.5)
        # the second teacher has «a» alone on the other side
        self.assertAlmostEqual(found[SECOND].mean, -1 / 3)

    def test_a_strong_class_is_no_merit(self):
        strong = [one for pupil in range(5) for one in marks(pupil, a=5, b=5)]
        weak = [one for pupil in range(5) for one in marks(pupil, a=3, b=3)]
        self.assertEqual(beside(strong)[FIRST].mean, 0)
        self.assertEqual(beside(weak)[FIRST].mean, 0)

    def test_fewer_than_five_have_no_figure(self):
        counts = [one for pupil in range(4) for one in marks(pupil, a=5, b=4)]
        self.assertEqual(beside(counts), {})
        self.assertEqual(beside([]), {})
        self.assertEqual(set(beside([*counts, *marks(5, a=5, b=4)])), {FIRST, SECOND})

    def test_who_has_no_other_subject_is_left_out(self):
        counts = [*marks(1, a=5), *marks(2, a=4, b=4)]
        self.assertEqual(beside(counts, least=1)[FIRST].n, 1)

    def test_a_subject_of_two_teachers_is_no_other_subject(self):
        shared = [PupilCount(SECOND, "5А", "a", 1, (2,)), *marks(1, a=4, b=5)]
        self.assertEqual(beside(shared, least=1)[FIRST].mean, -1)

    def test_the_order_of_rows_changes_nothing(self):
        counts = [one for pupil in range(6) for one in marks(pupil, a=pupil % 3 + 3, b=4, c=3)]
        self.assertEqual(beside(counts), beside(counts[::-1]))
