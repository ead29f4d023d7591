from odoo import api, models
from odoo.fields import Domain

from odoo.addons.dms.tools.file import unique_name

# a name of a file system holds 255 bytes, a Russian letter takes two
MAX_NAME = 100


class DmsDirectory(models.Model):
    _inherit = "dms.directory"

    def _get_vsoko_child(self, name, record):
        """Return the subdirectory that belongs to a record; make it the first time.

        :param name: its name; a report goes by its record, so that its own name may repeat
        """
        self.ensure_one()
        own = Domain("parent_id", "=", self.id) & Domain("res_model", "=", record._name)
        own &= Domain("res_id", "=", record.id)
        name = name.replace("/", "-")[:MAX_NAME].strip()
        if record._name != "vsoko.report":
            own &= Domain("name", "=", name)
        return self.search(own, limit=1) or self.create(
            {
                "name": unique_name(name, self.child_directory_ids.mapped("name")),
                "parent_id": self.id,
                "res_model": record._name,
                "res_id": record.id,
                "model_id": self.env["ir.model"]._get_id(record._name),
            }
        )

    @api.model
    def _get_domain_by_inheritance(self, operation):
        return self._close_vsoko(super()._get_domain_by_inheritance(operation), operation)

    @api.model
    def _close_vsoko(self, domain, operation):
        """Directories of reports are read only: the program alone fills them."""
        if operation == "read" or self.env.su:
            return domain
        return Domain(domain) & Domain("storage_id.is_vsoko", "=", False)

    def check_access_token(self, access_token=False):
        """A link with a token would give the report to anybody: it opens nothing of ours."""
        # A bearer of a token has no rights yet; the answer can only close what it would open.
        if self.sudo().storage_id.is_vsoko:
            return False
        return super().check_access_token(access_token)

    def _add_attachments(self, attachments):
        """Show attachments as files of the directory, each once."""
        self.ensure_one()
        for file in attachments - self.file_ids.attachment_id:
            self.env["dms.file"].create(
                {
                    "name": unique_name(file.name, self.file_ids.mapped("name"), True),
                    "directory_id": self.id,
                    "attachment_id": file.id,
                    "size": file.file_size,
                    "checksum": file.checksum,
                }
            )
