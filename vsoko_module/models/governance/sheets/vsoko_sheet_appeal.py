from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ....tools.sheets.naming import find_name


class VsokoSheet(models.Model):
    """Who disagrees with the points appeals in time; the commission answers in minutes."""

    _inherit = "vsoko.sheet"

    appeal_text = fields.Text(string="Appeal", readonly=True, copy=False)
    appealed_at = fields.Datetime(string="Appealed on", readonly=True, copy=False)
    appeal_answer = fields.Text(string="Answer of the commission", readonly=True, copy=False)
    answer_meeting_id = fields.Many2one(
        "vsoko.meeting",
        string="Minutes of the answer",
        index="btree_not_null",
        ondelete="restrict",
        copy=False,
        domain="[('body_id', '=', commission_id)]",
    )

    def action_open_appeal(self):
        return self._open_saying("appeal", self.env._("Appeal"))

    def action_open_answer(self):
        return self._open_saying("answer", self.env._("Answer of the commission"))

    def _appeal(self, text):
        """Open the points for the commission once more."""
        self._check_own()
        self._check_state("acquainted")
        text = self._get_reason(text)
        for sheet in self:
            sheet._check_nameless(text)
        today = fields.Date.context_today(self)
        for sheet in self:
            if sheet.appeal_until < today:
                raise UserError(
                    self.env._(
                        "“%(name)s”: an appeal was possible until %(day)s.",
                        name=sheet.display_name,
                        day=format_date(self.env, sheet.appeal_until),
                    )
                )
        self._store(
            {
                "state": "appealed",
                "appeal_text": text,
                "appealed_at": fields.Datetime.now(),
                "appeal_answer": False,
                "answer_meeting_id": False,
            }
        )

    def _answer(self, text):
        """Answer in minutes; points that have changed are shown anew, with days to appeal."""
        self._check_keeper()
        self._check_state("appealed")
        text = self._get_reason(text)
        for sheet in self:
            sheet._check_minutes(sheet.answer_meeting_id)
            if sheet.answer_meeting_id.date_start.date() < sheet.appealed_at.date():
                raise UserError(
                    self.env._(
                        "“%(name)s”: the meeting was before the appeal. Name the one that has heard"
                        " it.",
                        name=sheet.display_name,
                    )
                )
            sheet._store({"appeal_answer": text})
            if sheet._has_changed_since_shown():
                sheet._show()
            else:
                minutes = sheet.answer_meeting_id.display_name
                sheet._store({"state": "final", "minutes_text": minutes})

    def _check_nameless(self, text):
        """Raise UserError when a text tells a commission that reads by number whose sheet it is."""
        # Only asked whether the text has the surname.
        sheet = self.sudo()
        found = sheet.is_numbered and find_name(text, sheet.teacher_id.name)
        if found:
            raise UserError(
                self.env._(
                    "The commission reads by number: write without the name (“%(found)s”).",
                    found=found,
                )
            )

    def _has_changed_since_shown(self):
        return not all(self.line_ids.change_ids.mapped("is_shown"))
