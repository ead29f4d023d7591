from odoo.fields import Command
from odoo.tests import HttpCase, tagged

from .survey_case import SurveyCase


@tagged("post_install", "-at_install")
class TestSurveyTour(SurveyCase, HttpCase):
    browser_size = "375x667"

    def test_a_parent_answers_on_a_phone_by_code(self):
        page = {"is_page": True, "question_type": False}
        self.questionnaire.question_and_page_ids = [
            Command.create({**page, "title": "Уроки", "sequence": 0}),
            Command.create({**page, "title": "Безопасность", "sequence": 2}),
        ]
        for question, place in zip(self.questionnaire.question_ids, (1, 3, 4), strict=True):
            question.sequence = place
        campaign = self.make_campaign(class_ids=self.class_5a.ids)
        code = self.codes_of(campaign, self.class_5a, 1)[0]
        self.env.flush_all()
        self.start_tour(
            f"/vsoko/s/{campaign.id}#{code}", "vsoko_survey_answer", login="school_family"
        )
        self.assertEqual(campaign.answered, 1)
        answer = self.env["survey.user_input"].search([("survey_id", "=", campaign.survey_id.id)])
        lines = answer.user_input_line_ids
        self.assertEqual(
            lines.suggested_answer_id.mapped("value"),
            ["Полностью согласен", "Скорее согласен", "112"],
        )
        self.assertEqual(lines.filtered("value_text_box").value_text_box, "Больше кружков")
        self.assertEqual(answer.create_uid, self.env.ref("base.public_user"))
