from datetime import datetime
from typing import NamedTuple

import pytz
from markupsafe import Markup

from odoo import api, fields, models
from odoo.tools import groupby

# nobody gets the letter of the day before this hour of the own morning
MORNING = 7


class DigestPart(NamedTuple):
    """What one heading of the letter of a person lists.

    ``lines`` are texts or Markup; ``wakes`` is whether there is a letter because of it, or it only
    goes along with what others have to say; ``records`` are those that are listed.
    """

    user: models.BaseModel
    heading: str
    lines: list
    wakes: bool
    records: models.BaseModel


class VsokoDigest(models.AbstractModel):
    """The letter of the day: one for each person, with all that waits for this person.

    Rooms add their parts by `_collect`. What is listed is what waits at that moment, so a day on
    which the server stood still is made up by the next letter. A day has one letter at most, by
    the clock of the person, and nobody gets an empty one.
    """

    _name = "vsoko.digest"
    _description = "Letter of the day"

    @api.model
    def _cron_send(self):
        self._take_time()
        days = self._get_days()
        for user in self._send(self._collect(days)):
            # The day of the letter is the program's own note on the user.
            user.sudo().vsoko_digest_date = days[user]

    def _get_days(self):
        """Return {user: today of the user} of those whose morning has come and who have had no
        letter of this day."""
        now = pytz.utc.localize(fields.Datetime.now())
        days = {}
        for user in self.env.ref("vsoko_module.group_user").all_user_ids:
            local = now.astimezone(pytz.timezone(self._get_zone(user)))
            if user.active and local.hour >= MORNING and self._is_new(user, local):
                days[user] = local.date()
        return days

    def _get_zone(self, user):
        return user.tz or user.company_id.resource_calendar_id.tz or "UTC"

    def _is_new(self, user, local: datetime):
        return not user.vsoko_digest_date or user.vsoko_digest_date < local.date()

    @api.model
    def _collect(self, days):
        """Return the parts of the letters of these people; each room adds its own.

        :param days: {user: today of the user}
        """
        return []

    @api.model
    def _send(self, parts):
        """Write to everybody for whom something is a reason to write; return these users."""
        letters = {
            user: own
            for user, own in groupby(parts, lambda part: part.user)
            if any(part.wakes for part in own)
        }
        for user, own in letters.items():
            self._send_letter(user, own)
        return list(letters)

    @api.model
    def _send_letter(self, user, parts):
        """Send one letter with these parts."""
        writer = self.with_context(lang=user.lang)
        body = Markup().join(
            Markup("<p><b>%s</b></p><ul>%s</ul>")
            % (part.heading, Markup().join(Markup("<li>%s</li>") % line for line in part.lines))
            for part in parts
        )
        writer.env["mail.thread"].message_notify(
            partner_ids=user.partner_id.ids,
            subject=writer.env._("What waits for you"),
            body=body,
        )
        for part in parts:
            part.records._after_digest()


class Base(models.AbstractModel):
    _inherit = "base"

    def _after_digest(self):
        """Called when the letter of the day has listed these records."""
