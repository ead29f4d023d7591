from odoo import api, fields, models


class VsokoAssessmentType(models.Model):
    _inherit = "vsoko.assessment.type"

    criterion_name = fields.Char(compute="_compute_criterion_name")

    @api.depends("criterion_code")
    @api.depends_context("company")
    def _compute_criterion_name(self):
        """Name the criterion by the system of indicators in force; without one the code remains."""
        framework = self.env["vsoko.framework"]._get_in_force(
            fields.Date.context_today(self), self.env.company
        )
        names = {criterion.code: criterion.name for criterion in framework.criterion_ids}
        for one in self:
            one.criterion_name = names.get(one.criterion_code, one.criterion_code)
