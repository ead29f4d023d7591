from odoo import api, fields, models
from odoo.exceptions import ValidationError


class VsokoRating(models.Model):
    """A rating that a council has discussed names the question of its minutes."""

    _inherit = "vsoko.rating"

    discussed_item_id = fields.Many2one(
        "vsoko.meeting.item",
        string="Question of the minutes",
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        groups="vsoko_module.group_administration",
        domain="[('meeting_state', '=', 'signed'), ('company_id', '=', company_id)]",
        help="Of signed minutes; a school that keeps its minutes elsewhere writes them in words",
    )
    discussion = fields.Char(compute="_compute_discussion", store=True, readonly=False)

    @api.depends("discussed_item_id")
    def _compute_discussion(self):
        for rating in self:
            item = rating.discussed_item_id
            rating.discussion = item._get_discussion() if item else rating.discussion

    @api.constrains("discussed_item_id")
    def _check_discussed_item(self):
        for rating in self.filtered("discussed_item_id"):
            if rating.discussed_item_id.meeting_state != "signed":
                raise ValidationError(
                    self.env._("A rating has been discussed by what stands in signed minutes.")
                )


class VsokoMeetingItem(models.Model):
    _inherit = "vsoko.meeting.item"

    def _get_discussion(self):
        """Return in words where the question stands."""
        return self.env._(
            "%(meeting)s, question %(place)s",
            meeting=self.meeting_id.display_name,
            place=self.place,
        )
