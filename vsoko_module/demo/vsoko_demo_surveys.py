from datetime import timedelta

from odoo import fields, models
from odoo.tools import SQL

from ..tools.demo.surveys import ANSWERED_NOW, ASKED_NOW, SURVEYS, WORDS, replies


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_surveys(self, school, years, classes, users):
        """Hold the surveys of both years: closed, with the answers of most people."""
        for survey in SURVEYS:
            chosen = self._choose_asked(survey, school, classes)
            campaign = self._open_survey(survey, years[survey.year], chosen, users["deputy"])
            self._store_replies(survey, campaign)
            campaign.action_close()

    def _ask_now(self, school, year, classes, users):
        """Open surveys that wait for families and staff today; a few have answered."""
        today = fields.Date.context_today(self)
        for survey in ASKED_NOW:
            now = survey._replace(
                date_start=today - timedelta(days=5), date_end=today + timedelta(days=9)
            )
            chosen = self._choose_asked(now, school, classes)
            campaign = self._open_survey(now, year, chosen, users["deputy"])
            group = campaign.group_ids[:1]
            people = replies(now, 0, group.expected, self._prepare_items(campaign))
            codes = campaign._make_codes(group, ANSWERED_NOW)
            for code, answers in zip(codes, people, strict=False):
                campaign._accept(campaign.id, code, dict(answers))

    def _choose_asked(self, survey, school, classes):
        return [
            record.id
            for record, one in zip(classes, school.classes, strict=True)
            if one.year == survey.year and one.grade in survey.grades
        ]

    def _open_survey(self, survey, year, chosen, deputy):
        questionnaire = self.env.ref(f"vsoko_module.questionnaire_{survey.questionnaire}")
        campaign = (
            self.env["vsoko.survey.campaign"]
            .with_user(deputy)
            .create(
                {
                    "name": survey.name,
                    "questionnaire_id": questionnaire.id,
                    "audience": questionnaire.vsoko_audience,
                    "year_id": year.id,
                    "class_ids": chosen,
                    "date_start": survey.date_start,
                    "date_end": survey.date_end,
                }
            )
        )
        campaign.action_open()
        return campaign

    def _store_replies(self, survey, campaign):
        """Insert the answers as the closing leaves them: shuffled, without codes beside them."""
        items = self._prepare_items(campaign)
        rows = []
        for place, group in enumerate(campaign.group_ids):
            people = replies(survey, place, group.expected, items)
            campaign._make_codes(group, group.expected)
            self._use_codes(group, len(people))
            inserted = self.env.cr.execute_values(
                "INSERT INTO vsoko_survey_response (group_id) VALUES %s RETURNING id",
                [(group.id,) for _person in people],
                fetch=True,
            )
            for (response,), answers in zip(inserted, people, strict=True):
                rows += [(response, *answer) for answer in answers]
        self.env.cr.execute_values(
            "INSERT INTO vsoko_survey_response_item (response_id, item_id, option_id) VALUES %s",
            rows,
            page_size=2000,
        )
        self._store_words(campaign)

    def _prepare_items(self, campaign):
        return [
            (item.id, [(o.id, None if o.is_unsure else o.points) for o in item.option_ids])
            for item in campaign.item_ids
            if item.kind == "choice"
        ]

    def _use_codes(self, group, count):
        self.env.cr.execute(
            SQL(
                """UPDATE vsoko_survey_code SET used = TRUE WHERE id IN (
                    SELECT id FROM vsoko_survey_code WHERE group_id = %s ORDER BY hash LIMIT %s)""",
                group.id,
                count,
            )
        )
        group.invalidate_recordset()

    def _store_words(self, campaign):
        asked = campaign.item_ids.filtered(lambda item: item.kind == "text")[:1]
        if asked and campaign.audience == "parents":
            # Words come to their table by the closing alone; nobody has closed this campaign.
            self.env["vsoko.survey.text"].sudo().create(
                [{"item_id": asked.id, "text": words} for words in WORDS]
            )
