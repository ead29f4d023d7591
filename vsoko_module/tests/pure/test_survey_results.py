import unittest
from dataclasses import replace

from tools.surveys.results import Item, SurveyResults, Tally, given
from tools.translation import plain
from work_samples import values

FOOD = Item("Как кормят?", "Питание", Tally(12, 15, 45, 2))
QUEUE = Item("Есть ли очередь?", "Питание", Tally(3, 15, 20))
LESSONS = Item("Интересно ли?", "Уроки", Tally(20, 20, 70), Tally(10, 20, 40))
SURVEY = SurveyResults(
    [("5А", 10, 9), ("5Б", 30, 11)],
    [FOOD, QUEUE, LESSONS],
    {"5Б": {"Питание": Tally(3, 4)}},
    is_shown=True,
    hidden=2,
)


def shown(results=SURVEY):
    return given(results, plain)


class TestTally(unittest.TestCase):
    def test_answers_add_up(self):
        self.assertEqual(Tally(1, 2, 3, 4) + Tally(10, 20, 30, 40), Tally(11, 22, 33, 44))
        self.assertEqual((Tally(3, 4, 10).share, Tally(3, 4, 10).mean), (75, 2.5))
        self.assertEqual((Tally(0, 4).share, Tally(0, 4).mean), (0, 0))
        self.assertEqual((Tally(unsure=3).share, Tally(unsure=3).mean), (None, None))


class TestResponse(unittest.TestCase):
    def test_groups_and_all_of_them(self):
        table = shown()["survey_response"]
        self.assertEqual(
            values(table),
            [["5А", 10, 9, 90], ["5Б", 30, 11, 100 * (11 / 30)], ["In all", 40, 20, 50]],
        )
        self.assertEqual(table["sentences"], ["20 of 40 have answered."])

    def test_one_group_is_all_and_nobody_asked_is_no_per_cent(self):
        table = shown(replace(SURVEY, groups=[("5А", 0, 0)]))["survey_response"]
        self.assertEqual(values(table), [["5А", 0, 0, None]])

    def test_few_answers_are_shown_to_nobody(self):
        found = shown(replace(SURVEY, is_shown=False))
        self.assertEqual(list(found), ["survey_response"])
        self.assertIn("fewer than 5 answers", found["survey_response"]["sentences"][1])
        self.assertEqual(list(shown(replace(SURVEY, items=[]))), ["survey_response"])


class TestTopics(unittest.TestCase):
    def test_questions_of_a_topic_are_counted_together(self):
        food, lessons = values(shown()["survey_topics"])
        # 15 of 30 answers of 20 people: Wilson's interval of a half of twenty is 29.9 … 70.1
        self.assertEqual([food[0], food[1], *food[4:]], ["Питание", 50, 65 / 30, 30, 2])
        self.assertAlmostEqual(food[2], 29.93, delta=0.005)
        self.assertAlmostEqual(food[3], 70.07, delta=0.005)
        self.assertEqual((lessons[1], round(lessons[3], 6)), (100, 100))

    def test_a_topic_without_answers_has_no_point_on_the_chart(self):
        mute = Item("Что ещё?", "Прочее", Tally(unsure=4))
        found = shown(replace(SURVEY, items=[FOOD, mute]))
        self.assertEqual(
            values(found["survey_topics"])[1], ["Прочее", None, None, None, None, 0, 4]
        )
        self.assertEqual(found["survey_chart"]["labels"], ["Питание"])
        self.assertEqual(found["survey_chart"]["series"][0]["values"], [80])
        self.assertEqual(found["survey_chart"]["highest"], 100)


class TestItems(unittest.TestCase):
    def rows(self, *items, groups=(("5А", 30, 20),)):
        return shown(replace(SURVEY, items=list(items), groups=list(groups)))["survey_items"]

    def test_what_those_who_were_silent_could_change(self):
        (row,) = values(self.rows(FOOD))
        # 12 of 15; 30 were asked, two could not say: of 28 people at least 12 and at most 25
        self.assertEqual([row[0], row[1], *row[5:]], ["Как кормят?", 80, 3, 2, None])
        # 1.96·√(0.8·0.2/15 · 13/27) = 14.05
        self.assertAlmostEqual(row[2], 14.05, delta=0.005)
        self.assertAlmostEqual(row[3], 100 * 12 / 28)
        self.assertAlmostEqual(row[4], 100 * 25 / 28)

    def test_more_answers_than_people_asked_leave_nobody_silent(self):
        (row,) = values(self.rows(FOOD, groups=[("5А", 10, 15)]))
        self.assertEqual(row[1:5], [80, 0, 80, 80])

    def test_an_item_that_nobody_could_answer(self):
        (row,) = values(self.rows(Item("Что ещё?", "Прочее", Tally(unsure=4), Tally(1, 2))))
        self.assertEqual(row, ["Что ещё?", None, None, None, None, None, 4, None])

    def test_a_change_is_told_of_the_same_question_alone(self):
        rows = values(self.rows(LESSONS, FOOD, replace(FOOD, previous=Tally(unsure=3))))
        self.assertEqual([row[7] for row in rows], [50, None, None])

    def test_a_change_that_chance_could_make_is_no_sentence(self):
        fell = replace(LESSONS, tally=LESSONS.previous, previous=LESSONS.tally)
        near = replace(FOOD, previous=Tally(10, 15))
        sentences = self.rows(LESSONS, near, fell, FOOD)["sentences"]
        self.assertEqual(
            sentences,
            [
                "“Интересно ли?”: 50 % → 100 %, more than chance can do.",
                "“Интересно ли?”: 100 % → 50 %, more than chance can do.",
            ],
        )


class TestClasses(unittest.TestCase):
    def test_topics_in_their_order_with_gaps(self):
        table = shown()["survey_classes"]
        self.assertEqual([one["title"] for one in table["columns"]], ["Class", "Питание", "Уроки"])
        self.assertEqual(values(table), [["5Б", 75, None]])
        self.assertTrue(table["note"].endswith("subtraction: 2."))

    def test_no_class_is_no_table_and_none_hidden_is_no_note(self):
        self.assertNotIn("survey_classes", shown(replace(SURVEY, classes={})))
        self.assertEqual(shown(replace(SURVEY, hidden=0))["survey_classes"]["note"], "")
