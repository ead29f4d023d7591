from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import make_user
from .survey_case import SurveyCase


@tagged("post_install", "-at_install")
class TestSurveyClosing(SurveyCase):
    def results(self, campaign):
        return campaign.with_user(self.deputy)._get_results()

    def rows(self, campaign, name):
        rows = self.results(campaign).get(name, {"rows": []})["rows"]
        return {row[0]: row[1:] for row in rows if isinstance(row[0], str)}

    def test_nothing_is_seen_before_the_closing(self):
        campaign = self.make_campaign()
        self.fill(campaign, self.class_5a, 6, 0, 0, 0, 0)
        for user in (self.users["director"], self.deputy, self.env.user):
            with self.assertRaisesRegex(UserError, "after the closing"):
                campaign.with_user(user)._get_results()
            self.assertFalse(campaign.with_user(user).results_html)
        for name in ("vsoko.survey.response", "vsoko.survey.code", "vsoko.survey.invitation"):
            with self.assertRaises(AccessError):
                self.env[name].with_user(self.users["director"]).search([])

    @mute_logger("odoo.addons.base.models.ir_rule", "odoo.addons.base.models.ir_model")
    def test_managers_of_surveys_read_no_answer_of_ours(self):
        campaign = self.make_campaign()
        self.fill(campaign, self.class_5a, 1, 0, 0, 0, 0)
        manager = make_user(self.env, "survey_manager", "survey.group_survey_manager")
        answers = self.env["survey.user_input"].with_user(manager)
        self.assertFalse(answers.search([("survey_id", "=", campaign.survey_id.id)]))
        lines = self.env["survey.user_input.line"].with_user(manager)
        self.assertFalse(lines.search([("survey_id", "=", campaign.survey_id.id)]))
        answer = self.env["survey.user_input"].search([("survey_id", "=", campaign.survey_id.id)])
        with self.assertRaises(AccessError):
            answer.with_user(manager).read(["state"])

    def test_answers_move_and_odoo_keeps_none(self):
        campaign = self.make_campaign()
        self.fill(campaign, self.class_5a, 6, 0, 1, 4, 1, text="Больше кружков")
        campaign.action_close()
        self.env.invalidate_all()
        survey = campaign.survey_id
        self.assertFalse(self.env["survey.user_input"].search([("survey_id", "=", survey.id)]))
        self.assertFalse(self.env["survey.user_input.line"].search([("survey_id", "=", survey.id)]))
        responses = self.env["vsoko.survey.response"].search(
            [("group_id.campaign_id", "=", campaign.id)]
        )
        self.assertEqual((len(responses), campaign.answered), (6, 6))
        texts = campaign.with_user(self.deputy).text_ids
        self.assertEqual(texts.mapped("text"), ["Больше кружков"] * 6)
        self.assertNotIn("group_id", texts._fields)
        self.assertNotIn("class_id", texts._fields)

    def test_the_order_of_responses_is_not_that_of_answers(self):
        """Of six different answers in a known order the chance of the same order is 1/720."""
        orders = set()
        for _turn in range(4):
            campaign = self.make_campaign()
            codes = self.codes_of(campaign, self.class_5a, 5)
            for place, code in enumerate(codes):
                self.answer(campaign, code, place)
            campaign.action_close()
            self.env.cr.execute(
                "SELECT option.sequence FROM vsoko_survey_response_item answer"
                " JOIN vsoko_survey_option option ON option.id = answer.option_id"
                " JOIN vsoko_survey_item item ON item.id = option.item_id"
                " WHERE item.campaign_id = %s ORDER BY answer.response_id",
                [campaign.id],
            )
            orders.add(tuple(row[0] for row in self.env.cr.fetchall()))
        self.assertNotEqual(orders, {(1, 2, 3, 4, 5)})
        self.assertEqual({tuple(sorted(order)) for order in orders}, {(1, 2, 3, 4, 5)})

    def test_figures_by_hand(self):
        # lessons: answers 4, 4, 3, 1, and two “hard to say”; the second item always 3:
        # of 4 + 6 known answers 3 + 6 are satisfied; points 12 + 18, mean 30/10
        campaign = self.make_campaign()
        for code, first in zip(
            self.codes_of(campaign, self.class_5a, 6), (0, 0, 1, 3, 5, 5), strict=True
        ):
            self.answer(campaign, code, first, 1, 0, 0)
        campaign.action_close()
        topics = self.rows(campaign, "survey_topics")
        names = dict(
            self.env["vsoko.survey.item"]._fields["topic"]._description_selection(self.env)
        )
        share, _low, _high, mean, known, unsure = topics[names["lessons"]]
        self.assertEqual((share, mean, known, unsure), (90, 3, 10, 2))
        # everybody agrees “I am afraid at school”: nobody is satisfied, no points
        share, _low, _high, mean, known, _unsure = topics[names["climate"]]
        self.assertEqual((share, mean, known), (0, 0, 6))
        self.assertEqual(topics[names["safety_culture"]][0], 100)

    def test_small_classes_are_hidden_and_nobody_finds_them_by_subtraction(self):
        """5А has five answers, 5Б four: neither is shown, as 5А gives 5Б away from grade 5."""
        campaign = self.make_campaign()
        for place, code in enumerate(self.codes_of(campaign, self.class_5a, 5)):
            self.answer(campaign, code, place % 2, 3 * (place % 2), 2, place % 2)
        for place, code in enumerate(self.codes_of(campaign, self.class_5b, 4)):
            self.answer(campaign, code, 3 * (place % 2), place % 2, 2, 1 - place % 2)
        campaign.action_close()
        found = self.results(campaign)
        self.assertNotIn("survey_classes", found)
        self.assertIn("survey_topics", found)
        groups = campaign.group_ids
        self.assertEqual(groups[:2].mapped("in_class"), [False] * 2)
        self.assertEqual(groups[:2].mapped("in_school"), [True] * 2)

    def test_too_few_answers_are_shown_to_nobody(self):
        campaign = self.make_campaign()
        self.fill(campaign, self.class_5a, 4, 0, 0, 0, 0, text="Только нам видно")
        campaign.action_close()
        self.assertEqual(list(self.results(campaign)), ["survey_response"])
        self.assertFalse(self.env["vsoko.survey.text"].search([]))
        self.assertEqual(campaign.group_ids.mapped("in_school"), [False] * 3)

    def test_an_empty_class_changes_nothing(self):
        campaigns = [
            self.make_campaign(class_ids=self.class_5a.ids),
            self.make_campaign(class_ids=(self.class_5a | self.class_9a).ids),
        ]
        for campaign in campaigns:
            self.fill(campaign, self.class_5a, 6, 0, 1, 2, 0)
            campaign.action_close()
        first, second = (self.results(campaign) for campaign in campaigns)
        self.assertEqual(first["survey_topics"], second["survey_topics"])
        self.assertEqual(first.get("survey_classes"), second.get("survey_classes"))

    def test_years_are_compared_by_the_same_wording(self):
        earlier = self.env["vsoko.year"].create(
            {"name": "2024/2025", "date_start": "2024-09-01", "date_end": "2025-08-31"}
        )
        old_class = self.env["vsoko.class"].create(
            {"year_id": earlier.id, "grade": 5, "letter": "А"}
        )
        before = self.make_campaign(year_id=earlier.id, class_ids=old_class.ids)
        self.fill(before, old_class, 5, 3, 3, 0, 0)
        before.action_close()
        self.questionnaire.question_ids[0].matrix_row_ids[1].value = "Учитель объясняет ясно"
        campaign = self.make_campaign(class_ids=self.class_5a.ids)
        self.fill(campaign, self.class_5a, 5, 0, 0, 0, 0)
        campaign.action_close()
        changes = {name: row[-1] for name, row in self.rows(campaign, "survey_items").items()}
        self.assertEqual(changes["На уроках интересно"], 100)
        self.assertIsNone(changes["Учитель объясняет ясно"])

    def test_named_and_confidential_campaigns(self):
        named = self.make_campaign(privacy="named", class_ids=self.class_5a.ids)
        ((_group, codes),) = named._issue(named.group_ids)
        pupil = dict(codes)
        self.assertEqual(set(pupil.values()), set(self.pupils_of(self.class_5a).mapped("name")))
        secret = self.make_campaign(privacy="confidential", class_ids=self.class_5a.ids)
        ((_group, other),) = secret._issue(secret.group_ids)
        self.assertFalse(secret._issue(secret.group_ids)[0][1])
        with self.assertRaisesRegex(UserError, "anonymous"):
            self.make_campaign().action_remind()
        parent = self.env["res.partner"].create({"name": "Мать", "email": "mother@example.com"})
        self.pupils_of(self.class_5a)[0].guardian_ids = parent
        before = self.env["mail.mail"].search([])
        self.assertIn("1", secret.action_remind()["params"]["message"])
        letter = self.env["mail.mail"].search([]) - before
        self.assertEqual((letter.recipient_ids, letter.auto_delete), (parent, True))
        self.answer(named, codes[0][0], 0)
        self.answer(secret, other[0][0], 0)
        for campaign, person in ((named, codes[0][1]), (secret, False)):
            campaign.action_close()
            response = self.env["vsoko.survey.response"].search(
                [("group_id.campaign_id", "=", campaign.id)]
            )
            self.assertEqual(response.mapped("person"), [person])
        self.assertFalse(self.env["vsoko.survey.invitation"].search([]))
