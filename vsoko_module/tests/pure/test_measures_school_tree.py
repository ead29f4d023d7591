import unittest

from tools.measures.disclosure import Sum
from tools.measures.school_tree import sums_of, unit_of

GRADES = {12: 5, 13: 5, 14: 9}


class TestSumsOf(unittest.TestCase):
    def test_classes_add_up_to_the_school(self):
        cells = {"school", "level:ooo", "grade:5", "grade:9", "class:12", "class:13", "class:14"}
        self.assertCountEqual(
            sums_of(cells, GRADES),
            [
                Sum("school", ("level:ooo",)),
                Sum("level:ooo", ("grade:5", "grade:9")),
                Sum("grade:5", ("class:12", "class:13")),
                Sum("grade:9", ("class:14",)),
            ],
        )

    def test_subjects_count_the_same_pupils_many_times(self):
        cells = {"school", "subject:1", "subject:2"}
        self.assertEqual(
            sums_of(cells, {}), [Sum("school", ("subject:1", "subject:2"), disjoint=False)]
        )

    def test_class_and_subject_belongs_to_both(self):
        cells = {"class:12", "subject:1", "class_subject:12:1"}
        self.assertCountEqual(
            sums_of(cells, GRADES),
            [
                Sum("class:12", ("class_subject:12:1",), disjoint=False),
                Sum("subject:1", ("class_subject:12:1",)),
            ],
        )

    def test_parts_of_an_absent_total_are_not_a_sum(self):
        self.assertEqual(sums_of({"grade:5", "class:12"}, GRADES)[0].total, "grade:5")
        self.assertEqual(sums_of({"class:12"}, GRADES), [])


class TestUnitOf(unittest.TestCase):
    def test_people_of_a_class_and_its_subjects_are_of_the_class(self):
        self.assertEqual(unit_of("class:12"), 12)
        self.assertEqual(unit_of("class_subject:12:5"), 12)

    def test_wider_cells_have_no_class(self):
        for cell in ("school", "level:ooo", "grade:5", "subject:5"):
            self.assertIsNone(unit_of(cell))
