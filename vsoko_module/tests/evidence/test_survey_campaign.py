from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged

from odoo.addons.vsoko_module.models.evidence.surveys.vsoko_survey_answering import UnknownCode

from .survey_case import SurveyCase


@tagged("post_install", "-at_install")
class TestSurveyCampaign(SurveyCase):
    def test_opening_freezes_questions_and_groups(self):
        campaign = self.make_campaign()
        self.assertEqual(campaign.item_ids.mapped("name")[:2], self._rows()[:2])
        self.assertEqual(campaign.group_ids.mapped("expected"), [6, 4, 4])
        self.assertEqual(campaign.expected, 14)
        points = campaign.item_ids[2].option_ids.mapped("points")
        self.assertEqual(points, [0, 1, 2, 3, 4, 0])
        self.questionnaire.question_ids[0].matrix_row_ids[0].value = "Другой вопрос"
        self.assertEqual(
            campaign.survey_id.question_ids[0].matrix_row_ids[0].value, self._rows()[0]
        )

    def _rows(self):
        return ["На уроках интересно", "Учитель объясняет понятно", "В школе мне бывает страшно"]

    def test_the_copy_is_changed_by_nobody(self):
        frozen = self.make_campaign().survey_id
        question = frozen.question_ids[0]
        for act in (
            lambda: frozen.write({"title": "Подмена"}),
            lambda: question.write({"title": "Подмена"}),
            lambda: question.matrix_row_ids[0].write({"value": "Подмена"}),
            lambda: question.unlink(),
            lambda: frozen.unlink(),
            lambda: question.create({"title": "Ещё", "survey_id": frozen.id}),
        ):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                act()

    def test_the_promise_is_fixed_by_the_opening_on_every_path(self):
        campaign = self.make_campaign()
        campaign.action_back_to_draft()
        campaign.privacy = "confidential"
        campaign.privacy = "anonymous"
        campaign.action_open()
        self.answer(campaign, self.codes_of(campaign, self.class_5a)[0], 0, 0, 0)
        for acts in (campaign, campaign.sudo(), campaign.with_user(self.users["director"])):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                acts.write({"privacy": "named"})
            with self.assertRaises(UserError), self.env.cr.savepoint():
                acts.write({"min_group": 6})
            with self.assertRaises(UserError), self.env.cr.savepoint():
                acts.write({"group_ids": [Command.clear()]})
        with self.assertRaises(UserError):
            campaign.action_back_to_draft()
        result = campaign.load([".id", "privacy"], [[str(campaign.id), "named"]])
        self.assertFalse(result["ids"])
        self.assertEqual(campaign.privacy, "anonymous")
        self.assertEqual(campaign.copy().state, "draft")

    def test_a_changed_questionnaire_is_another_version(self):
        first = self.make_campaign()
        same = self.make_campaign()
        self.questionnaire.question_ids[0].matrix_row_ids[0].value = "На уроках нескучно"
        changed = self.make_campaign()
        self.assertEqual((first.version, same.version, changed.version), (1, 1, 2))
        signs = [campaign.item_ids.mapped("sign") for campaign in (first, same, changed)]
        self.assertEqual(signs[0], signs[1])
        self.assertEqual(
            [old == new for old, new in zip(signs[1], signs[2], strict=True)],
            [False, True, True, True, True],
        )

    def test_what_the_page_cannot_ask_is_refused_in_words(self):
        self.questionnaire.question_ids[1].question_type = "multiple_choice"
        with self.assertRaisesRegex(UserError, "Куда звонить при пожаре"):
            self.make_campaign()
        empty = self.env["survey.survey"].create({"title": "Пустая", "survey_type": "vsoko"})
        with self.assertRaisesRegex(UserError, "Пустая"):
            self.make_campaign(questionnaire_id=empty.id)
        foreign = self.env["survey.survey"].create({"title": "Маркетинг"})
        with self.assertRaises(ValidationError):
            self.make_campaign(is_open=False, questionnaire_id=foreign.id)

    def test_a_shipped_questionnaire_is_copied_to_be_changed(self):
        shipped = self.make_questionnaire(vsoko_company_id=False)
        shipped = shipped.with_user(self.deputy)
        with self.assertRaises(AccessError):
            shipped.title = "Своя"
        action = shipped.action_vsoko_copy()
        copy = shipped.browse(action["res_id"])
        copy.title = "Своя"
        self.assertEqual(copy.vsoko_company_id, self.env.company)
        self.assertEqual(
            copy.question_ids.matrix_row_ids.mapped("vsoko_code"), ["row_0", "row_1", "row_2"]
        )


@tagged("post_install", "-at_install")
class TestSurveyCodes(SurveyCase):
    def test_one_code_is_one_answer(self):
        campaign = self.make_campaign()
        code = self.codes_of(campaign, self.class_5a)[0]
        self.answer(campaign, code.lower(), 0, 0, 0)
        with self.assertRaisesRegex(UserError, "already"):
            self.answer(campaign, code, 1, 1, 1)
        self.assertEqual((campaign.answered, campaign.group_ids.mapped("used")), (1, [1, 0, 0]))
        with self.assertRaises(UnknownCode):
            self.answer(campaign, "ABCDEFGH", 0)

    def test_a_code_of_one_campaign_is_void_in_another(self):
        first, second = self.make_campaign(), self.make_campaign()
        code = self.codes_of(first, self.class_5a)[0]
        with self.assertRaises(UnknownCode):
            self.answer(second, code, 0)
        self.assertEqual(first.answered + second.answered, 0)

    def test_codes_are_made_up_to_the_expected(self):
        campaign = self.make_campaign()
        self.assertEqual(len(self.codes_of(campaign, self.class_5a)), 6)
        self.assertEqual(self.codes_of(campaign, self.class_5a), [])
        old = self.codes_of(campaign, self.class_5a, 2)
        group = campaign.group_ids[0]
        self.assertEqual(group.issued, 8)
        ((_group, new),) = campaign._issue(group, 0, is_anew=True)
        self.assertEqual((len(new), group.issued), (6, 6))
        with self.assertRaises(UnknownCode):
            self.answer(campaign, old[0], 0)

    def test_nobody_answers_out_of_time_or_after_the_closing(self):
        campaign = self.make_campaign()
        code = self.codes_of(campaign, self.class_5a)[0]
        campaign.date_end = campaign.date_start
        with self.assertRaisesRegex(UserError, "does not accept"):
            self.answer(campaign, code, 0)
        self.assertIsNone(self.env["vsoko.survey.campaign"]._get_page(campaign.id))
        self.assertIsNone(self.env["vsoko.survey.campaign"]._get_page(2**30))

    def test_foreign_and_missing_answers_are_refused_and_the_code_stays_good(self):
        self.questionnaire.question_ids[1].constr_mandatory = True
        campaign, other = self.make_campaign(), self.make_campaign()
        code = self.codes_of(campaign, self.class_5a)[0]
        page = self.env["vsoko.survey.campaign"]
        foreign = {campaign.item_ids[3].id: other.item_ids[3].option_ids[0].id}
        for given in ({}, foreign, self.answers_of(campaign, 0, 0, 0)):
            with self.assertRaisesRegex(UserError, "4"), self.env.cr.savepoint():
                page._accept(campaign.id, code, given)
        page._accept(campaign.id, code, self.answers_of(campaign, 0, None, None, 0))
        self.assertEqual(campaign.answered, 1)
