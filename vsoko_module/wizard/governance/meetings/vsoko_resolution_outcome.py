from odoo import fields, models


class VsokoResolutionOutcome(models.TransientModel):
    """What became of a resolution: done, or cancelled and why."""

    _name = "vsoko.resolution.outcome"
    _description = "Outcome of a resolution"

    resolution_id = fields.Many2one("vsoko.resolution", required=True, ondelete="cascade")
    state = fields.Selection([("done", "Done"), ("cancelled", "Revoked")], required=True)
    outcome = fields.Text(string="What was done, or why not", required=True)

    def action_close(self):
        """Keep the outcome."""
        self.ensure_one()
        self.resolution_id._close(self.state, self.outcome)
        return self.resolution_id._toast(self.env._("The outcome is noted"))
