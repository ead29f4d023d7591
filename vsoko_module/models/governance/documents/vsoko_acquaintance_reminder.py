from datetime import timedelta

from markupsafe import Markup

from odoo import api, fields, models
from odoo.tools import groupby

# who has not read it is reminded as often
AGAIN = timedelta(days=7)


class VsokoDocument(models.Model):
    _inherit = "vsoko.document"

    @api.model
    def _cron_remind(self):
        """Ask also those to read who have come since, and remind who has not read yet."""
        result = super()._cron_remind()
        self.search([("status", "in", ["in_force", "waiting"])])._ask_readers()
        self.env["vsoko.acquaintance"]._remind()
        return result


class VsokoAcquaintance(models.Model):
    """Reminding who is to read something: one message a person and day, with all that waits."""

    _inherit = "vsoko.acquaintance"

    @api.model
    def _remind(self):
        waiting = self.search(
            [
                ("read_at", "=", False),
                ("user_id.active", "=", True),
                ("document_id.status", "in", ["in_force", "waiting"]),
            ]
        )
        due = fields.Date.context_today(self) - AGAIN
        for person, lines in groupby(waiting, lambda line: line.user_id):
            if any(not line.reminded_on or line.reminded_on <= due for line in lines):
                self.concat(*lines)._send_reminder(person)

    def _send_reminder(self, person):
        """Send one message that lists what the person has not read."""
        lines = self.with_context(lang=person.lang)
        names = lines.document_id.mapped("display_name")
        listed = Markup().join(Markup("<li>%s</li>") % name for name in names)
        self.env["mail.thread"].message_notify(
            partner_ids=person.partner_id.ids,
            subject=lines.env._("Documents that you are to read"),
            body=Markup("<ul>%s</ul>") % listed,
        )
        # The day is kept by the program, whoever presses the button.
        self.sudo().write({"reminded_on": fields.Date.context_today(self)})
