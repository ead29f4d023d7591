from odoo import api, fields, models

from ..bodies.vsoko_body_mine_mixin import STAFF

# held, but nobody has signed what was said
UNSIGNED = ("held", "minutes_draft")


class VsokoBody(models.Model):
    """The meetings of a body, against the fewest that its charter asks for."""

    _inherit = "vsoko.body"

    meeting_ids = fields.One2many("vsoko.meeting", "body_id", string="Meetings", groups=STAFF)
    meeting_count = fields.Integer(
        string="Held this year", compute="_compute_meetings", groups=STAFF
    )
    meeting_text = fields.Char(
        string="Meetings this year",
        compute="_compute_meetings",
        groups=STAFF,
        help="With signed minutes, of the fewest that the charter asks for in a school year",
    )

    @api.depends("meeting_ids.state", "meeting_ids.year_id", "meetings_min")
    def _compute_meetings(self):
        # How often a body has met is no secret to whoever knows the body.
        meetings = self.env["vsoko.meeting"].sudo()
        counts = {
            (body, state): count
            for body, state, count in meetings._read_group(
                [("body_id", "in", self.ids), ("year_id.state", "=", "current")],
                ["body_id", "state"],
                ["__count"],
            )
        }
        for body in self:
            signed = counts.get((body._origin, "signed"), 0)
            unsigned = sum(counts.get((body._origin, state), 0) for state in UNSIGNED)
            body.meeting_count = signed + unsigned
            body.meeting_text = body._get_meeting_text(signed, unsigned)

    def _get_meeting_text(self, signed, unsigned):
        """Return «3 of 4», with the meetings that have no signed minutes yet beside it."""
        text = str(signed)
        if self.meetings_min:
            text = self.env._("%(held)s of %(least)s", held=signed, least=self.meetings_min)
        if not unsigned:
            return text
        return self.env._("%(text)s; minutes to be signed: %(count)s", text=text, count=unsigned)

    def action_open_meetings(self):
        """Open the meetings of the body."""
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_meeting_action",
            self.name,
            domain=[("body_id", "=", self.id)],
            context={"default_body_id": self.id},
        )
