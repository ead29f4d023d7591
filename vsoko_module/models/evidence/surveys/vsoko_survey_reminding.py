from markupsafe import Markup

from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Command


class VsokoSurveyCampaign(models.Model):
    """Reminding those who have a code and have not used it; nobody is told who they are."""

    _inherit = "vsoko.survey.campaign"

    def action_remind(self):
        """Send a letter to each of them who has an address, and say only how many letters."""
        self.ensure_one()
        self.check_access("write")
        self._take_turn()
        if self.state != "open" or self.privacy == "anonymous":
            raise UserError(
                self.env._(
                    "Only an open campaign that is not anonymous can remind: in an anonymous one"
                    " nobody knows who has answered."
                )
            )
        letters = self._queue_reminders()
        return self._toast(self.env._("Letters queued"), letters)

    def _queue_reminders(self):
        # Whose codes are not used is known to the program alone; a letter names nobody else.
        invitations = self.env["vsoko.survey.invitation"].sudo()
        waiting = invitations.search(
            [("code_id.group_id.campaign_id", "=", self.id), ("code_id.used", "=", False)]
        )
        partners = waiting.mapped(self._get_partner_path()).filtered("email")
        subject = self.env._("Please answer: %(name)s", name=self.name)
        body = self.env._(
            "The survey “%(name)s” is open until %(day)s. Please answer by the code on your sheet."
            " If the sheet is lost, ask the school for another one.",
            name=self.name,
            day=self.date_end.strftime("%d.%m.%Y"),
        )
        # The queue of letters belongs to the server.
        self.env["mail.mail"].sudo().create(
            [
                {
                    "subject": subject,
                    "body_html": Markup("<p>%s</p>") % body,
                    "recipient_ids": [Command.set(partner.ids)],
                    "auto_delete": True,
                }
                for partner in partners
            ]
        )
        return len(partners)

    def _get_partner_path(self):
        """Return the path from an invitation to whom the letter goes."""
        paths = {"parents": "student_id.guardian_ids", "pupils": "student_id.partner_id"}
        return paths.get(self.audience, "teacher_id.user_id.partner_id")
