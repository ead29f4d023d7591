from odoo import api, models
from odoo.fields import Domain

MOST_RESOLUTIONS = 8


class VsokoPortalReader(models.Model):
    """What is new for a member of the governing council; read with the rights of the reader."""

    _inherit = "vsoko.portal.reader"

    @api.model
    def _get_council_news(self, since, publications):
        """Return [{"name", "what", "url"}] of what has come since a moment.

        :param publications: those that the reader may see
        """
        return [
            *self._get_new_publications(since, publications),
            *self._get_new_meetings(since),
            *self._get_new_resolutions(since),
            *self._get_new_answers(since),
        ]

    def _get_new_publications(self, since, publications):
        # Only whether it came after the moment is asked of what readers do not see.
        new = publications.filtered(lambda one: one.sudo().approved_date > since)
        return [
            {
                "name": publication.name,
                "what": self.env._("published"),
                "url": f"/my/vsoko/publication/{publication.id}",
            }
            for publication in new
        ]

    def _get_new_meetings(self, since):
        if not self.env["vsoko.meeting"].has_access("read"):
            return []
        called = Domain("state", "=", "invited") & Domain("invited_date", ">", since)
        signed = Domain("state", "=", "signed") & Domain("signed_date", ">", since)
        own = self._get_of_councils()
        words = {"invited": self.env._("a meeting is called"), "signed": self.env._("minutes")}
        return [
            {
                "name": meeting.display_name,
                "what": words[meeting.state],
                "url": f"/my/vsoko/meeting/{meeting.id}",
            }
            for meeting in self.env["vsoko.meeting"].search(own & (called | signed))
        ]

    def _get_new_resolutions(self, since):
        if not self.env["vsoko.resolution"].has_access("read"):
            return []
        done = Domain("state", "=", "done") & Domain("done_date", ">=", since.date())
        return [
            {
                "name": resolution.display_name,
                "what": self.env._("done"),
                "url": f"/my/vsoko/meeting/{resolution.meeting_id.id}",
            }
            for resolution in self.env["vsoko.resolution"].search(self._get_of_councils() & done)
        ]

    def _get_new_answers(self, since):
        if not self.env["vsoko.request"].has_access("read"):
            return []
        answered = Domain("answered_on", ">=", since.date()) & Domain(
            "author_id", "=", self.env.uid
        )
        return [
            {
                "name": request.name,
                "what": self.env._("the school has answered"),
                "url": "/my/vsoko/requests",
            }
            for request in self.env["vsoko.request"].search(answered)
        ]

    @api.model
    def _get_council_resolutions(self):
        """Return what the own councils decided last, the newest meeting first."""
        resolutions = self.env["vsoko.resolution"]
        if not resolutions.has_access("read"):
            return resolutions
        decided = self._get_of_councils() & Domain("state", "!=", "draft")
        return resolutions.search(decided, limit=MOST_RESOLUTIONS)

    def _get_of_councils(self):
        """The condition of what is of the governing councils in which the reader sits today."""
        councils = Domain("is_mine", "=", True) & Domain("kind", "=", "governing")
        return Domain("body_id", "in", self.env["vsoko.body"].search(councils).ids)
