from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...school.vsoko_period import PERIOD_KINDS
from .vsoko_report_schedule_run import OUTCOMES

FORMATS = ("pdf", "xlsx", "docx")


class VsokoReportSchedule(models.Model):
    """A report that is made by itself: which, when, for whom.

    Each period is reported once. A moment that was missed while the server stood still is made
    up once, for the period that it was planned for.
    """

    _name = "vsoko.report.schedule"
    _inherit = ["vsoko.company.mixin", "mail.thread", "mail.activity.mixin"]
    _description = "Schedule of a report"
    _order = "active desc, next_date, id"

    name = fields.Char(required=True, tracking=True)
    active = fields.Boolean(default=True, tracking=True)
    type = fields.Selection(
        selection="_selection_type",
        string="Report",
        required=True,
        default="period_results",
        tracking=True,
    )
    period_kind = fields.Selection(
        PERIOD_KINDS, string="Kind of period", required=True, default="quarter", tracking=True
    )
    relative = fields.Selection(
        [("last", "The last that has ended"), ("current", "The current one")],
        string="Which period",
        required=True,
        default="last",
        tracking=True,
    )
    make_pdf = fields.Boolean(string="PDF", default=True)
    make_xlsx = fields.Boolean(string="XLSX")
    make_docx = fields.Boolean(string="DOCX")
    user_id = fields.Many2one(
        "res.users",
        string="Responsible",
        required=True,
        default=lambda self: self.env.user,
        tracking=True,
        help="The report takes what this person may read; a failure becomes this person's task",
    )
    recipient_user_ids = fields.Many2many(
        "res.users",
        "vsoko_report_schedule_user_rel",
        string="Users",
        domain="[('share', '=', False)]",
    )
    recipient_group_ids = fields.Many2many(
        "res.groups", "vsoko_report_schedule_group_rel", string="Roles"
    )
    recipient_partner_ids = fields.Many2many(
        "res.partner", "vsoko_report_schedule_partner_rel", string="Other addressees"
    )
    attempt = fields.Integer(string="Failed attempts", readonly=True, copy=False, aggregator=None)
    run_ids = fields.One2many(
        "vsoko.report.schedule.run", "schedule_id", string="History", readonly=True, copy=False
    )
    last_state = fields.Selection(OUTCOMES, string="Last outcome", compute="_compute_last_state")

    @api.depends("attempt", "run_ids.state")
    def _compute_last_state(self):
        """One report that failed is the outcome, whatever was made after it."""
        for schedule in self:
            schedule.last_state = "failed" if schedule.attempt else schedule.run_ids[:1].state

    @api.constrains("make_pdf", "make_xlsx", "make_docx")
    def _check_formats(self):
        for schedule in self:
            if not schedule._get_formats():
                raise ValidationError(self.env._("Choose at least one format of files."))

    @api.constrains("user_id", "company_id")
    def _check_responsible(self):
        """The report shows what the responsible person reads: nobody may borrow other eyes."""
        for schedule in self:
            user = schedule.user_id
            # Only one role is asked for, whoever may not read the users of the database.
            if not user.sudo().has_group("vsoko_module.group_administration"):
                raise ValidationError(
                    self.env._(
                        "%(name)s is not of the administration of the school.", name=user.name
                    )
                )

    def _get_formats(self):
        return [extension for extension in FORMATS if self[f"make_{extension}"]]
