from collections import defaultdict

from odoo import api, fields, models

from ...tools import readers
from ...tools.writers import import_files


class VsokoImport(models.Model):
    """What the upload page asks for, and the file with remarks."""

    _inherit = "vsoko.import"

    # there is nothing in the file that could be loaded
    is_empty = fields.Boolean(compute="_compute_is_empty")
    question_count = fields.Integer(compute="_compute_question_count")

    is_partial = fields.Boolean(
        string="In part",
        compute="_compute_is_partial",
        store=True,
        help="Rows or cells of the file are left out",
    )
    completeness = fields.Char(compute="_compute_completeness")

    @api.depends("count_rows", "count_rows_loaded", "count_cells_left")
    def _compute_is_partial(self):
        for record in self:
            left = record.count_rows - record.count_rows_loaded
            record.is_partial = left > 0 or record.count_cells_left > 0

    @api.depends("state", "is_partial", "count_rows", "count_rows_loaded", "count_cells_left")
    def _compute_completeness(self):
        """The state in words; of a part, how much of the file it is."""
        states = dict(self._fields["state"]._description_selection(self.env))
        for record in self:
            record.completeness = states[record.state]
            if record.is_partial and record.state == "loaded":
                record.completeness = self.env._("Loaded in part: %s", record._get_part_text())
            elif record.is_partial and record.state == "checked":
                part = record._get_part_text()
                record.completeness = self.env._("Will be loaded in part: %s", part)

    def _get_part_text(self):
        """«1 of 22», or the number of cells left out when every row is used."""
        if self.count_rows_loaded < self.count_rows:
            return self.env._(
                "%(loaded)s of %(all)s", loaded=self.count_rows_loaded, all=self.count_rows
            )
        return self.env._("without %(count)s cells", count=self.count_cells_left)

    @api.depends("state", "count_new", "count_changed", "count_skipped")
    def _compute_is_empty(self):
        for record in self:
            found = record.count_new + record.count_changed + record.count_skipped
            record.is_empty = record.state in ("checked", "undone") and not found

    def action_open_issues(self):
        """Open the remarks as a list that can be grouped and filtered."""
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_import_issue_action",
            self.name,
            domain=[("import_id", "=", self.id)],
        )

    @api.depends("issue_ids.match_kind", "state")
    def _compute_question_count(self):
        for record in self:
            asked = record.issue_ids.filtered("match_kind") if record.state != "loaded" else ()
            record.question_count = len(asked)

    def action_settle(self):
        """Open one page with all names of these files that have to be settled."""
        self.check_access("write")
        return self.env["vsoko.import.settling"]._open_for(self)

    def action_error_file(self):
        """Download the file with a column of remarks."""
        return self._open_address(f"/vsoko/import/{self.id}/remarks", "download")

    def _get_remarks_file(self):
        """Bytes of an xlsx file: the sheets as they are, with a column of remarks."""
        self.ensure_one()
        texts = defaultdict(list)
        for issue in self.issue_ids:
            place = (issue.sheet or "", issue.row) if issue.row else ("", 0)
            texts[place].append(
                f"{issue.column}: {issue.message}" if issue.column else issue.message
            )
        return import_files.with_remarks_apart(
            self._get_content(), {place: "; ".join(words) for place, words in texts.items()}
        )

    def _get_busy_text(self):
        return self.env._(
            "%(name)s is already being loaded or taken back. Wait for the end of that: the state"
            " of the file will say what has come of it.",
            name=", ".join(self.mapped("name")),
        )

    def action_recognise(self):
        """Say of each file what it is, without checking its rows; see `get_progress`."""
        self.check_access("write")
        for record in self.filtered(lambda record: record.state == "draft"):
            try:
                record.layout = record._read_file().layout
            except readers.Refused as refused:
                record._show_plan(refused)
        return self.get_progress()
