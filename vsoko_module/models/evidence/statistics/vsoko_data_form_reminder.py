from odoo import api, fields, models
from odoo.tools import groupby

from ....tools.statistics import due
from ...school.vsoko_digest import DigestPart
from .vsoko_data_form import OPEN_STATES


class VsokoDataForm(models.Model):
    """Reminding who is to fill in forms: a part of the letter of the day, and by hand."""

    _inherit = "vsoko.data.form"

    @api.model
    def _get_digest(self, days):
        """Return the parts of the letters of these people; a form is a reason to write on its days
        of reminding and goes along with what else waits in the days between.

        :param days: {user: today of the user}
        """
        people = [user.id for user in days]
        waiting = self.search([("state", "in", OPEN_STATES), ("filler_id", "in", people)])
        parts = []
        for person, forms in groupby(waiting, lambda form: form.filler_id):
            day = days[person]
            near = self.concat(*forms).filtered(
                lambda form, day=day: form._get_last_reminder_day(day)
            )
            if near:
                wakes = any(form._is_reminded_on(day) for form in near)
                parts.append(near._get_part(person, wakes))
        return parts

    def _get_last_reminder_day(self, day):
        offsets = due.parse_offsets(self.set_id.reminder_offsets)
        return due.last_reminder(self.due_date, offsets, day)

    def _is_reminded_on(self, day):
        last = self._get_last_reminder_day(day)
        return bool(last) and (not self.reminded_on or self.reminded_on < last)

    def _get_part(self, person, wakes):
        """Return what a letter to the person who fills in says of these forms."""
        forms = self.with_context(lang=person.lang).sorted("due_date")
        lines = [form._get_reminder_line() for form in forms]
        return DigestPart(person, forms.env._("Statistical forms to fill in"), lines, wakes, forms)

    def _after_digest(self):
        super()._after_digest()
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
        self.env["vsoko.digest"]._send(
            [
                self.concat(*forms)._get_part(person, wakes=True)
                for person, forms in groupby(waiting, lambda form: form.filler_id)
            ]
        )
        return self._toast(self.env._("Reminded"), len(waiting.filler_id))


class VsokoDigest(models.AbstractModel):
    _inherit = "vsoko.digest"

    @api.model
    def _collect(self, days):
        return super()._collect(days) + self.env["vsoko.data.form"]._get_digest(days)
