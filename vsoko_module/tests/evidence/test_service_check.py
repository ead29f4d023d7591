from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .survey_case import SurveyCase

# the school of `pure/test_service_quality`
SCHOOL = {
    "ways": 3,
    "comfort": 5,
    "access": 3,
    "services": 5,
    "stand": (10, 14),
    "site": (40, 50),
    "stand_liked": (170, 190),
    "site_liked": (150, 160),
    "comfort_liked": (180, 200),
    "disabled_liked": (8, 10),
    "contact": (190, 200),
    "service": (194, 200),
    "remote": (90, 100),
    "recommend": (188, 200),
    "schedule": (184, 200),
    "general": (190, 200),
}


@tagged("post_install", "-at_install")
class TestServiceCheck(SurveyCase):
    def make(self, **vals):
        values = {"year_id": self.year.id}
        for name, value in (SCHOOL | vals).items():
            if isinstance(value, tuple):
                values |= {f"{name}_part": value[0], f"{name}_whole": value[1]}
            else:
                values[name] = value
        return self.env["vsoko.service.check"].with_user(self.deputy).create(values)

    def test_points_by_hand(self):
        # К1 86.36, К2 95, К3 82, К4 94.8, К5 94.1; their mean 90.45
        check = self.make()
        self.assertAlmostEqual(check.openness_points, 86.36, delta=0.005)
        self.assertAlmostEqual(check.access_points, 82)
        self.assertAlmostEqual(check.total_points, 90.45, delta=0.005)
        self.assertFalse(check.missing)

    def test_no_data_is_said_and_is_no_zero_in_the_mean(self):
        nobody = (0, 0)
        check = self.make(contact=nobody, service=nobody, remote=nobody)
        self.assertIn("4.", check.missing)
        self.assertFalse(check.total_points)

    def test_more_than_all_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "5"):
            self.make(general=(5, 4))

    def test_answers_come_from_the_survey(self):
        questionnaire = self.env.ref("vsoko_module.questionnaire_service")
        campaign = self.make_campaign(
            questionnaire_id=questionnaire.id, class_ids=self.class_5a.ids
        )
        # yes, yes, yes, no, «не пользовался» about the stands: 3 of 4
        for code, place in zip(
            self.codes_of(campaign, self.class_5a, 5), (0, 0, 0, 1, 2), strict=True
        ):
            self.answer(campaign, code, place)
        check = self.make()
        with self.assertRaises(UserError):
            check.action_take_answers()
        campaign.action_close()
        check.campaign_id = campaign
        check.action_take_answers()
        self.assertEqual((check.stand_liked_part, check.stand_liked_whole), (3, 4))
        self.assertEqual((check.site_liked_part, check.site_liked_whole), (150, 160))
