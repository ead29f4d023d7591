import unittest

from tools.demo.surveys import SURVEYS, replies

ITEMS = [(1, [(10, 4), (11, 3), (12, 2), (13, 1), (14, 0), (15, None)]), (2, [(20, 1), (21, 0)])]


class TestDemoSurveys(unittest.TestCase):
    def test_most_people_of_a_group_answer_every_question(self):
        people = replies(SURVEYS[0], 0, 25, ITEMS)
        self.assertTrue(15 <= len(people) <= 23)
        options = {key: {option for option, _points in found} for key, found in ITEMS}
        for answers in people:
            self.assertEqual([item for item, _option in answers], [1, 2])
            self.assertTrue(all(option in options[item] for item, option in answers))

    def test_the_same_school_every_time(self):
        self.assertEqual(replies(SURVEYS[1], 2, 25, ITEMS), replies(SURVEYS[1], 2, 25, ITEMS))
        self.assertNotEqual(replies(SURVEYS[1], 1, 25, ITEMS), replies(SURVEYS[1], 2, 25, ITEMS))
