from odoo import models


class VsokoClass(models.Model):
    _inherit = "vsoko.class"

    def action_make_report(self):
        """Open the report about this class."""
        return self.env["vsoko.report"]._open_about("class_results", self)
