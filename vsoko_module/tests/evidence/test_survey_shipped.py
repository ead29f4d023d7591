from odoo.tests import tagged

from .survey_case import SurveyCase

NAMES = ("parents", "pupils", "teachers", "partners", "safety", "service")


@tagged("post_install", "-at_install")
class TestSurveyShipped(SurveyCase):
    """The questionnaires that come with the program are ready to be asked."""

    def test_each_opens_for_its_audience(self):
        codes = set()
        for name in NAMES:
            questionnaire = self.env.ref(f"vsoko_module.questionnaire_{name}")
            campaign = self.make_campaign(
                questionnaire_id=questionnaire.id, audience=questionnaire.vsoko_audience
            )
            choice = campaign.item_ids.filtered(lambda item: item.kind == "choice")
            self.assertGreaterEqual(len(choice), 6, name)
            self.assertFalse(codes & set(choice.mapped("code")), name)
            codes |= set(choice.mapped("code"))
            self.assertEqual(len(set(choice.mapped("code"))), len(choice), name)
            for item in choice:
                self.assertTrue(item.page, item.name)
                self.assertTrue(any(item.option_ids.mapped("is_top")), item.name)

    def test_every_topic_of_an_indicator_is_asked(self):
        asked = set()
        for name in NAMES:
            survey = self.env.ref(f"vsoko_module.questionnaire_{name}")
            for question in survey.question_ids:
                for item in question.matrix_row_ids or [question]:
                    asked.add((survey.vsoko_audience, item.vsoko_topic))
        for pair in (
            ("parents", "results"),
            ("parents", "lessons"),
            ("pupils", "lessons"),
            ("parents", "upbringing"),
            ("pupils", "upbringing"),
            ("parents", "openness"),
            ("partners", "openness"),
            ("pupils", "climate"),
            ("teachers", "climate"),
            ("parents", "health"),
            ("partners", "health"),
            ("teachers", "meals"),
            ("pupils", "safety_culture"),
            ("pupils", "healthy_values"),
        ):
            self.assertIn(pair, asked)

    def test_each_question_about_safety_has_one_right_answer(self):
        survey = self.env.ref("vsoko_module.questionnaire_safety")
        for question in survey.question_ids:
            right = question.suggested_answer_ids.filtered("is_correct")
            self.assertEqual(len(right), 1, question.title)
        places = [
            question.suggested_answer_ids.sorted("sequence").mapped("is_correct").index(True)
            for question in survey.question_ids
        ]
        self.assertEqual(set(places), {0, 1, 2})
