from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

# answers leave Odoo's tables in an order that chance gives; neither ids nor transactions of the
# new rows say anything of the old ones
_MOVE = """
    WITH shuffled AS MATERIALIZED (
        SELECT mixed.id, mixed.group_id, mixed.person,
               nextval('vsoko_survey_response_id_seq') AS response_id
          FROM (SELECT id, vsoko_group_id AS group_id, nickname AS person
                  FROM survey_user_input
                 WHERE survey_id = %(survey)s AND state = 'done' AND vsoko_group_id IS NOT NULL
                 ORDER BY random()) mixed
    ), responses AS (
        INSERT INTO vsoko_survey_response (id, group_id, person)
        SELECT response_id, group_id, person FROM shuffled ORDER BY random()
    ), texts AS (
        INSERT INTO vsoko_survey_text (item_id, campaign_id, company_id, text)
        SELECT item.id, item.campaign_id, item.company_id,
               COALESCE(line.value_text_box, line.value_char_box)
          FROM survey_user_input_line line
          JOIN shuffled ON shuffled.id = line.user_input_id
          JOIN vsoko_survey_item item
            ON item.campaign_id = %(campaign)s AND item.question_id = line.question_id
         WHERE item.kind = 'text' AND %(texts)s
         ORDER BY item.id, random()
    )
    INSERT INTO vsoko_survey_response_item (response_id, item_id, option_id)
    SELECT shuffled.response_id, item.id, option.id
      FROM survey_user_input_line line
      JOIN shuffled ON shuffled.id = line.user_input_id
      JOIN vsoko_survey_item item
        ON item.campaign_id = %(campaign)s AND item.question_id = line.question_id
       AND item.row_id IS NOT DISTINCT FROM line.matrix_row_id
      JOIN vsoko_survey_option option
        ON option.item_id = item.id
       AND CASE WHEN line.answer_type = 'scale' THEN option.scale_value = line.value_scale
                ELSE option.answer_id = line.suggested_answer_id END
     WHERE item.kind = 'choice'
     ORDER BY random()
"""


class VsokoSurveyCampaign(models.Model):
    """Closing: answers are shuffled out of Odoo's tables and these are emptied."""

    _inherit = "vsoko.survey.campaign"

    def action_close(self):
        """Stop collecting; from now on there are figures, and no answer leads to anybody."""
        for campaign in self:
            campaign.check_access("write")
            campaign._take_turn()
            if campaign.state != "open":
                raise UserError(self.env._("Only an open campaign is closed."))
            campaign._close()
        return self._toast(self.env._("Answers are taken no more"))

    def action_publish(self):
        """Say that the results were announced to those who were asked."""
        for campaign in self:
            campaign.check_access("write")
            campaign._take_turn()
            if campaign.state != "closed":
                raise UserError(self.env._("Results are announced after the closing."))
            campaign._store({"state": "published"})
        return self._toast(self.env._("Noted: the results are announced"))

    def _close(self):
        self._take_time()
        self.env.flush_all()
        enough = self.answered >= self.min_group
        self.env.cr.execute(
            SQL(
                _MOVE,
                survey=self.survey_id.id,
                campaign=self.id,
                # words of a few are read by nobody, not even without names
                texts=enough,
            )
        )
        self._delete_answers()
        self.env.invalidate_all()
        self._store({"state": "closed"})
        self._find_shown()

    def _delete_answers(self):
        """Empty Odoo's tables of this campaign, and what said whose codes they were."""
        for statement in (
            "DELETE FROM survey_user_input_line WHERE survey_id = %s",
            "DELETE FROM survey_user_input WHERE survey_id = %s",
        ):
            self.env.cr.execute(SQL(statement, self.survey_id.id))
        self.env.cr.execute(
            SQL(
                """DELETE FROM vsoko_survey_invitation WHERE code_id IN (
                    SELECT code.id FROM vsoko_survey_code code
                      JOIN vsoko_survey_group own ON own.id = code.group_id
                     WHERE own.campaign_id = %s)""",
                self.id,
            )
        )
