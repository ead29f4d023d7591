from odoo import fields, models


class VsokoAssessmentReopen(models.TransientModel):
    """Asks for the reason before a closed assessment is opened again."""

    _name = "vsoko.assessment.reopen"
    _description = "Reopen an assessment"

    assessment_id = fields.Many2one("vsoko.assessment", required=True, ondelete="cascade")
    reason = fields.Text(required=True)

    def action_reopen(self):
        self.ensure_one()
        self.assessment_id._reopen(self.reason)
        return self.assessment_id._toast(self.env._("Opened for changes"))
