import contextlib
import errno
import time
from pathlib import Path

from psycopg2.errors import DiskFull

from odoo import api, models
from odoo.exceptions import UserError
from odoo.http import request

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
# a file that somebody else is writing at this moment is whole before that
_WRITING_SECONDS = 60


class IrAttachment(models.Model):
    """Files that the server cannot write: told in words, and nothing is left half-written."""

    _inherit = "ir.attachment"

    @api.model
    def _file_write(self, bin_value, checksum):
        try:
            return super()._file_write(bin_value, checksum)
        except OSError as error:
            self._remove_half_written(bin_value, checksum, 0)
            raise UserError(_get_storage_text(self.env)) from error

    @api.model
    def _get_path(self, bin_data, sha):
        # what a full disk once left under this name would be told as a file of another content
        self._remove_half_written(bin_data, sha, _WRITING_SECONDS)
        try:
            return super()._get_path(bin_data, sha)
        except OSError as error:
            raise UserError(_get_storage_text(self.env)) from error

    def _remove_half_written(self, content, sha, seconds):
        """Remove the file of this content that is shorter than it and older than that."""
        path = Path(self._full_path(f"{sha[:2]}/{sha}"))
        with contextlib.suppress(OSError):
            known = path.stat()
            if known.st_size < len(content) and known.st_mtime <= time.time() - seconds:
                path.unlink()


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _handle_error(cls, exception):
        """Where the database or a file of the system has no room either, the same words."""
        if isinstance(exception, DiskFull) or getattr(exception, "errno", None) in _NO_ROOM:
            exception = UserError(_get_storage_text(request.env))
        return super()._handle_error(exception)


def _get_storage_text(env):
    return env._(
        "The server could not write the file: its disk is full, or its folder of files is closed"
        " for writing. Nothing was stored. Tell the administrator of the server, and repeat this"
        " when there is room again."
    )
