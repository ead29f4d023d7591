from datetime import datetime, time

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ....tools.surveys import codes

# what Odoo would note of an answer: who follows it, who changed it
_QUIET = {
    "tracking_disable": True,
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "mail_notrack": True,
}
MOST_LETTERS = 2000


class UnknownCode(UserError):
    """No such code: whoever tries many of them is stopped."""


class VsokoSurveyCampaign(models.Model):
    """Accepting an answer: the code is used and the answer stored in one transaction.

    The answer is made in the environment of the public user's own id, so that Odoo's columns of
    authors name the public user even when a parent has logged in. Times are those of the first
    day of the campaign.
    """

    _inherit = "vsoko.survey.campaign"

    @api.model
    def _get_page(self, campaign_id):
        """Return what the page of a campaign shows, None when there is no open one.

        :return: dict ``id``, ``name``, ``school``, ``privacy``, ``audience``, ``min_group``,
            ``sections``: [{``name``, ``items``: [dict of an item with ``options``]}]
        """
        # The page is open for everybody who has its address; it holds questions alone.
        campaign = self.sudo().search([("id", "=", campaign_id)])
        if not campaign._is_collecting():
            return None
        sections = {}
        for item in campaign.item_ids:
            sections.setdefault(item.page or "", []).append(item._prepare_page())
        return {
            "id": campaign.id,
            "name": campaign.name,
            "school": campaign.company_id.name,
            "privacy": campaign.privacy,
            "audience": campaign.audience,
            "min_group": campaign.min_group,
            "count": len(campaign.item_ids),
            "sections": [{"name": name, "items": items} for name, items in sections.items()],
        }

    def _is_collecting(self):
        """Whether answers are accepted today."""
        today = fields.Date.context_today(self)
        return bool(self and self.state == "open" and self.date_start <= today <= self.date_end)

    @api.model
    def _accept(self, campaign_id, code, answers):
        """Store the answers of the person who holds the code; raise UserError when it is not good.

        :param str code: as it was typed
        :param answers: ``{id of an item: id of an option, or text}``; what is left out was not
            answered
        """
        # The code is the right to answer; nobody else's record is touched.
        campaign = self.sudo().with_context(**_QUIET).search([("id", "=", campaign_id)])
        self._share(campaign)
        if not campaign._is_collecting():
            raise UserError(self.env._("The survey does not accept answers now."))
        known = campaign._check_answers(answers)
        group_id, code_id = campaign._use_code(code)
        campaign._store_answer(group_id, code_id, known)

    def _share(self, campaign):
        """Let any number of answers through at once, and none beside the closing."""
        self.env.cr.execute(
            SQL(
                "SELECT id FROM vsoko_survey_campaign WHERE id = %s FOR SHARE",
                campaign.id or None,
            )
        )
        campaign.invalidate_recordset()

    def _use_code(self, code):
        """Mark the code as used; return (group, code); raise UserError when it is not good."""
        digest = codes.digest(self.salt, codes.typed(code))
        groups = list(self.group_ids.ids)
        self.env.cr.execute(
            SQL(
                """UPDATE vsoko_survey_code SET used = TRUE
                    WHERE hash = %s AND group_id = ANY(%s) AND NOT used
                RETURNING group_id, id""",
                digest,
                groups,
            )
        )
        found = self.env.cr.fetchone()
        if found:
            return found
        used = self.env["vsoko.survey.code"].search_count(
            [("hash", "=", digest), ("group_id", "in", groups)], limit=1
        )
        if used:
            raise UserError(self.env._("This code has been used already: one code, one answer."))
        raise UnknownCode(
            self.env._("There is no such code in this survey. Look at the sheet once more.")
        )

    def _check_answers(self, answers):
        """Return ``[(item, option or text)]``; raise UserError for what is missing or foreign."""
        known, missing = [], []
        for place, item in enumerate(self.item_ids, 1):
            given = item._read_answer(answers.get(item.id))
            if given:
                known.append((item, given))
            elif item.is_required:
                missing.append(str(place))
        if missing:
            raise UserError(
                self.env._(
                    "Please answer the questions with these numbers too: %(numbers)s.",
                    numbers=", ".join(missing),
                )
            )
        if not known:
            raise UserError(self.env._("No question is answered yet."))
        return known

    def _store_answer(self, group_id, code_id, answers):
        """Make Odoo's answer as the public user, with nothing that says whose or when."""
        public = self.env.ref("base.public_user")
        day = datetime.combine(self.date_start, time())
        # The uid is that of the public user: with superuser rights alone `create_uid` would be
        # the login of the parent.
        stranger = self.with_user(public).sudo()
        answer = stranger.env["survey.user_input"].create(
            {
                "survey_id": self.survey_id.id,
                "vsoko_group_id": group_id,
                "state": "done",
                "start_datetime": day,
                "end_datetime": day,
                "nickname": self._get_person(code_id) if self.privacy == "named" else False,
            }
        )
        lines = stranger.env["survey.user_input.line"].create(
            [item._prepare_line(answer, given) for item, given in answers]
        )
        # whoever flushes what Odoo computes of an answer would be its last author
        self.env.flush_all()
        for rows in (answer, lines):
            self.env.cr.execute(
                SQL(
                    """UPDATE %(table)s SET create_uid = %(uid)s, write_uid = %(uid)s,
                              create_date = %(day)s, write_date = %(day)s
                        WHERE id = ANY(%(ids)s)""",
                    table=SQL.identifier(rows._table),
                    uid=public.id,
                    day=day,
                    ids=list(rows.ids),
                )
            )
        self.env.invalidate_all(flush=False)

    def _get_person(self, code_id):
        invitation = self.env["vsoko.survey.invitation"].search([("code_id", "=", code_id)])
        return (invitation.student_id or invitation.teacher_id).name


class VsokoSurveyItem(models.Model):
    _inherit = "vsoko.survey.item"

    def _prepare_page(self):
        self.ensure_one()
        return {
            "id": self.id,
            "number": self.sequence,
            "lead": self.lead or "",
            "name": self.name,
            "kind": self.kind,
            "required": self.is_required,
            "options": [{"id": option.id, "name": option.name} for option in self.option_ids],
        }

    def _read_answer(self, given):
        """Return the option or the text that was given; empty when there is none of this item."""
        self.ensure_one()
        if self.kind == "text":
            return str(given or "").replace("\x00", "").strip()[:MOST_LETTERS]
        return self.option_ids.filtered(lambda option: option.id == given)

    def _prepare_line(self, answer, given):
        values = {"user_input_id": answer.id, "question_id": self.question_id.id}
        if self.kind == "text":
            kind = self.question_id.question_type
            return values | {"answer_type": kind, f"value_{kind}": given}
        if self.question_id.question_type == "scale":
            return values | {"answer_type": "scale", "value_scale": given.scale_value}
        return values | {
            "answer_type": "suggestion",
            "suggested_answer_id": given.answer_id.id,
            "matrix_row_id": self.row_id.id,
        }
