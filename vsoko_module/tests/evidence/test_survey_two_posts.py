import time

from odoo.exceptions import UserError
from odoo.service.model import retrying
from odoo.tests import tagged
from odoo.tools import SQL

from ..common import make_users
from ..reporting.process_case import ProcessCase
from .survey_case import Surveys

# a year that no other test uses: these tests store their data for other processes to see
YEAR = 2047
# both have used the code by then, and neither has stored it
PAUSE = 0.5


def post(env, say, login, campaign_id, code, answers):
    """Answer as the page does; say ``done`` or the words of the refusal."""
    user = env["res.users"].search([("login", "=", login)])
    page = env(user=user, context={"lang": "ru_RU"})["vsoko.survey.campaign"]

    def accept():
        page._accept(campaign_id, code, answers)
        time.sleep(PAUSE)

    try:
        retrying(accept, env)
        env.cr.commit()  # pylint: disable=invalid-commit
        say("done")
    except UserError as error:
        env.cr.rollback()
        say(str(error))


@tagged("post_install", "-at_install")
class TestTwoPosts(Surveys, ProcessCase):
    """Two posts of one code at the same moment are one answer; two codes are two."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.logins = [f"deputy_{YEAR}", f"parent_{YEAR}"]
        roles = (["administration"], ["family"])
        made = make_users(cls.env, dict(zip(cls.logins, roles, strict=True)))
        cls.people = cls.env["res.users"].union(*made.values())
        cls.users = {"administration": cls.people[0], "family": cls.people[1]}
        cls.year = cls.env["vsoko.year"].create(
            {
                "name": f"{YEAR}/{YEAR + 1}",
                "date_start": f"{YEAR}-09-01",
                "date_end": f"{YEAR + 1}-08-31",
            }
        )
        cls.prepare_surveys()
        cls.campaign = cls.make_campaign(audience="partners")
        cls.store()

    @classmethod
    def _remove(cls):
        """Take away what these tests have stored, past the locks of an open campaign."""
        cls.cr.rollback()
        cls.env.invalidate_all()
        surveys = cls.campaign.questionnaire_id | cls.campaign.sudo().survey_id
        for records in (
            cls.env["survey.user_input"].search([("survey_id", "in", surveys.ids)]),
            cls.campaign,
            surveys,
            cls.year.period_ids,
            cls.year,
        ):
            cls.cr.execute(
                SQL(
                    "DELETE FROM %s WHERE id = ANY(%s)",
                    SQL.identifier(records._table),
                    list(records.ids),
                )
            )
        cls.env.invalidate_all()
        cls.people.unlink()
        cls.store()

    def post_at_once(self, *codes):
        self.store()
        answers = self.answers_of(self.campaign, 0, 0, 0, 0)
        workers = [
            self.start(post, self.logins[1], self.campaign.id, code, answers) for code in codes
        ]
        for worker in workers:
            worker.go()
        said = sorted(worker.answer() for worker in workers)
        self.refresh()
        return said

    def count_answers(self):
        survey = self.campaign.sudo().survey_id
        return self.env["survey.user_input"].search_count([("survey_id", "=", survey.id)])

    def test_one_code_is_one_answer(self):
        before = self.count_answers()
        (code,) = self.codes_of(self.campaign, count=1)
        done, refused = self.post_at_once(code, code)
        self.assertEqual(done, "done")
        self.assertIn("уже использован", refused)
        self.assertEqual(self.count_answers(), before + 1)
        self.assertEqual(self.campaign.group_ids.used, before + 1)

    def test_two_codes_are_two_answers(self):
        before = self.count_answers()
        self.assertEqual(
            self.post_at_once(*self.codes_of(self.campaign, count=2)), ["done", "done"]
        )
        self.assertEqual(self.count_answers(), before + 2)
