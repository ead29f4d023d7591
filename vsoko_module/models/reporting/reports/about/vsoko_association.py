from odoo import models


class VsokoAssociation(models.Model):
    _inherit = "vsoko.association"

    def action_make_report(self):
        """Open the report about the subjects of this association."""
        return self.env["vsoko.report"]._open_about("association_results", self)
