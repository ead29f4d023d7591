import base64
import builtins
import errno
import os
from unittest.mock import patch

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import SchoolCase

CONTENT = b"what nobody has stored before: the test of a full disk"


def _full(number):
    """Return an `open` that makes a file and has no room for its content, as a full disk does."""
    plain = builtins.open

    def opening(path, mode="r", *args, **kwargs):
        if "w" not in mode or "filestore" not in str(path):
            return plain(path, mode, *args, **kwargs)
        plain(path, mode, *args, **kwargs).close()
        raise OSError(number, os.strerror(number), path)

    return patch("builtins.open", opening)


@tagged("post_install", "-at_install")
class TestFullDisk(SchoolCase):
    """A file that the server cannot write is told in words, and leaves nothing behind."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context=dict(cls.env.context, lang="ru_RU"))
        cls.deputy = cls.users["administration"]

    def get_path(self, content=CONTENT):
        attachments = self.env["ir.attachment"]
        checksum = attachments._compute_checksum(content)
        return attachments._full_path(f"{checksum[:2]}/{checksum}")

    def upload(self):
        uploads = self.env["vsoko.import"].with_user(self.deputy)
        return uploads.create({"name": "a.xlsx", "file": base64.b64encode(CONTENT)})

    @mute_logger("odoo.addons.base.models.ir_attachment")
    def test_an_upload_is_refused_in_words(self):
        for number in (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS):
            with self.subTest(errno.errorcode[number]):
                with _full(number), self.assertRaisesRegex(UserError, "диск"):
                    self.upload()
                self.assertFalse(os.path.exists(self.get_path()))

    @mute_logger("odoo.addons.base.models.ir_attachment")
    def test_a_folder_that_cannot_be_made(self):
        refusal = patch("os.makedirs", side_effect=PermissionError(errno.EACCES, "no"))
        absent = patch("os.path.isdir", return_value=False)
        with refusal, absent, self.assertRaisesRegex(UserError, "администратор"):
            self.upload()

    def test_what_an_earlier_full_disk_left_is_no_other_file(self):
        path = self.get_path()
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as half:
            half.write(CONTENT[:5])
        os.utime(path, (0, 0))
        self.assertEqual(base64.b64decode(self.upload().file), CONTENT)

    @mute_logger("odoo.addons.base.models.ir_attachment")
    def test_a_report_is_not_approved_without_its_files(self):
        self.add_marks({(pupil, self.math): 4 for pupil in self.students}, self.q1)
        self.q1.action_calculate()
        report = self.env["vsoko.report"].create(
            {"type": "period_results", "period_id": self.q1.id}
        )
        report.action_accept_drafts()
        with _full(errno.ENOSPC), self.assertRaisesRegex(UserError, "диск"):
            report._as_seen().with_user(self.users["director"]).action_approve()
