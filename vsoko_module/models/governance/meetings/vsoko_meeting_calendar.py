from datetime import timedelta

from markupsafe import Markup

from odoo import fields, models

from ..bodies.vsoko_body_mine_mixin import STAFF


class VsokoMeeting(models.Model):
    """Invitations go by Odoo's calendar, with the agenda."""

    _inherit = "vsoko.meeting"

    event_id = fields.Many2one(
        "calendar.event",
        string="In the calendar",
        readonly=True,
        copy=False,
        ondelete="set null",
        groups=STAFF,
    )

    def write(self, vals):
        result = super().write(vals)
        if {"date_start", "hours", "place"} & vals.keys():
            for meeting in self.filtered("event_id"):
                # The event was made by the program for this meeting.
                meeting.event_id.sudo().write(meeting._prepare_event_times())
        return result

    def _put_into_calendar(self):
        """Make the event, by which the calendar invites everybody who has an address."""
        # Contacts of parents are closed to most employees, and each of these is a member.
        meeting = self.sudo()
        members = meeting.attendance_ids.member_id
        partners = members.partner_id | members.user_id.partner_id
        event = meeting.env["calendar.event"].create(
            {
                "name": self.display_name,
                "description": self._get_agenda_html(),
                "partner_ids": partners.ids,
                "user_id": self.env.uid,
                # of a commission nobody else hears
                "privacy": "private" if self.kind == "temporary" else "public",
                **self._prepare_event_times(),
            }
        )
        self._store({"event_id": event.id})

    def _prepare_event_times(self):
        return {
            "start": self.date_start,
            "stop": self.date_start + timedelta(hours=self.hours or 1),
            "location": self.place,
        }

    def _get_agenda_html(self):
        lines = [
            Markup("<li>%s</li>") % f"{item.name} ({item.speaker})" if item.speaker
            else Markup("<li>%s</li>") % item.name
            for item in self.item_ids
        ]  # fmt: skip
        return Markup("<p>%s</p><ol>%s</ol>") % (self.env._("Agenda"), Markup("").join(lines))

    def _take_out_of_calendar(self, subject, reason):
        """Take the event away and tell whoever was invited; the calendar tells nobody."""
        # As above; everybody who is told was invited.
        event = self.event_id.sudo()
        invited = event.partner_ids
        self._store({"event_id": False})
        event.unlink()
        if invited:
            event.env["mail.thread"].message_notify(
                partner_ids=invited.ids, subject=subject, body=reason
            )
