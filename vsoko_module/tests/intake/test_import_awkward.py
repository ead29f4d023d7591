from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import ImportCase, manifest

REFUSED = (
    "text_named.xlsx",
    "truncated.xlsx",
    "empty.xlsx",
    "empty.csv",
    "ole_garbage.xls",
    "empty_sheet.xlsx",
    "header_only.xlsx",
    "zip_bomb.xlsx",
    "far_cell.xlsx",
    "external_entity.xlsx",
    "entity_expansion.xlsx",
    "path_in_zip.xlsx",
    "open_quote.csv",
)
# file: (new marks or pupils, errors, warnings)
READ = {
    "workbook_named.csv": (30, 0, 0),
    "html_named.xlsx": (30, 0, 0),
    "script.xls": (30, 0, 0),
    "script_text.xlsx": (20, 2, 0),
    "same_name_twice.xlsx": (20, 2, 0),
    "unknown_pupil.xlsx": (25, 1, 0),
    "yo_and_spaces.xlsx": (30, 0, 0),
    "latin_letters_in_names.xlsx": (30, 0, 0),
    "class_in_title_wrong.xlsx": (0, 6, 1),
    "unknown_subject.xlsx": (24, 1, 0),
    "same_subject_twice.xlsx": (18, 2, 0),
    "mark_out_of_range.xlsx": (26, 4, 0),
    "mark_5minus.xlsx": (25, 5, 0),
    "mark_decimal_comma.xlsx": (28, 2, 0),
    "na_spellings.xlsx": (29, 0, 0),
    "utf16.csv": (30, 0, 0),
    "cp866.csv": (30, 0, 0),
    "tabs_utf8.csv": (30, 0, 0),
}
# lists of pupils who are in the school already
LISTS = ("formula_cells.xlsx", "formula_cells.csv", "class_spellings.xlsx", "bad_dates.xlsx")


@tagged("post_install", "-at_install")
class TestAwkwardFiles(ImportCase):
    """The files of samples/broken, each with the outcome that their README asks for."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.load_base()

    def check(self, name):
        record = self.upload(f"broken/{name}")
        record.action_check()
        return record

    def test_every_sample_is_in_a_table(self):
        paths = {entry["path"].removeprefix("broken/") for entry in manifest("broken")}
        ours = {path for path in paths if not path.startswith(("test_", "vpr_"))}
        self.assertEqual(ours, {*REFUSED, *READ, *LISTS})

    def test_refused_files_say_why(self):
        for name in REFUSED:
            with self.subTest(name):
                record = self.check(name)
                self.assertEqual(record.state, "failed")
                self.assertEqual(record.issue_ids.mapped("severity"), ["error"])
                with self.assertRaises(UserError) as caught:
                    record.action_load()
                self.assertEqual(str(caught.exception), record.issue_ids.message)

    def test_ledgers(self):
        for name, expected in READ.items():
            with self.subTest(name):
                record = self.check(name)
                warnings = len(self.messages(record, "warning"))
                self.assertEqual((record.count_new, record.count_error, warnings), expected)
                self.assertEqual(record.state, "checked")

    def test_nobody_is_created_by_a_ledger(self):
        before = self.env["vsoko.student"].search_count([])
        for name in ("unknown_pupil.xlsx", "script_text.xlsx", "latin_letters_in_names.xlsx"):
            self.upload(f"broken/{name}")._load()
        self.assertEqual(self.env["vsoko.student"].search_count([]), before)
        self.assertEqual(self.env["vsoko.mark"].search_count([]), 30)

    def test_remarks_point_at_the_cell(self):
        record = self.check("unknown_subject.xlsx")
        issue = record.issue_ids
        self.assertEqual((issue.sheet, issue.row, issue.column), ("Лист1", 10, "D"))
        self.assertEqual(issue.text, "Драконоведение")
        self.assertEqual((issue.match_kind, issue.match_text), ("subject", "Драконоведение"))

    def test_the_wrong_class_is_noticed(self):
        record = self.check("class_in_title_wrong.xlsx")
        self.assertIn("9А", self.messages(record, "warning")[0])
        with self.assertRaises(UserError):
            record.action_load()
        record.class_id = self.env["vsoko.class"].search([("name", "=", "9А")])
        record.action_check()
        self.assertEqual(self.counts(record), (30, 0, 0, 0))

    def test_lists_of_pupils(self):
        for name in LISTS:
            with self.subTest(name):
                record = self.check(name)
                self.assertEqual(record.layout, "contingent")
                self.assertEqual(record.count_new, 0)
                known = {"class_spellings.xlsx": 10, "bad_dates.xlsx": 4}.get(name, 6)
                self.assertEqual(record.count_changed + record.count_skipped, known)
        classes = self.env["vsoko.class"].search_count([])
        self.upload("broken/class_spellings.xlsx")._load()
        self.assertEqual(self.env["vsoko.class"].search_count([]), classes)

    def test_formulas_are_kept_as_text(self):
        self.upload("broken/formula_cells.xlsx")._load()
        pupils = self.env["vsoko.enrolment"].search([("class_id.name", "=", "9А")])
        notes = set(pupils.mapped("note"))
        entry = next(one for one in manifest("broken") if "formula_cells.xlsx" in one["path"])
        self.assertEqual(notes - {False, ""}, set(entry["cells"]))
