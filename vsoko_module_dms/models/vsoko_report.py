from odoo import models

from odoo.addons.vsoko_module.models.reporting.reports.vsoko_report_files import MIMETYPES


class VsokoReport(models.Model):
    """Files of locked reports in directories: school year, type, report."""

    _inherit = "vsoko.report"

    def _keep_files(self):
        super()._keep_files()
        self._file_documents()

    def _file_documents(self):
        """Show the kept files in the document management system; what is there stays as it is."""
        # The callers have locked the reports after checking the right; nobody may write into
        # these directories by hand, and who reads them is decided by the rules of the reports.
        for report in self.sudo():
            kept = self.env["ir.attachment"].union(*map(report._get_kept_file, MIMETYPES))
            report._get_directory()._add_attachments(kept)

    def _get_directory(self):
        """Return the directory of the report, made on the way from the root."""
        root = self.env["dms.storage"]._get_vsoko_root(self.company_id)
        year = root._get_vsoko_child(self.year_id.name, self.year_id)
        # one directory for a type, whatever language the director works in
        school = self.with_context(lang=self.company_id.partner_id.lang)
        kind = year._get_vsoko_child(dict(school._selection_type())[self.type], self.year_id)
        return kind._get_vsoko_child(self.name, self)
