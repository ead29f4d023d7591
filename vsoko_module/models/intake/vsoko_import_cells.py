import base64
import hashlib

from odoo import fields, models

from ...tools import readers
from .vsoko_import import NOT_KEPT

# cells of a larger file are not kept: there are few such files, and each is opened again
KEPT_BYTES = 16 * 1024 * 1024


class VsokoImport(models.Model):
    """The cells of a file: it is opened once and they are kept until they are loaded.

    What the cells mean and what loading them would do is found anew by each step, from the present
    settings and facts.
    """

    _inherit = "vsoko.import"

    cells = fields.Binary(
        attachment=True,
        readonly=True,
        copy=False,
        groups=fields.NO_ACCESS,
    )
    # the checksum of the attachment that was opened, whoever has changed it since
    cells_of = fields.Char(readonly=True, copy=False, groups=fields.NO_ACCESS)

    def init(self):
        super().init()
        # another program may read the same file otherwise
        self.env.cr.execute("UPDATE vsoko_import SET cells_of = NULL WHERE cells_of IS NOT NULL")

    def _get_sheets(self):
        """The ``Sheet``s of the file; raise ``readers.Refused``."""
        self.ensure_one()
        checksum = self._get_checksum()
        # the caller reads the import, the cells are those of its file
        kept = self.sudo().with_context(bin_size=False)
        if kept.cells and kept.cells_of == checksum:
            return readers.load_sheets(base64.b64decode(kept.cells))
        content = self._get_content()
        sheets = readers.read_sheets_apart(content)
        if self.state != "loaded":
            digest = hashlib.sha256(content).hexdigest()
            self._store({"file_hash": digest} | _prepare_cells(sheets, checksum))
        return sheets

    def _get_checksum(self):
        """The checksum that Odoo keeps of the file, without reading it."""
        # the caller reads the import, so the file is open to him
        files = self.env["ir.attachment"].sudo()
        own = [("res_model", "=", self._name), ("res_field", "=", "file"), ("res_id", "=", self.id)]
        return files.search(own, limit=1).checksum


def _prepare_cells(sheets, checksum):
    content = readers.dump_sheets(sheets)
    if len(content) > KEPT_BYTES:
        return NOT_KEPT
    return {"cells": base64.b64encode(content), "cells_of": checksum}
