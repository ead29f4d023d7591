from odoo import api, fields, models
from odoo.exceptions import UserError


class VsokoMeetingCorrection(models.Model):
    """What was wrong in signed minutes: an entry of its own beside them, never changed."""

    _name = "vsoko.meeting.correction"
    _inherit = ["vsoko.body.mine.mixin"]
    _description = "Correction of minutes"
    _order = "id"
    # it is written because the minutes are locked
    _follows_lock = False

    meeting_id = fields.Many2one("vsoko.meeting", required=True, index=True, ondelete="cascade")
    body_id = fields.Many2one(
        related="meeting_id.body_id", string="Council or commission", store=True, index=True
    )
    company_id = fields.Many2one(related="meeting_id.company_id", store=True, index=True)
    name = fields.Text(string="Correction", required=True, help="What stands there, what is right")

    @api.model_create_multi
    def create(self, vals_list):
        corrections = super().create(vals_list)
        if any(one.meeting_id.state != "signed" for one in corrections):
            raise UserError(self.env._("The minutes are not signed yet: correct them themselves."))
        return corrections
