from odoo import api, models

from ....tools.reports.file_names import file_name
from ....tools.reports.report_set import archive
from .vsoko_report_set_line import FORMAT


class VsokoReportSet(models.Model):
    """The queue of all sets, worked off line by line, and the archive of a set."""

    _inherit = "vsoko.report.set"

    @api.model
    def _cron_make(self):
        """Make what waits; each report is committed by itself."""
        self._take_time()
        waiting = self.env["vsoko.report.set.line"].search([("state", "=", "waiting")], order="id")
        self.env["ir.cron"]._commit_progress(remaining=len(waiting))
        for line in waiting:
            if line._take():
                line._make()
            if not self.env["ir.cron"]._commit_progress(1):
                break

    def _get_archive(self):
        """Return (name, bytes) of the files that the user may read, and the list of the set."""
        self.ensure_one()
        self._take_time()
        types = dict(self.line_ids._fields["type"]._description_selection(self.env))
        readable = self.line_ids.report_id._filtered_access("read")
        files, said = [], []
        for line in self.line_ids:
            kind = types[line.type]
            if line.report_id in readable:
                files += [(kind, *file) for file in line.report_id._get_archived_files(FORMAT)]
            said.append(" · ".join(filter(None, [kind, line.name, line._tell()])))
        parts = [self.env._("VSOKO"), self.env._("All reports"), self.period_id.display_name]
        contents = self.env._("Contents of the set"), said
        return file_name(parts, "zip"), archive(files, *contents)
