from odoo import models


class VsokoSubject(models.Model):
    _inherit = "vsoko.subject"

    def action_make_report(self):
        """Open the report about this subject."""
        return self.env["vsoko.report"]._open_about("subject_results", self)
