import psycopg2

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import SAMPLES, ImportCase

LEDGER = "svod/svod_9A_Y.csv"


@tagged("post_install", "-at_install")
class TestImportUndo(ImportCase):
    """Loading again, loading corrections, and taking loads back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.base = cls.load_base()
        content = (SAMPLES / LEDGER).read_text(encoding="cp1251")
        lines = content.splitlines(keepends=True)
        # the first pupil's mark in the first subject becomes «5», the second's is taken out
        first, second = lines[7].split(";"), lines[8].split(";")
        cls.old_mark = int(first[2])
        cls.corrected_mark = 3 if cls.old_mark != 3 else 4
        cls.pupil = first[1]
        first[2], second[2] = str(cls.corrected_mark), ""
        lines[7], lines[8] = ";".join(first), ";".join(second)
        cls.corrected = "".join(lines).encode("cp1251")

    def mark(self):
        return self.env["vsoko.mark"].search(
            [("student_id.name", "=", self.pupil), ("subject_id.name", "=", "Русский язык")]
        )

    def load_ledger(self):
        record = self.upload(LEDGER)
        record.action_load()
        return record

    def load_correction(self):
        record = self.upload(LEDGER, self.corrected)
        record.action_load()
        return record

    def test_checking_writes_no_facts(self):
        record = self.upload(LEDGER)
        record.action_check()
        self.assertEqual(self.counts(record), (336, 0, 0, 0))
        self.assertFalse(self.env["vsoko.mark"].search_count([]))
        self.assertEqual(record.state, "checked")

    def test_loading_calculates_the_period(self):
        record = self.load_ledger()
        self.assertEqual(record.state, "loaded")
        self.assertEqual(record.loaded_by_id, self.user)
        runs = self.env["vsoko.calculation"].search([("trigger", "=", "import")])
        self.assertEqual(runs.period_id, self.whole_year)
        self.assertTrue(self.whole_year.value_count)

    def test_the_same_file_is_not_loaded_twice(self):
        self.load_ledger()
        again = self.upload("svod/another name.csv", (SAMPLES / LEDGER).read_bytes())
        with self.assertRaisesRegex(UserError, "svod_9A_Y.csv"):
            again.action_load()
        self.assertEqual(self.env["vsoko.mark"].search_count([]), 336)

    def test_the_database_refuses_a_second_load_too(self):
        first = self.load_ledger()
        again = self.upload(LEDGER, self.corrected)
        again._load()
        with self.assertRaises(psycopg2.IntegrityError), mute_logger("odoo.sql_db"):
            again._store({"file_hash": first.file_hash})
            self.env.flush_all()

    def test_a_corrected_file_updates_the_same_facts(self):
        first = self.load_ledger()
        second = self.upload(LEDGER, self.corrected)
        second.action_check()
        self.assertEqual(self.counts(second), (0, 1, 334, 0))
        self.assertIn(self.pupil, self.messages(second, "info")[0])
        self.assertEqual(len(self.messages(second, "warning")), 1)
        second.action_load()
        self.assertEqual(self.mark().value, self.corrected_mark)
        self.assertEqual(self.mark().import_id, second)
        self.assertEqual(self.env["vsoko.mark"].search_count([]), 336)
        self.assertEqual(self.env["vsoko.mark"].search_count([("import_id", "=", first.id)]), 335)

    def test_undo_deletes_what_was_created(self):
        record = self.load_ledger()
        record.action_undo()
        self.assertEqual(record.state, "undone")
        self.assertFalse(self.env["vsoko.mark"].search_count([]))
        record.action_load()
        self.assertEqual(self.env["vsoko.mark"].search_count([]), 336)
        record.action_undo()
        self.assertFalse(self.env["vsoko.mark"].search_count([]))

    def test_undo_restores_previous_values(self):
        first = self.load_ledger()
        before = self.mark().read(["value", "status", "teacher_id", "import_id", "source_row"])
        self.load_correction().action_undo()
        after = self.mark().read(["value", "status", "teacher_id", "import_id", "source_row"])
        self.assertEqual(after, before)
        self.assertEqual(self.mark().value, self.old_mark)
        first.action_undo()
        self.assertFalse(self.env["vsoko.mark"].search_count([]))

    def test_undo_waits_for_later_files(self):
        first = self.load_ledger()
        second = self.load_correction()
        with self.assertRaisesRegex(UserError, second.name):
            first.action_undo()
        (first | second).action_undo()
        self.assertFalse(self.env["vsoko.mark"].search_count([]))

    def test_undo_respects_corrections_by_hand(self):
        record = self.load_ledger()
        self.env.cr.execute(
            "UPDATE vsoko_mark SET write_date = write_date + interval '1 hour' WHERE id = %s",
            [self.mark().id],
        )
        with self.assertRaises(UserError):
            record.action_undo()
        self.assertEqual(self.env["vsoko.mark"].search_count([]), 336)

    def test_undo_of_base_lists(self):
        with self.assertRaises(UserError):
            self.load_ledger() and self.base[0].action_undo()
        self.assertEqual(self.base[0].state, "loaded")

    def test_undo_of_everything(self):
        self.year.period_ids.action_calculate()
        self.base.action_undo()
        for model in (
            "vsoko.teaching",
            "vsoko.enrolment",
            "vsoko.student",
            "vsoko.class",
            "vsoko.teacher",
        ):
            self.assertFalse(self.env[model].search_count([]), model)
        self.assertFalse(self.env["vsoko.import.change"].search_count([]))

    def test_nothing_is_written_when_a_load_fails(self):
        record = self.upload(LEDGER)
        with self.assertRaises(psycopg2.Error), mute_logger("odoo.sql_db"), self.env.cr.savepoint():
            self.env.cr.execute(
                "ALTER TABLE vsoko_mark ADD CONSTRAINT test_row CHECK (source_row < 20) NOT VALID"
            )
            record.action_load()
        self.assertFalse(self.env["vsoko.mark"].search_count([]))
        record.invalidate_recordset()
        self.assertEqual(record.state, "draft")

    def test_a_loaded_file_is_kept(self):
        record = self.load_ledger()
        for action in (
            record.unlink,
            lambda: record.write({"file": b""}),
            lambda: record.write({"period_id": self.q1.id}),
            record.action_check,
            record.action_load,
        ):
            with self.assertRaises(UserError):
                action()

    def test_the_state_is_changed_by_actions_only(self):
        record = self.upload(LEDGER)
        for vals in ({"state": "loaded"}, {"file_hash": "0"}, {"count_error": 0}):
            with self.assertRaises(AccessError):
                record.write(vals)
            with self.assertRaises(AccessError):
                self.upload(LEDGER, **vals)
        with self.assertRaises(AccessError):
            self.env["vsoko.import.change"].create(
                {
                    "import_id": record.id,
                    "res_model": "res.users",
                    "kind": "created",
                    "res_ids": [1],
                }
            )

    def test_another_file_forgets_what_was_recognised(self):
        record = self.upload(LEDGER)
        record.action_check()
        self.assertEqual((record.class_id.name, record.period_id), ("9А", self.whole_year))
        record.write({"file": self.upload("svod/svod_2A_Q1.xls").file})
        self.assertFalse(record.class_id or record.period_id or record.layout)
        self.assertEqual(record.state, "draft")

    def test_names_of_files_have_no_folders(self):
        for name in ("../../etc/passwd", "C:\\Users\\passwd", "/passwd"):
            self.assertEqual(self.upload(name, b"1").name, "passwd")
