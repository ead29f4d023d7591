from markupsafe import Markup

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import groupby

from ...school.vsoko_digest import DigestPart


class VsokoDigest(models.AbstractModel):
    """The letter of the day says which lists of pupils wait to be confirmed."""

    _inherit = "vsoko.digest"

    @api.model
    def _collect(self, days):
        return super()._collect(days) + self.env["vsoko.rating.roster"]._get_digest(days)


class VsokoRatingRoster(models.Model):
    _inherit = "vsoko.rating.roster"

    @api.model
    def _get_digest(self, days):
        """Return the parts of the letters of these people.

        :param days: {user: today of the user}
        """
        waiting = self.search(
            Domain("teacher_id.user_id", "in", [user.id for user in days])
            & Domain("confirmed_date", "=", False)
            & Domain("rating_id.state", "in", ("draft", "computed"))
            & Domain("rating_id.rosters_date", "=", False)
        )
        parts = []
        for user, found in groupby(waiting, lambda roster: roster.teacher_id.user_id):
            lists = self.concat(*found).with_context(lang=user.lang)
            heading = lists.env._("Lists of pupils for a rating: confirm or correct")
            lines = [
                Markup('<a href="/odoo/vsoko-rating-lists">%s: %s</a>')
                % (rating.name, "; ".join(own.mapped("display_name")))
                for rating, own in lists.grouped("rating_id").items()
            ]
            parts.append(DigestPart(user, heading, lines, True, lists))
        return parts
