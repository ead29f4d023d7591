from odoo import models


class VsokoTeacher(models.Model):
    _inherit = "vsoko.teacher"

    def action_make_report(self):
        """Open the report about the lessons of this teacher."""
        return self.env["vsoko.report"]._open_about("teacher_results", self)
