import datetime
import logging
from unittest.mock import patch

from werkzeug.serving import WSGIRequestHandler

from odoo.fields import Domain
from odoo.tests import HttpCase, tagged
from odoo.tools import SQL

from odoo.addons.vsoko_module.controllers import vsoko_survey

from .survey_case import SurveyCase

# Odoo's own notes that somebody was here, without a word of what he did
PRESENCE = {"res_users_log", "res_device_log", "res_device", "mail_presence", "bus_presence"}


@tagged("post_install", "-at_install")
class TestSurveyAnonymity(SurveyCase, HttpCase):
    """A parent who has logged in answers by the page; then the whole database is searched."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.parent = cls.users["family"]
        cls.env.flush_all()

    def setUp(self):
        super().setUp()
        # what is kept in memory for one test is not there for the next
        vsoko_survey.WRONG_CODES._failed.clear()

    def post(self, campaign, code, *places, text=""):
        given = self.answers_of(campaign, *places)
        names = {f"item_{item}": str(option) for item, option in given.items()}
        if text:
            names[f"text_{campaign.item_ids[-1].id}"] = text
        page = self.url_open(f"/vsoko/s/{campaign.id}")
        self.assertEqual(page.status_code, 200)
        self.assertNotIn(code, page.text)
        token = page.text.partition('name="csrf_token" value="')[2].partition('"')[0]
        return self.url_open(
            f"/vsoko/s/{campaign.id}/answer", data={"csrf_token": token, "code": code, **names}
        )

    def dump(self):
        """{table: {number of the row: text of the row}} of the whole database."""
        self.env.flush_all()
        self.env.cr.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
        )
        found = {}
        for (table,) in self.env.cr.fetchall():
            self.env.cr.execute(
                SQL("SELECT ctid::text, row_to_json(t)::text FROM %s t", SQL.identifier(table))
            )
            found[table] = dict(self.env.cr.fetchall())
        return found

    def test_no_row_and_no_line_of_the_log_names_the_parent(self):
        campaign = self.make_campaign(class_ids=self.class_5a.ids)
        codes = self.codes_of(campaign, self.class_5a, 6)
        self.authenticate(self.parent.login, self.parent.login)
        self.url_open("/my")
        before = self.dump()
        told = []
        with (
            patch.object(
                WSGIRequestHandler, "log", lambda _own, _kind, text, *args: told.append(text % args)
            ),
            patch.object(
                logging.Logger, "handle", lambda _own, record: told.append(record.getMessage())
            ),
        ):
            answer = self.post(campaign, codes[0], 0, 1, 2, 0, text="Слово в слово")
        self.assertIn("o_vsoko_survey_thanks", answer.text)
        self.assertNotIn(codes[0], answer.text)
        self.assert_nothing_names_the_parent(before)
        told = "\n".join(told)
        self.assertIn(f"POST /vsoko/s/{campaign.id}/answer", told)
        for trace in (codes[0], codes[0].lower(), "Слово в слово"):
            self.assertNotIn(trace, told)

        answers = self.env["survey.user_input"].search([("survey_id", "=", campaign.survey_id.id)])
        public = self.env.ref("base.public_user")
        self.assertEqual(answers.create_uid | answers.write_uid, public)
        lines = answers.user_input_line_ids
        self.assertEqual((lines.create_uid | lines.write_uid), public)
        self.assertEqual(len(lines), 5)
        self.assertFalse(answers.partner_id or answers.email or answers.nickname)
        self.assertFalse(answers.message_ids or answers.message_follower_ids)
        day = datetime.datetime.combine(campaign.date_start, datetime.time())
        for rows in (answers, lines):
            self.assertEqual(set(rows.mapped("create_date") + rows.mapped("write_date")), {day})

        for code in codes[1:]:
            self.answer(campaign, code, 0, 1, 2, 0)
        campaign.action_close()
        self.env.invalidate_all()
        self.assert_nothing_names_the_parent(before)
        self.assertNotIn(codes[0], str(self.dump()))

    def assert_nothing_names_the_parent(self, before):
        """No row that is new or changed holds the id, the login, the e-mail or the partner."""
        user, partner = self.parent.id, self.parent.partner_id.id
        traces = [self.parent.login, self.parent.email]
        ids = [
            f'"{name}":{number}'
            for name, number in (
                ("user_id", user),
                ("create_uid", user),
                ("write_uid", user),
                ("partner_id", partner),
                ("author_id", partner),
            )
        ]
        for table, rows in self.dump().items():
            known = set(before.get(table, {}).values())
            for row in set(rows.values()) - known:
                if table in PRESENCE:
                    continue
                for trace in (*traces, *ids):
                    self.assertNotIn(trace, row.replace(": ", ":"), table)

    def test_after_the_closing_no_ids_times_or_transactions_lead_back(self):
        campaign = self.make_campaign(class_ids=self.class_5a.ids)
        for place, code in enumerate(self.codes_of(campaign, self.class_5a, 5)):
            self.answer(campaign, code, place)
        self.env.flush_all()
        old = self.env["survey.user_input"].search([("survey_id", "=", campaign.survey_id.id)])
        traces = {*old.mapped("access_token")}
        campaign.action_close()
        self.env.invalidate_all()
        tables = self.dump()
        for table in ("response", "response_item", "text", "code"):
            columns = {
                name
                for (name,) in self.env.execute_query(
                    SQL(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = %s",
                        f"vsoko_survey_{table}",
                    )
                )
            }
            self.assertFalse(columns & {"create_date", "write_date", "create_uid", "write_uid"})
        self.assertFalse(
            self.env["survey.user_input"].search(Domain("survey_id", "=", campaign.survey_id.id))
        )
        everything = str(tables)
        for trace in traces:
            self.assertNotIn(trace, everything)
        # all rows of the responses come from the one transaction of the closing
        self.env.cr.execute(
            "SELECT count(DISTINCT response.xmin::text) FROM vsoko_survey_response response"
            " JOIN vsoko_survey_group own ON own.id = response.group_id"
            " WHERE own.campaign_id = %s",
            [campaign.id],
        )
        self.assertEqual(self.env.cr.fetchone()[0], 1)

    def test_odoos_own_pages_do_not_know_the_survey(self):
        campaign = self.make_campaign(class_ids=self.class_5a.ids)
        token = campaign.survey_id.access_token
        self.authenticate("admin", "admin")
        for address in (
            f"/survey/start/{token}",
            f"/survey/print/{token}",
            f"/survey/test/{token}",
        ):
            page = self.url_open(address)
            self.assertNotIn("На уроках интересно", page.text, address)
        self.assertFalse(
            self.env["survey.user_input"].search([("survey_id", "=", campaign.survey_id.id)])
        )
        results = self.url_open(f"/survey/results/{campaign.survey_id.id}")
        self.assertEqual(results.status_code, 404)

    def test_many_wrong_codes_are_stopped(self):
        campaign = self.make_campaign(class_ids=self.class_5a.ids)
        code = self.codes_of(campaign, self.class_5a, 1)[0]
        texts = [self.post(campaign, "ABCDEFGH", 0).text for _turn in range(41)]
        self.assertIn("vsoko_code", texts[0])
        stopped = self.post(campaign, code, 0)
        self.assertNotIn("o_vsoko_survey_thanks", stopped.text)
        self.assertEqual(campaign.answered, 0)
