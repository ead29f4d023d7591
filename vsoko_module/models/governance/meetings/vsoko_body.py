from odoo import fields, models

from ..bodies.vsoko_body_mine_mixin import STAFF


class VsokoBody(models.Model):
    """The meetings of a body, against the fewest that its charter asks for."""

    _inherit = "vsoko.body"

    meeting_ids = fields.One2many("vsoko.meeting", "body_id", string="Meetings", groups=STAFF)
    meeting_count = fields.Integer(
        string="Meetings this year", compute="_compute_meeting_count", groups=STAFF
    )

    def _compute_meeting_count(self):
        held = self.env["vsoko.meeting"]._read_group(
            [
                ("body_id", "in", self.ids),
                ("year_id.state", "=", "current"),
                ("state", "in", ("held", "minutes_draft", "signed")),
            ],
            ["body_id"],
            ["__count"],
        )
        counts = dict(held)
        for body in self:
            body.meeting_count = counts.get(body, 0)

    def action_open_meetings(self):
        """Open the meetings of the body."""
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_meeting_action",
            self.name,
            domain=[("body_id", "=", self.id)],
            context={"default_body_id": self.id},
        )
