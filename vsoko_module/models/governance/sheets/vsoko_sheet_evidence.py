from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ....tools.ratings import find_diagnostics
from ...evidence.staff.vsoko_staff_event import key_of


def event_key(name, date):
    """The key of an event that is known by its words and its day."""
    return f"{key_of(name)}|{date or ''}"


class VsokoSheetEvidence(models.Model):
    """What gives points in a sheet: a record of a register, or what the teacher adds with a file.

    An event gives points once: the database knows one evidence of it, whatever the criterion and
    the period. What the program has found is corrected in its register.
    """

    _name = "vsoko.sheet.evidence"
    _inherit = ["vsoko.papers.mixin"]
    _description = "Evidence of a teacher's sheet"
    _order = "date, id"
    _papers = "document_ids"
    _locked_states = ("commission", "acquainted", "appealed", "final")

    line_id = fields.Many2one(
        "vsoko.sheet.line", string="Criterion", required=True, index=True, ondelete="cascade"
    )
    state = fields.Selection(related="line_id.sheet_id.state", string="State of the sheet")
    teacher_id = fields.Many2one(related="line_id.sheet_id.teacher_id", store=True, index=True)
    company_id = fields.Many2one(related="line_id.company_id", store=True, index=True)
    name = fields.Char(string="What it was", required=True)
    date = fields.Date(string="Of the day", required=True, default=fields.Date.context_today)
    document_ids = fields.Many2many("ir.attachment", string="Photo or file", copy=False)
    is_found = fields.Boolean(string="Found by the program", readonly=True)
    event_id = fields.Many2one(
        "vsoko.staff.event", readonly=True, index="btree_not_null", ondelete="set null"
    )
    achievement_id = fields.Many2one(
        "vsoko.achievement", readonly=True, index="btree_not_null", ondelete="set null"
    )
    course_id = fields.Many2one(
        "vsoko.staff.course", readonly=True, index="btree_not_null", ondelete="set null"
    )
    paid_elsewhere = fields.Char(
        string="Paid by another order",
        help="By which order the event was paid already: it shows the work and gives no points",
    )
    points = fields.Float(readonly=True, digits=(6, 2), aggregator=None)
    once_key = fields.Char(compute="_compute_once_key", store=True)

    _paid_once = models.Constraint(
        "UNIQUE(teacher_id, once_key)",
        "This event has given points already: an event counts once, under one criterion and for"
        " one period.",
    )

    # a record that was given another name or day is the same record
    _event_once = models.UniqueIndex("(teacher_id, event_id) WHERE event_id IS NOT NULL")
    _achievement_once = models.UniqueIndex(
        "(teacher_id, achievement_id) WHERE achievement_id IS NOT NULL"
    )
    _course_once = models.UniqueIndex("(teacher_id, course_id) WHERE course_id IS NOT NULL")

    @api.depends("name", "date")
    def _compute_once_key(self):
        """The key of a register is written by its query; that of what is typed is its words."""
        for evidence in self.filtered(lambda one: not one.is_found):
            evidence.once_key = event_key(evidence.name, evidence.date)

    @api.model_create_multi
    def create(self, vals_list):
        evidences = super().create(vals_list)
        evidences._check_addable()
        evidences.line_id._count()
        return evidences

    def write(self, vals):
        if "line_id" in vals or ({"name", "date"} & vals.keys() and any(self.mapped("is_found"))):
            raise UserError(self._get_found_text())
        if vals.keys() == {"paid_elsewhere"}:
            return self._say_paid(vals)
        result = super().write(vals)
        self._check_addable()
        if "paid_elsewhere" in vals:
            self.line_id._count()
        return result

    def unlink(self):
        lines = self.line_id
        result = super().unlink()
        lines._count()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_found(self):
        if any(evidence.is_found for evidence in self):
            raise UserError(self._get_found_text())
        self._check_addable()

    @api.constrains("name")
    def _check_barred(self):
        for evidence in self:
            if found := find_diagnostics(evidence.name):
                raise ValidationError(
                    self.env._(
                        "“%(name)s” (%(found)s): by law the results of VPR, NIKO and other external"
                        " diagnostics take no part in the assessment of teachers and in pay: they"
                        " are for diagnostics only.",
                        name=evidence.name,
                        found=found,
                    )
                )

    @api.constrains("date")
    def _check_date(self):
        for evidence in self.filtered(lambda one: not one.is_found):
            criterion = evidence.line_id.criterion_id
            period = evidence.line_id.sheet_id.period_id
            if not criterion._get_first_day(period) <= evidence.date <= period.date_end:
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is too old for the period or later than it.",
                        name=evidence.name,
                    )
                )

    def _check_addable(self):
        """Raise UserError or AccessError unless records are added here now, by the user."""
        for evidence in self:
            line = evidence.line_id
            if line.source != "manual" and not evidence.is_found:
                raise UserError(
                    self.env._(
                        "“%(name)s” is counted by the program: enter the record in its register and"
                        " press “Count again”.",
                        name=line.criterion_id.display_name,
                    )
                )
            if self.env.su:
                continue
            if line.sheet_id.state != "self":
                raise AccessError(self.env._("Records are added during the self-assessment."))
            line.sheet_id._check_filler()

    def _say_paid(self, vals):
        """Say what was paid by another order: the teacher of the own work, or the check."""
        before = {line: line.points for line in self.line_id}
        for sheet in self.line_id.sheet_id:
            sheet._check_filler() if sheet.state == "self" else sheet._check_checker()
        result = super().write(vals)
        self.line_id._count()
        checked = self.line_id.filtered(lambda line: line.state == "checked")
        checked._lower(before, vals["paid_elsewhere"])
        return result

    def _get_found_text(self):
        return self.env._(
            "The program has found this record: correct it in its register and press “Count again”."
        )

    def _get_locked_text(self):
        return self.env._(
            "“%(name)s” has come before the commission and does not change.", name=self.name
        )
