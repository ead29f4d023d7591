from odoo.fields import Command
from odoo.tests import tagged

from ..evidence.survey_case import SCALE, UNSURE, SurveyCase
from .common import FiguresCase

# places of the answers: 4, 3, 2, 1, 0 points and «затрудняюсь»
FOUR, THREE, TWO, ONE, ZERO, NOT_SURE = range(6)


@tagged("post_install", "-at_install")
class TestSurveyIndicators(SurveyCase, FiguresCase):
    """Each indicator over answers, with a value worked out by hand in the test."""

    def ask(self, audience, topics, people):
        """Hold a survey and calculate the year.

        :param topics: the topic of each item, with «-» before that of a reversed one
        :param people: the places of the answers of each person; people of parents and pupils are
            of 5А
        """
        answers = [
            Command.create({"value": text, "answer_score": points, "sequence": place})
            for place, (text, points) in enumerate(SCALE)
        ]
        answers.append(Command.create({"value": UNSURE, "vsoko_is_unsure": True, "sequence": 9}))
        rows = [
            Command.create(
                {
                    "value": f"Утверждение {place}",
                    "vsoko_topic": topic.removeprefix("-"),
                    "vsoko_reversed": topic.startswith("-"),
                    "sequence": place,
                }
            )
            for place, topic in enumerate(topics)
        ]
        question = {
            "title": "Согласны ли Вы?",
            "question_type": "matrix",
            "matrix_subtype": "simple",
            "suggested_answer_ids": answers,
            "matrix_row_ids": rows,
        }
        return self.hold(audience, [question], people)

    def hold(self, audience, questions, people):
        questionnaire = self.env["survey.survey"].create(
            {
                "title": "Анкета",
                "survey_type": "vsoko",
                "question_and_page_ids": [Command.create(question) for question in questions],
            }
        )
        is_by_class = audience in ("parents", "pupils")
        campaign = self.make_campaign(
            questionnaire_id=questionnaire.id,
            audience=audience,
            class_ids=self.class_5a.ids if is_by_class else [],
        )
        codes = self.codes_of(campaign, count=len(people))
        for code, places in zip(codes, people, strict=True):
            self.answer(campaign, code, *places)
        campaign.action_close()
        # by a person, to whom the number of who has answered is closed
        self.year_period.with_user(self.deputy).action_calculate()
        return campaign

    def value(self, code):
        return self.figure(code, period=self.year_period)

    def test_parents_results_satisfaction(self):
        # answers of five parents to one question: 4, 4, 3, 1, «затрудняюсь»; 3 of 4 known: 75 %
        people = [[FOUR], [FOUR], [THREE], [ONE], [NOT_SURE]]
        self.ask("parents", ["results"], people)
        figure = self.value("parents_results_satisfaction")
        self.assertEqual((figure.numerator, figure.denominator, figure.value), (3, 4, 75))
        # four people answered what counts: the one who could not say is not behind the figure
        self.assertEqual((figure.n, figure.people), (4, 4))

    def test_pupils_do_not_count_for_parents(self):
        self.ask("pupils", ["results"], [[FOUR]] * 5)
        self.assertIs(self.value("parents_results_satisfaction").value, False)

    def test_lesson_satisfaction(self):
        # five pupils × two items; first item 4 4 4 0 0, second 3 2 2 2 2: 3 + 1 of 10 = 40 %
        people = [[FOUR, THREE], [FOUR, TWO], [FOUR, TWO], [ZERO, TWO], [ZERO, TWO]]
        self.ask("pupils", ["lessons", "lessons"], people)
        figure = self.value("lesson_satisfaction")
        self.assertEqual((figure.numerator, figure.denominator, figure.value), (4, 10, 40))
        self.assertEqual((figure.n, figure.people), (10, 5))

    def test_upbringing_satisfaction_adds_parents_and_pupils(self):
        # parents 5 of 5, pupils 1 of 5: 6 of 10 = 60 %, not the mean of two surveys by chance
        self.ask("parents", ["upbringing"], [[FOUR]] * 5)
        self.ask("pupils", ["upbringing"], [[FOUR], [TWO], [TWO], [ONE], [ZERO]])
        figure = self.value("upbringing_satisfaction")
        self.assertEqual((figure.numerator, figure.denominator, figure.value), (6, 10, 60))

    def test_openness(self):
        # six parents: 4 4 3 2 1 0, satisfied 3 of 6 = 50 %
        people = [[FOUR], [FOUR], [THREE], [TWO], [ONE], [ZERO]]
        self.ask("parents", ["openness"], people)
        self.assertEqual(self.value("openness").value, 50)

    def test_psychological_climate_turns_reversed_items_over(self):
        # five say «полностью согласен» to both items; the second is reversed: 5 of 10 = 50 %
        self.ask("pupils", ["climate", "-climate"], [[FOUR, FOUR]] * 5)
        figure = self.value("psychological_climate")
        self.assertEqual((figure.numerator, figure.denominator, figure.value), (5, 10, 50))

    def test_health_satisfaction_of_teachers(self):
        # eight teachers, health 4, meals 0: 8 of 16 = 50 %; of teachers nothing is told by classes
        self.ask("teachers", ["health", "meals"], [[FOUR, ZERO]] * 8)
        figure = self.value("health_satisfaction")
        self.assertEqual((figure.numerator, figure.denominator, figure.value), (8, 16, 50))
        self.assertEqual(figure.people, 8)

    def test_safety_culture_is_the_share_of_right_answers(self):
        # two questions; right answers: 4 of 5 and 2 of 5, in all 6 of 10 = 60 %
        answers = [Command.create({"value": "112", "is_correct": True, "answer_score": 1})]
        answers += [Command.create({"value": "Не знаю"})]
        question = {
            "title": "Куда звонить?",
            "question_type": "simple_choice",
            "vsoko_topic": "safety_culture",
            "suggested_answer_ids": answers,
        }
        people = [[0, 0], [0, 0], [0, 1], [0, 1], [1, 1]]
        self.hold("pupils", [question, dict(question)], people)
        figure = self.value("safety_culture")
        self.assertEqual((figure.numerator, figure.denominator, figure.value), (6, 10, 60))

    def test_healthy_values_is_the_mean_of_points(self):
        # 4 + 3 + 3 + 2 + 1 = 13 points of five answers, «затрудняюсь» left out: 13/5 = 2.6
        people = [[FOUR], [THREE], [THREE], [TWO], [ONE], [NOT_SURE]]
        self.ask("pupils", ["healthy_values"], people)
        figure = self.value("healthy_values")
        self.assertEqual((figure.value, figure.n), (2.6, 5))

    def test_classes_are_told_from_ten_answers_on(self):
        self.enrol(self.class_5a, 6)
        # twelve parents of 5А: 9 satisfied of 12 = 75 %
        self.ask("parents", ["results"], [[FOUR]] * 9 + [[ZERO]] * 3)
        figure = self.figure(
            "parents_results_satisfaction", "class", self.year_period, class_id=self.class_5a.id
        )
        self.assertEqual(figure.value, 75)

    def test_a_class_of_nine_is_no_figure_of_a_teacher(self):
        self.ask("parents", ["results"], [[FOUR]] * 5 + [[ZERO]] * 4)
        self.assertIsNot(self.value("parents_results_satisfaction").value, False)
        for scope in ("class", "grade"):
            figures = self.figure("parents_results_satisfaction", scope, self.year_period)
            self.assertFalse(figures.class_id)
        rows = self.env["vsoko.fact.survey_answer"].search([])
        self.assertEqual(len(rows.filtered(lambda row: row.period_id == self.year_period)), 9)
        self.assertFalse(rows.class_id)

    def test_fewer_than_five_are_no_figure_at_all(self):
        self.ask("parents", ["results"], [[FOUR]] * 4)
        self.assertIs(self.value("parents_results_satisfaction").value, False)
        self.assertFalse(self.env["vsoko.fact.survey_answer"].search([]))

    def test_a_condition_cannot_name_one_person(self):
        self.assertNotIn("respondent", self.env["vsoko.fact.survey_answer"]._get_comparable())
        director = self.env["vsoko.fact.survey_answer"].with_user(self.users["director"])
        self.assertNotIn("respondent", director.fields_get())
