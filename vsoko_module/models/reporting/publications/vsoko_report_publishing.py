from odoo import models


class VsokoReport(models.Model):
    _name = "vsoko.report"
    _inherit = ["vsoko.report", "vsoko.publishing.mixin"]

    def _get_publication_field(self):
        return "report_id"

    def _mark_published(self):
        """Note on approved reports that their figures have been published."""
        # An approved report is locked for everybody by record rules; the director's right to
        # publish was checked by the publication, and only the state changes.
        reports = self.sudo().filtered(lambda report: report.state == "approved")
        reports._store({"state": "published"})
