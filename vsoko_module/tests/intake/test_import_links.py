from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..common import SchoolCase
from .common import ImportCase

LEDGER = "svod/svod_9A_Q1.xlsx"


@tagged("post_install", "-at_install")
class TestImportLinks(ImportCase):
    """Facts lead to the file they came from, for who may read files."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.load_base()
        cls.record = cls.load(LEDGER)
        cls.marks = cls.env["vsoko.mark"].search([("import_id", "=", cls.record.id)])

    def test_a_mark_leads_to_its_file(self):
        self.assertTrue(self.marks)
        self.assertEqual(self.marks.import_id, self.record)
        named = self.marks[0].read(["import_id"])[0]["import_id"]
        self.assertEqual(named, (self.record.id, LEDGER.rpartition("/")[2]))

    def test_a_file_that_is_deleted_takes_no_fact_with_it(self):
        self.record._store({"state": "undone"})
        self.record.unlink()
        self.marks.invalidate_recordset()
        self.assertEqual(self.marks.exists(), self.marks)
        self.assertFalse(self.marks.import_id)


@tagged("post_install", "-at_install")
class TestClosedLinks(SchoolCase):
    def test_who_may_not_read_files_reads_the_marks_without_them(self):
        pupil = self.pupils_of(self.class_5a)[0]
        mark = self.add_marks({(pupil, self.math): 4}, self.q1)
        mark.import_id = self.env["vsoko.import"].create({"name": "secret.xlsx", "file": b"eA=="})
        read = mark.with_user(self.users["teacher"])
        self.assertEqual(read.read(["value"])[0]["value"], 4)
        with self.assertRaises(AccessError):
            read.read(["import_id"])
        with self.assertRaises(AccessError):
            read.search([("import_id.name", "like", "secret")])
        for kind in ("form", "list"):
            self.assertNotIn("import_id", read.get_view(view_type=kind)["arch"])
            whole = mark.with_user(self.users["administration"]).get_view(view_type=kind)
            self.assertIn("import_id", whole["arch"])
