import base64

from odoo import api, fields, models
from odoo.exceptions import UserError

from ....tools.forms.apart import FormApart
from .form_context import FormContext


class VsokoSubmissionForm(models.Model):
    """The own form of a higher body: a workbook whose marked cells are bound to figures.

    For the language of the marks see `tools.forms.marks`. The bindings are read from the file and
    may be corrected or added here, so that the file itself need not be touched.
    """

    _name = "vsoko.submission.form"
    _inherit = ["vsoko.company.mixin"]
    _description = "Form of a higher body"
    _order = "name, id"

    name = fields.Char(required=True)
    active = fields.Boolean(default=True)
    recipient = fields.Char(help="The organisation that gets the filled form")
    file = fields.Binary(string="Form (XLSX)", required=True, attachment=True)
    file_name = fields.Char(string="File name", required=True)
    missing = fields.Selection(
        [("empty", "Leave the cell empty"), ("words", "Write “no data”")],
        string="When there is no figure",
        default="empty",
        required=True,
    )
    period_id = fields.Many2one(
        "vsoko.period",
        string="Period to fill for",
        check_company=True,
        default=lambda self: self._default_period_id(),
        domain="[('company_id', '=', company_id)]",
    )
    cell_ids = fields.One2many("vsoko.submission.form.cell", "form_id", string="Cells")
    problem_count = fields.Integer(string="Cells with problems", compute="_compute_problem_count")
    submission_ids = fields.One2many("vsoko.submission", "form_id", string="Files made by it")
    submission_count = fields.Integer(compute="_compute_submission_count", string="Files")

    def _default_period_id(self):
        return self.env["vsoko.period"].search(
            [("company_id", "=", self.env.company.id), ("state", "=", "approved")],
            order="date_end desc, date_start",
            limit=1,
        )

    @api.depends("cell_ids.problem")
    def _compute_problem_count(self):
        for form in self:
            form.problem_count = len(form.cell_ids.filtered("problem"))

    def _compute_submission_count(self):
        counts = dict(
            self.env["vsoko.submission"]._read_group(
                [("form_id", "in", self.ids)], ["form_id"], ["__count"]
            )
        )
        for form in self:
            form.submission_count = counts.get(form._origin, 0)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if not vals.get("name"):
                vals["name"] = (vals.get("file_name") or "").rpartition(".")[0]
        forms = super().create(vals_list)
        for form in forms:
            form._read_marks()
        return forms

    def write(self, vals):
        result = super().write(vals)
        if "file" in vals:
            for form in self:
                form._read_marks()
        return result

    def copy_data(self, default=None):
        # the marks are read from the copied file; corrections by hand belong to the original
        return [dict(vals, cell_ids=[]) for vals in super().copy_data(default)]

    def action_fill(self):
        """Fill the form for the chosen period and open the file that was made.

        A draft of the same form and period is made anew.
        """
        self.ensure_one()
        if not self.period_id:
            raise UserError(self.env._("Choose the period to fill the form for."))
        self._take_turn()
        submission = self._get_draft() or self.env["vsoko.submission"].create(
            {
                "kind": "form",
                "form_id": self.id,
                "period_id": self.period_id.id,
                "recipient": self.recipient,
                "company_id": self.company_id.id,
            }
        )
        submission.action_make()
        return submission._open_records()

    def _get_draft(self):
        """Return the entry of this form and period that is not sent and corrects none."""
        return self.env["vsoko.submission"].search(
            [
                ("form_id", "=", self.id),
                ("period_id", "=", self.period_id.id),
                ("state", "=", "draft"),
                ("corrects_id", "=", False),
            ],
            limit=1,
        )

    def action_open_submissions(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_submission_action",
            self.name,
            domain=[("form_id", "=", self.id)],
            context={},
        )

    def _open_book(self):
        """Return the checked workbook, which is opened in a process of its own.

        :raise UserError: the file is no plain XLSX workbook; says what to do
        """
        self.ensure_one()
        content = base64.b64decode(self.with_context(bin_size=False).file or b"")
        places = self.cell_ids.mapped(lambda line: line._get_place())
        return FormApart(content, places, lambda refused: UserError(refused.message(self.env._)))

    def _read_marks(self):
        """Bring the bindings in line with the marks of the file.

        What people corrected stays where the same mark still stands in the same cell, and what
        they added stays while its sheet is there.
        """
        book = self._open_book()
        existing = {line._get_key(): line for line in self.cell_ids}
        found = {
            (cell.sheet, cell.cell, place, mark.text): mark
            for cell in book.marked()
            for place, mark in enumerate(cell.marks)
        }
        self.cell_ids.filtered(
            lambda line: (
                line._get_key() not in found if line.text else line.sheet not in book.sheets
            )
        ).unlink()
        subjects = FormContext(self, self.period_id).subjects
        Cell = self.env["vsoko.submission.form.cell"]
        # The right to the form was checked by its own create or write; the mark of a line is as
        # it stands in the file.
        Cell.sudo().create(
            [
                {"form_id": self.id, **Cell._prepare_mark(key, mark, subjects)}
                for key, mark in found.items()
                if key not in existing
            ]
        )
        order = {key: place for place, key in enumerate(found)}
        for line in self.cell_ids:
            line.sequence = order.get(line._get_key(), len(order))
        self.invalidate_recordset(["cell_ids"])
