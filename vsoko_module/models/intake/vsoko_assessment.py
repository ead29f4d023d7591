from odoo import fields, models
from odoo.exceptions import UserError

from ...tools import readers
from ...tools.readers.layouts import assessment_sheet as layout
from ...tools.writers.assessment_sheet import assessment_sheet
from .file_text import decode
from .loaders import SheetLoader
from .loaders.own_resolver import OwnResolver


class VsokoAssessment(models.Model):
    _inherit = "vsoko.assessment"

    def action_download_sheet(self):
        """Download the sheet of pupils and tasks; the import reads it back."""
        return self._open_address(f"/vsoko/assessment/{self.id}/sheet", "download")

    def _build_sheet(self):
        """``(file name, bytes)`` of the sheet with the pupils and results the user may read.

        :raise UserError: the work has no test yet
        """
        self.ensure_one()
        self.check_access("read")
        if not self.test_id.task_ids:
            raise UserError(self.env._("Choose a test with tasks first."))
        content = assessment_sheet(
            self.id,
            self.display_name,
            self.subject_id.name,
            self.date,
            [(task.number, task.max_score) for task in self.test_id.task_ids],
            self.test_id.variant_count,
            self._get_sheet_rows(),
            float(self.test_id.step),
        )
        return f"{self.display_name} {self.date:%d.%m.%Y}.xlsx", content

    def _get_named_pupils(self):
        """Ids of the pupils of the results that the user reads, whom the sheet names."""
        return set(self.env["vsoko.result"].search(self._get_sheet_domain()).student_id._ids)

    def _get_sheet_rows(self):
        """Rows of `tools.writers.assessment_sheet`; of a planned work they have names only."""
        rows = [
            (row["class"], row["name"], row["variant"], row["attendance"], row["scores"])
            for row in self.get_score_sheet()["rows"]
        ]
        missing = self._prepare_missing_results()
        # rights: rules decide which of the pupils without a result the user sees
        pupils = self.env["vsoko.student"].search(
            [("id", "in", [values["student_id"] for values in missing])]
        )
        classes = {values["student_id"]: values["class_id"] for values in missing}
        empty = [None] * len(self.test_id.task_ids)
        class_names = {school_class.id: school_class.name for school_class in self.class_ids}
        names = self._get_pupil_names()
        rows += [
            (class_names[classes[pupil.id]], names[pupil.id], "", None, empty) for pupil in pupils
        ]
        grades = {school_class.name: school_class.grade for school_class in self.class_ids}
        return sorted(rows, key=lambda row: (grades[row[0]], *row[:2]))

    def read_sheet_file(self, name: str, content: str):
        """Read a filled sheet of this work for the score sheet; nothing is stored.

        :param content: the file as base64 text
        :return: ``{'rows': [{'id', 'attendance', 'variant', 'scores'}], 'problems': [text]}``: of
            results the user may enter, those that differ from what is stored
        :raise UserError: a file that cannot be read
        """
        self.ensure_one()
        self.check_access("read")
        self.env["vsoko.result"].check_access("write")
        today = fields.Date.context_today(self)
        try:
            extract = readers.read(
                decode(self.env, content),
                name,
                readers.read_sheets_apart,
                layout=layout.KEY,
                today=today,
            )
        except readers.Refused as refused:
            raise UserError(refused.message(self.env._)) from refused
        # not stored: a teacher has no journal of imports, the score sheet saves by its own rights
        record = self.env["vsoko.import"].new(
            {"company_id": self.company_id.id, "assessment_id": self.id}
        )
        loader = SheetLoader(record, extract, OwnResolver(self.env, self))
        loader.plan()
        return {
            "rows": loader.get_changed_rows(),
            "problems": [issue.in_words(self.env) for issue in loader.issues],
        }
