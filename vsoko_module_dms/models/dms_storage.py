from odoo import api, fields, models

# the official name of the system, the same in every language
ROOT = "ВСОКО"


class DmsStorage(models.Model):
    """The storage of a school: its files are the attachments of the reports, nothing is copied."""

    _inherit = "dms.storage"

    is_vsoko = fields.Boolean(readonly=True, copy=False)

    @api.model
    def _get_vsoko_root(self, company):
        """Return the root directory of the reports of a school; make it the first time.

        Access to everything under it is that to the records its directories belong to.
        """
        storage = self.search([("is_vsoko", "=", True), ("company_id", "=", company.id)], limit=1)
        if storage:
            return storage.root_directory_ids
        storage = self.create(
            {
                "name": f"{ROOT}: {company.name}",
                "company_id": company.id,
                "save_type": "attachment",
                "inherit_access_from_parent_record": True,
                "is_vsoko": True,
            }
        )
        return self.env["dms.directory"].create(
            {
                "name": ROOT,
                "is_root_directory": True,
                "storage_id": storage.id,
                "res_model": "vsoko.report",
                "model_id": self.env["ir.model"]._get_id("vsoko.report"),
            }
        )

    def _remove_vsoko(self):
        """Take the directories of these storages away and leave the attachments."""
        # dms deletes the attachment of a file, too, unless this key tells it not to
        self.root_directory_ids.with_context(dms_file=True).unlink()
        self.unlink()
