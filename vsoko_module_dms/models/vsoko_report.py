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
        for report, files in self.sudo()._get_kept_files().items():
            report._get_directory()._add_attachments(files)

    def _get_kept_files(self):
        """Return {report: attachments that were kept when it was locked}, in one query."""
        attachments = self.env["ir.attachment"].search(
            [("res_model", "=", self._name), ("res_id", "in", self.ids), ("res_field", "=", False)],
            order="id",
        )
        # afterwards nobody may attach a file, so the program's is the last of its format
        latest = {(file.res_id, file.name.rpartition(".")[2]): file.id for file in attachments}
        kept = {}
        for report in self:
            ids = [latest[report.id, kind] for kind in MIMETYPES if (report.id, kind) in latest]
            kept[report] = attachments.browse(ids)
        return kept

    def _get_directory(self):
        """Return the directory of the report, made on the way from the root."""
        root = self.env["dms.storage"]._get_vsoko_root(self.company_id)
        year = root._get_vsoko_child(self.year_id.name, self.year_id)
        # one directory for a type, whatever language the director works in
        school = self.with_context(lang=self.company_id.partner_id.lang)
        kind = year._get_vsoko_child(school._get_type_name({"type": self.type}), self.year_id)
        return kind._get_vsoko_child(self.name, self)
