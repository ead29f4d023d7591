from markupsafe import Markup

from odoo import api, fields, models
from odoo.tools import groupby

from ....tools.statistics import due
from .vsoko_data_form import OPEN_STATES


class VsokoDataForm(models.Model):
    """Reminding who is to fill in forms: one message a person and day, with all that is due."""

    _inherit = "vsoko.data.form"

    @api.model
    def _remind(self):
        """Write to everybody who has a form whose day of reminding has come."""
        waiting = self.search([("state", "in", OPEN_STATES), ("filler_id.active", "=", True)])
        for person, forms in groupby(waiting, lambda form: form.filler_id):
            near = self.concat(*forms).filtered(lambda form: form._get_last_reminder_day())
            if any(form._is_reminded_today() for form in near):
                near._send_reminder(person)

    def _get_last_reminder_day(self):
        offsets = due.parse_offsets(self.set_id.reminder_offsets)
        return due.last_reminder(self.due_date, offsets, fields.Date.context_today(self))

    def _is_reminded_today(self):
        last = self._get_last_reminder_day()
        return bool(last) and (not self.reminded_on or self.reminded_on < last)

    def _send_reminder(self, person):
        """Send one message that lists these forms to the person who fills them in."""
        forms = self.with_context(lang=person.lang).sorted("due_date")
        lines = Markup().join(Markup("<li>%s</li>") % form._get_reminder_line() for form in forms)
        self.env["mail.thread"].message_notify(
            partner_ids=person.partner_id.ids,
            subject=forms.env._("Statistical forms that wait for you"),
            body=Markup("<ul>%s</ul>") % lines,
        )
        self._store({"reminded_on": fields.Date.context_today(self)})

    def _get_reminder_line(self):
        return self.env._(
            "%(form)s: until %(day)s, filled in %(done)s of %(all)s",
            form=self.display_name,
            day=self.due_date.strftime("%d.%m.%Y"),
            done=self.filled + self.excused,
            all=self.expected,
        )

    def action_remind(self):
        """Remind now, by hand: one message to each person, with the open forms chosen."""
        self.check_access("write")
        waiting = self.filtered(lambda form: form.state in OPEN_STATES and form.filler_id.active)
        waiting._take_turn()
        for person, forms in groupby(waiting, lambda form: form.filler_id):
            self.concat(*forms)._send_reminder(person)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("Reminded: %(count)s", count=len(waiting.filler_id)),
            },
        }
