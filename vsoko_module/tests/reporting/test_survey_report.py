from odoo.exceptions import UserError
from odoo.tests import tagged

from ..evidence.survey_case import SurveyCase


@tagged("post_install", "-at_install")
class TestSurveyReport(SurveyCase):
    def test_the_report_freezes_the_results(self):
        campaign = self.make_campaign(class_ids=self.class_5a.ids)
        # four of five parents find the lessons interesting: 80 %
        for code, place in zip(
            self.codes_of(campaign, self.class_5a, 5), (0, 0, 1, 1, 4), strict=True
        ):
            self.answer(campaign, code, place, 0, 4, 0, text="Больше кружков")
        with self.assertRaises(UserError):
            campaign.action_make_report()
        campaign.action_close()
        report = self.env["vsoko.report"].browse(campaign.action_make_report()["res_id"])
        given = report.with_user(self.deputy).figures["given"]
        items = {row[0]: row[1] for row in given["survey_items"]["rows"]}
        self.assertEqual(items["На уроках интересно"], 80)
        self.assertEqual(given["survey_response"]["rows"][0][:3], ["5А", 6, 5])
        self.assertNotIn("Больше кружков", str(report.figures))
        again = campaign.action_make_report()
        self.assertEqual(again["res_id"], report.id)
        self.assertTrue(report.is_impersonal)

    def test_the_report_is_printed(self):
        campaign = self.make_campaign(class_ids=self.class_5a.ids)
        self.fill(campaign, self.class_5a, 5, 0, 1, 2, 0)
        campaign.action_close()
        report = self.env["vsoko.report"].browse(campaign.action_make_report()["res_id"])
        page = str(report.section_ids.mapped("figures_html"))
        self.assertIn("На уроках интересно", page)
        self.assertIn("data:image/svg", page)
