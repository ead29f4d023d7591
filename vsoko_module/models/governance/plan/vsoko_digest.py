from datetime import timedelta

from markupsafe import Markup

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import format_date, groupby

from ...school.vsoko_digest import DigestPart
from .vsoko_plan_line import OPEN_STATES

AHEAD = timedelta(days=7)


class VsokoDigest(models.AbstractModel):
    """The plan says every day what has come due and what comes within a week."""

    _inherit = "vsoko.digest"

    @api.model
    def _collect(self, days):
        return super()._collect(days) + self.env["vsoko.plan.line"]._get_digest(days)


class VsokoPlanLine(models.Model):
    _inherit = "vsoko.plan.line"

    @api.model
    def _get_digest(self, days):
        """Return the parts of the letters of these people.

        :param days: {user: today of the user}
        """
        if not days:
            return []
        waiting = self.search(
            Domain("plan_state", "=", "approved")
            & Domain("state", "in", OPEN_STATES)
            & Domain("responsible_id", "in", [user.id for user in days])
            & Domain("date", "<=", max(days.values()) + AHEAD)
        )
        parts = []
        for person, found in groupby(waiting, lambda line: line.responsible_id):
            lines, day = self.concat(*found).with_context(lang=person.lang), days[person]
            due = lines.filtered(lambda line, day=day: line.date <= day)
            coming = lines.filtered(lambda line, day=day: day < line.date <= day + AHEAD)
            env = lines.env
            for heading, listed in (
                (env._("Plan: came due"), due),
                (env._("Plan: in the next seven days"), coming),
            ):
                if listed:
                    texts = [line._get_digest_line() for line in listed]
                    parts.append(DigestPart(person, heading, texts, True, listed))
        return parts

    def _get_digest_line(self):
        return Markup('%s — <a href="/odoo/vsoko-plan/%s">%s</a>%s') % (
            format_date(self.env, self.date),
            self.id,
            self.name,
            f" ({self.who})" if self.who else "",
        )
