import unittest

from tools.measures.ranges import middle_half


class TestMiddleHalf(unittest.TestCase):
    def test_a_quarter_is_left_out_on_either_side(self):
        # 12 marks: 2 2 3 3 3 3 4 4 4 5 5 5; without three on either side: 3 … 4
        self.assertEqual(middle_half({2: 2, 3: 4, 4: 3, 5: 3}), (3, 4))

    def test_a_single_low_or_high_mark_is_not_told(self):
        self.assertEqual(middle_half({2: 1, 4: 9}), (4, 4))
        self.assertEqual(middle_half({3: 9, 5: 1}), (3, 3))

    def test_quarters_that_are_not_whole_leave_out_the_whole_part(self):
        # 10 marks: two left out on either side
        self.assertEqual(middle_half({2: 2, 3: 1, 4: 4, 5: 3}), (3, 5))

    def test_empty_group_has_no_range(self):
        self.assertIsNone(middle_half({}))
