from odoo import api, models
from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tools import SQL


class IrAttachment(models.Model):
    """A kept file of a whole report is closed to whoever may not read all of its sections.

    Such a reader gets another file, made from the same frozen figures (`_get_file`).
    """

    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        files = super().create(vals_list)
        files._check_no_enclosures()
        return files

    def write(self, vals):
        self._check_no_enclosures()
        result = super().write(vals)
        self._check_no_enclosures()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_enclosures(self):
        self._check_no_enclosures()

    def _check_no_enclosures(self):
        """Pictures and files of a report come by its sections, which look what is in them."""
        # Only whose file it is is asked.
        if not self.env.su and "vsoko.report.enclosure" in self.sudo().mapped("res_model"):
            raise AccessError(
                self.env._("Pictures and files of a report are changed in its sections.")
            )

    def _search(self, domain, *args, bypass_access=False, **kwargs):
        if not self.env.su and not bypass_access:
            domain = Domain(domain) & self._get_open_reports_domain()
        return super()._search(domain, *args, bypass_access=bypass_access, **kwargs)

    def _check_access(self, operation):
        result = super()._check_access(operation)
        closed = self._get_closed_reports()
        if not closed:
            return result
        refused = result[0] if result else self.browse()
        return refused | closed, self._get_closed_error

    def _check_reports_open(self):
        if self._get_closed_reports():
            raise self._get_closed_error()

    def _get_closed_error(self):
        return AccessError(
            self.env._(
                "This file has sections of the report that are closed to you. Open the report:"
                " its own buttons make a file of what you may read."
            )
        )

    def _get_raw_access_token(self):
        """No link that opens a file of a report to whoever reads the discussion of the report."""
        # Only whether it is a file of a report is asked.
        if self.sudo().res_model == "vsoko.report":
            return ""
        return super()._get_raw_access_token()

    def _get_open_reports_domain(self):
        Report = self.env["vsoko.report"]
        if not Report.has_access("read"):
            # the files of reports are closed to such a user anyway
            return Domain.TRUE
        return Domain.custom(
            to_sql=lambda _model, alias, _query: SQL(
                "%s NOT IN (%s)", SQL.identifier(alias, "id"), Report._get_closed_files_sql()
            )
        )

    def _get_closed_reports(self):
        """Return which of these files have sections of reports that the user may not read."""
        if self.env.su or not self.env["vsoko.report"].has_access("read"):
            return self.browse()
        # Only whether they are files of reports is asked.
        files = self.sudo().filtered(lambda file: file.res_model == "vsoko.report").sudo(False)
        if not files:
            return files
        found = self.env.execute_query(
            SQL(
                "SELECT id FROM ir_attachment WHERE id IN %s AND id IN (%s)",
                tuple(files.ids),
                self.env["vsoko.report"]._get_closed_files_sql(),
            )
        )
        return self.browse(file_id for (file_id,) in found)
