from odoo import models


class VsokoStudent(models.Model):
    _inherit = "vsoko.student"

    def action_make_report(self):
        """Open the report about this pupil, for the parents."""
        return self.env["vsoko.report"]._open_about("pupil_results", self)
