import base64
from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ...models.intake import vsoko_import_cells
from ...tools import apart
from .common import ImportCase
from .test_import_base import PUPILS, pupil, workbook

NAME = "Белов Олег Ильич"
LIST = workbook(Контингент=[PUPILS, pupil(NAME, "5А")])
OTHER = workbook(Контингент=[PUPILS, pupil("Седов Игорь Львович", "5А")])


@tagged("post_install", "-at_install")
class TestImportCells(ImportCase):
    """A file is opened once from the upload to the load."""

    def setUp(self):
        super().setUp()
        self.opened = self.startPatcher(patch.object(apart, "call", side_effect=apart.call_here))
        self.record = self.upload("list.xlsx", LIST)

    def kept(self):
        return self.record.sudo().cells

    def test_recognised_checked_and_loaded_by_one_opening(self):
        self.record.action_recognise()
        self.record.action_check()
        self.record.get_columns()
        self.record.action_check()
        self.assertTrue(self.kept())
        self.record.action_load()
        self.assertEqual((self.record.state, self.record.count_new), ("loaded", 1))
        self.assertEqual(self.opened.call_count, 1)
        self.assertFalse(self.kept())
        self.record.get_columns()
        self.assertFalse(self.kept(), "a loaded file is looked at and not kept")

    def test_a_load_sees_the_facts_of_its_moment(self):
        self.record.action_check()
        self.assertEqual(self.record.count_new, 1)
        self.upload("same.xlsx", workbook(Ученики=[PUPILS, pupil(NAME, "5А")]))._load()
        self.record._load()
        self.assertEqual(self.counts(self.record), (0, 0, 1, 0))

    def test_another_file_is_opened_whichever_way_it_came(self):
        self.record.action_check()
        self.record.file = base64.b64encode(OTHER)
        self.record.action_check()
        self.assertEqual(self.opened.call_count, 2)
        own = [("res_model", "=", "vsoko.import"), ("res_field", "=", "file")]
        files = self.env["ir.attachment"].sudo().search([*own, ("res_id", "=", self.record.id)])
        files.raw = LIST
        # as the next request sees it
        self.record.invalidate_recordset()
        self.record._load()
        self.assertEqual(self.opened.call_count, 3)
        pupils = self.env["vsoko.student"].search([])
        self.assertEqual(pupils.mapped("name"), [NAME])

    def test_what_is_told_later_is_asked_of_the_same_cells(self):
        hidden = self.upload("hidden.xlsx", LIST)
        hidden.action_check()
        hidden.write({"read_hidden": True, "year_id": self.year.id})
        hidden.action_check()
        hidden._load()
        hidden.action_undo()
        self.assertEqual(self.opened.call_count, 1)
        hidden.action_check()
        self.assertEqual((hidden.state, self.opened.call_count), ("checked", 2))

    def test_the_cells_of_a_large_file_are_not_kept(self):
        with patch.object(vsoko_import_cells, "KEPT_BYTES", 10):
            self.record.action_check()
            self.assertFalse(self.kept())
            self.record._load()
        self.assertEqual((self.record.state, self.opened.call_count), ("loaded", 2))

    def test_an_updated_program_opens_the_file_anew(self):
        self.record.action_check()
        self.env.flush_all()
        self.env["vsoko.import"].sudo().init()
        self.env.invalidate_all()
        self.record.action_check()
        self.assertEqual(self.opened.call_count, 2)

    def test_the_program_alone_reads_the_cells(self):
        self.record.action_check()
        with self.assertRaises(AccessError):
            self.record.read(["cells"])
        kept = self.env["ir.attachment"].sudo().search([("res_field", "=", "cells")])
        self.assertIn(self.record.id, kept.mapped("res_id"))
        with self.assertRaises(AccessError):
            kept.with_user(self.user).read(["raw"])
