from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...mixins.signing import signed_in

# a change of these makes the file another one
CONTENT = {
    "kind",
    "form_id",
    "report_id",
    "report_format",
    "period_id",
    "company_id",
    "scope_ids",
    "hides_small",
}
NO_FILE = dict.fromkeys(
    ("file", "file_name", "file_hash", "made_date", "made_by_id", "is_preliminary"), False
) | {"period_version": 0, "empty_count": 0}


class VsokoSubmission(models.Model):
    """One entry of the log of what went to a higher body: the file, whom to, when and by whom.

    A sent entry never changes. A correction or a withdrawal is an entry of its own that points to
    it. Only approved figures are sent: what the school answers for must stay as it was.
    """

    _name = "vsoko.submission"
    _inherit = ["vsoko.signing.mixin", "vsoko.company.mixin"]
    _description = "File for a higher body"
    _order = "date desc, id desc"
    _locked_states = ("sent",)
    _signature = ("sent_by_id", "sent_date")

    name = fields.Char(required=True)
    kind = fields.Selection(
        [
            ("form", "Form of the recipient"),
            ("xml", "XML by the schema of the program"),
            ("report", "File of a report"),
        ],
        required=True,
        default="form",
    )
    form_id = fields.Many2one(
        "vsoko.submission.form",
        string="Form",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    report_id = fields.Many2one(
        "vsoko.report",
        string="Report",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        domain="[('is_impersonal', '=', True), ('state', '!=', 'draft')]",
    )
    report_format = fields.Selection(
        [("pdf", "PDF"), ("xlsx", "XLSX"), ("docx", "DOCX"), ("csv", "CSV")],
        string="Format",
        default="pdf",
    )
    period_id = fields.Many2one(
        "vsoko.period",
        string="Period",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        domain="[('company_id', '=', company_id)]",
    )
    year_id = fields.Many2one(related="period_id.year_id", store=True, index=True)
    scope_ids = fields.Many2many(
        "vsoko.scope",
        string="Breakdowns",
        default=lambda self: self._default_scope_ids(),
        domain="[('code', 'in', ('school', 'level', 'grade', 'class', 'subject'))]",
    )
    hides_small = fields.Boolean(
        string="Hide small groups",
        default=True,
        help="Figures of fewer than five people are hidden, with those that would reveal them",
    )
    file = fields.Binary(readonly=True, copy=False, attachment=True)
    file_name = fields.Char(string="File name", readonly=True, copy=False)
    file_hash = fields.Char(string="SHA-256 of the file", readonly=True, copy=False)
    made_date = fields.Datetime(string="Made on", readonly=True, copy=False)
    made_by_id = fields.Many2one("res.users", string="Made by", readonly=True, copy=False)
    period_version = fields.Integer(readonly=True, copy=False, aggregator=None)
    is_preliminary = fields.Boolean(string="Preliminary", readonly=True, copy=False)
    empty_count = fields.Integer(
        string="Cells left without a figure", readonly=True, copy=False, aggregator=None
    )
    recipient = fields.Char(help="The organisation that gets the file")
    channel = fields.Selection(
        [
            ("system", "State information system"),
            ("email", "E-mail"),
            ("office", "Electronic document flow"),
            ("paper", "On paper"),
            ("other", "Otherwise"),
        ],
        string="Sent by",
    )
    letter_number = fields.Char(string="Number of the covering letter", copy=False)
    date = fields.Date(string="Date of sending", copy=False)
    note = fields.Text(copy=False)
    state = fields.Selection(
        [("draft", "Not sent"), ("sent", "Sent")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        group_expand=True,
    )
    sent_by_id = fields.Many2one(
        "res.users", string="Marked by", readonly=True, copy=False, ondelete="restrict"
    )
    sent_date = fields.Datetime(string="Marked on", readonly=True, copy=False)
    corrects_id = fields.Many2one(
        "vsoko.submission",
        string="Replaces",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    is_withdrawal = fields.Boolean(
        string="Withdrawal",
        readonly=True,
        copy=False,
        help="The letter withdraws what was sent; it has no file of figures",
    )
    correction_ids = fields.One2many("vsoko.submission", "corrects_id", string="Replaced by")
    validity = fields.Selection(
        [("valid", "In force"), ("corrected", "Corrected"), ("withdrawn", "Withdrawn")],
        string="Whether in force",
        compute="_compute_validity",
        store=True,
    )
    is_intact = fields.Boolean(
        string="File unchanged",
        compute="_compute_is_intact",
        help="The kept file is the one that was made",
    )

    _signed = signed_in("sent", by="sent_by_id", on="sent_date")
    _sent_whole = models.Constraint(
        "CHECK(state = 'draft' OR (date IS NOT NULL AND recipient IS NOT NULL"
        " AND channel IS NOT NULL AND (file_hash IS NOT NULL OR is_withdrawal)))",
        "A sent file has a date, a recipient, a channel and the file itself.",
    )

    def _default_scope_ids(self):
        return self.env["vsoko.scope"].search(
            [("code", "in", ("school", "level", "grade", "class", "subject"))]
        )

    @api.depends("state", "correction_ids.state", "correction_ids.is_withdrawal")
    def _compute_validity(self):
        for entry in self:
            later = entry.correction_ids.filtered(lambda correction: correction.state == "sent")
            if entry.state != "sent":
                entry.validity = False
            elif later:
                entry.validity = "withdrawn" if later[0].is_withdrawal else "corrected"
            else:
                entry.validity = "valid"

    @api.depends("file", "file_hash")
    def _compute_is_intact(self):
        for entry in self:
            entry.is_intact = not entry.file_hash or entry._get_hash() == entry.file_hash

    @api.constrains("kind", "form_id", "report_id", "period_id")
    def _check_kind(self):
        for entry in self:
            if entry.kind == "form" and not entry.form_id:
                raise ValidationError(self.env._("Choose the form to fill."))
            if entry.kind == "report" and not entry.report_id:
                raise ValidationError(self.env._("Choose the report to send."))
            if entry.report_id and entry.report_id.period_id != entry.period_id:
                raise ValidationError(self.env._("The report is of another period."))
            if not entry.report_id._get_kind().is_impersonal:
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is about people of the school and is not sent.",
                        name=entry.report_id.name,
                    )
                )

    @api.onchange("form_id")
    def _onchange_form_id(self):
        if self.form_id.recipient:
            self.recipient = self.form_id.recipient

    @api.onchange("report_id")
    def _onchange_report_id(self):
        if self.report_id:
            self.period_id = self.report_id.period_id

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if vals.get("report_id"):
                report = self.env["vsoko.report"].browse(vals["report_id"])
                vals.setdefault("period_id", report.period_id.id)
            if not vals.get("name"):
                vals["name"] = self._prepare_name(vals)
        return super().create(vals_list)

    def write(self, vals):
        result = super().write(vals)
        if CONTENT & vals.keys():
            self._store(NO_FILE)
        return result

    def _get_locked_text(self):
        return self.env._("“%(name)s” is sent and locked. Make a correction of it.", name=self.name)

    def _prepare_name(self, vals):
        period = self.env["vsoko.period"].browse(vals.get("period_id")).display_name or ""
        if vals.get("kind") == "report":
            return self.env["vsoko.report"].browse(vals.get("report_id")).name or period
        form = self.env["vsoko.submission.form"].browse(vals.get("form_id"))
        what = form.name if vals.get("kind", "form") == "form" else "XML"
        return ": ".join(filter(None, [what, period]))
