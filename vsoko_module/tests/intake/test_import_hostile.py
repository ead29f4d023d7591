import base64
import io
import zipfile
from unittest.mock import patch

from odoo.exceptions import UserError
from odoo.tests import tagged

from ...tools import apart
from ..common import SchoolCase
from .common import ImportCase

TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
# as the server opens files: in a process of its own
apart_again = patch.object(apart, "call", apart.call)


def swelling_book():
    """A book of less than a kilobyte whose cells would take seven gigabytes."""
    rows = (
        '<table:table-row table:number-rows-repeated="90000"><table:table-cell'
        ' office:value-type="string" table:number-columns-repeated="40">'
        f"<text:p>{'я' * 1000}</text:p></table:table-cell></table:table-row>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{OFFICE}" xmlns:table="{TABLE}"'
            f' xmlns:text="{TEXT}"><office:body><office:spreadsheet><table:table table:name="S">'
            f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return target.getvalue()


@tagged("post_install", "-at_install")
class TestHostileImport(ImportCase):
    """A file that would end the server ends a process of its own and is refused in words."""

    @apart_again
    def test_a_swelling_book_is_refused_and_the_next_file_is_read(self):
        record = self.env["vsoko.import"].create(
            {"name": "list.ods", "file": base64.b64encode(swelling_book())}
        )
        record.action_check()
        self.assertEqual(record.state, "failed")
        self.assertIn("memory", record.issue_ids.message)
        record = self.upload("base/contingent.xlsx")
        record.action_check()
        self.assertEqual(record.state, "checked")
        self.assertGreater(record.count_new, 200)

    @apart_again
    def test_columns_and_remarks_of_such_a_file(self):
        record = self.env["vsoko.import"].create(
            {"name": "list.ods", "file": base64.b64encode(swelling_book())}
        )
        record.action_check()
        with self.assertRaises(UserError):
            record._get_shown_sheets()
        self.assertTrue(record._get_remarks_file().startswith(b"PK"))


@tagged("post_install", "-at_install")
class TestHostileSheet(SchoolCase):
    def test_a_sheet_of_a_work_is_small_and_read_for_those_who_may_enter_results(self):
        work = self.env["vsoko.assessment"].create(
            {
                "type_id": self.env.ref("vsoko_module.assessment_type_initial").id,
                "subject_id": self.math.id,
                "class_ids": self.class_5a.ids,
                "date": "2025-09-15",
            }
        )
        large = base64.b64encode(b"0" * (2 * 1024 * 1024 + 10)).decode()
        with self.assertRaisesRegex(UserError, "2 MB"):
            work.with_user(self.users["teacher"]).read_sheet_file("a.ods", large)
        small = base64.b64encode(swelling_book()).decode()
        with apart_again, self.assertRaisesRegex(UserError, "memory"):
            work.with_user(self.users["teacher"]).read_sheet_file("a.ods", small)
        with self.assertRaises(UserError):
            work.with_user(self.users["medic"]).read_sheet_file("a.ods", small)
