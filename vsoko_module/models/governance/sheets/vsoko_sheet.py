from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from ....tools.sheets import numbers, points
from ....tools.working_days import last_working_day
from ...evidence.optional_numbers import OptionalFloat

ADMINISTRATION = "vsoko_module.group_administration"
STATES = [
    ("self", "Self-assessment"),
    ("checked", "Being checked"),
    ("commission", "Before the commission"),
    ("acquainted", "Shown to the teacher"),
    ("appealed", "Appealed"),
    ("final", "Final"),
]
# what the chair and the secretary of the commission name beside the points
MINUTES = frozenset({"meeting_id", "answer_meeting_id"})


class VsokoSheet(models.Model):
    """The points of a teacher for a period, from the own assessment to the minutes.

    The teacher sees the own sheet and nobody else's; the head of the association those of the
    association while they are checked; the members of the commission those that came before it.
    It has no chatter and nothing of it is told elsewhere. From the minutes on it is frozen; an
    appeal opens the points for the commission alone.
    """

    _name = "vsoko.sheet"
    _inherit = [
        "vsoko.lock.mixin",
        "vsoko.company.mixin",
        "vsoko.own.mixin",
        "vsoko.led.mixin",
        "vsoko.body.mine.mixin",
        "vsoko.decided.mixin",
    ]
    _description = "Sheet of a teacher"
    _rec_names_search = ["period_id"]
    # periods stand the latest first by their own order
    _order = "period_id, teacher_id, id"
    _body_column = "commission_id"
    _locked_states = ("acquainted", "final")
    _free_fields = frozenset({"order_id"})

    teacher_id = fields.Many2one(
        "vsoko.teacher",
        string="Teacher",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    period_id = fields.Many2one(
        "vsoko.period",
        string="Period",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    scheme_id = fields.Many2one(
        "vsoko.sheet.scheme",
        string="Scheme",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        domain="[('state', '=', 'approved'), ('company_id', '=', company_id)]",
    )
    is_numbered = fields.Boolean(related="scheme_id.is_numbered", store=True)
    number = fields.Integer(
        readonly=True,
        copy=False,
        aggregator=None,
        help="By which the commission knows the sheet when it reads without names",
    )
    line_ids = fields.One2many("vsoko.sheet.line", "sheet_id", string="Criteria")
    total = OptionalFloat(
        string="Points", compute="_compute_total", store=True, digits=(8, 2), aggregator=None
    )
    most = OptionalFloat(
        string="Points at most",
        compute="_compute_total",
        store=True,
        digits=(8, 2),
        aggregator=None,
        help="Of the criteria that the sheet has, each group within its cap; what is not claimed"
        " counts as the scheme says",
    )
    share = OptionalFloat(
        string="Share of the most, %",
        compute="_compute_total",
        store=True,
        digits=(6, 2),
        aggregator=None,
    )
    state = fields.Selection(
        STATES, default="self", required=True, readonly=True, copy=False, index=True
    )
    commission_id = fields.Many2one(
        "vsoko.body",
        string="Commission",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        domain="[('kind', '=', 'temporary'), ('company_id', '=', company_id)]",
    )
    meeting_id = fields.Many2one(
        "vsoko.meeting",
        string="Minutes of the commission",
        index="btree_not_null",
        ondelete="restrict",
        copy=False,
        domain="[('body_id', '=', commission_id)]",
    )
    minutes_text = fields.Char(string="Decided by the minutes", readonly=True, copy=False)
    order_id = fields.Many2one(
        "vsoko.document",
        string="Order",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        copy=False,
        groups=ADMINISTRATION,
        domain="[('kind', '=', 'order'), ('company_id', '=', company_id)]",
    )
    shown_date = fields.Date(string="Shown on", readonly=True, copy=False)
    acknowledged_at = fields.Datetime(string="Read by the teacher", readonly=True, copy=False)
    appeal_until = fields.Date(
        string="Appeal until", compute="_compute_appeal_until", store=True, copy=False
    )
    return_reason = fields.Text(string="Why it was returned", readonly=True, copy=False)

    _sheet_uniq = models.Constraint(
        "UNIQUE(teacher_id, period_id, scheme_id)",
        "The teacher already has a sheet of this scheme for the period.",
    )

    _number_uniq = models.UniqueIndex("(scheme_id, period_id, number)")

    @api.model_create_multi
    def create(self, vals_list):
        sheets = super().create(vals_list)
        # Who may make sheets was checked; the numbers are given by the program.
        sheets.sudo()._draw_numbers()
        return sheets

    def _draw_numbers(self):
        for (scheme, period), sheets in self.grouped(
            lambda one: (one.scheme_id, one.period_id)
        ).items():
            known = self.search([("scheme_id", "=", scheme.id), ("period_id", "=", period.id)])
            drawn = numbers.draw(len(sheets), known.mapped("number"))
            for sheet, number in zip(sheets, drawn, strict=True):
                sheet.number = number

    @api.depends(
        "line_ids.program_points", "line_ids.claimed", "line_ids.checked", "line_ids.final"
    )
    def _compute_total(self):
        for sheet in self:
            parts = [line._get_part() for line in sheet.line_ids]
            total = points.total(parts)
            most = points.most(parts, sheet.scheme_id.leaves_unclaimed) if parts else None
            share = points.share(total, most)
            values = {"total": total, "most": most, "share": share}
            for name, value in values.items():
                sheet[name] = False if value is None else value

    @api.depends("shown_date", "scheme_id.appeal_days")
    def _compute_appeal_until(self):
        for school, sheets in self.grouped("company_id").items():
            shown = [day for day in sheets.mapped("shown_date") if day]
            days_off = school._get_days_off(min(shown)) if shown else frozenset()
            for sheet in sheets:
                day, count = sheet.shown_date, sheet.scheme_id.appeal_days
                sheet.appeal_until = day and last_working_day(day, count, days_off)

    @api.depends("teacher_id", "period_id", "number", "is_numbered")
    @api.depends_context("uid")
    def _compute_display_name(self):
        for sheet in self:
            sheet.display_name = f"{sheet._get_whose()}, {sheet.period_id.name or ''}"

    def _get_whose(self):
        """Return by what the reader knows the sheet, also where the program speaks for him."""
        if self.is_numbered and not self._is_open_by_name():
            return self.env._("sheet No. %(number)s", number=self.number)
        return self.teacher_id.name or ""

    def _is_open_by_name(self):
        """Whether the user, not the program that acts for him, may know whose sheet it is."""
        user = self.env.user
        if user._is_superuser() or user.has_group(ADMINISTRATION):
            return True
        return self.is_own or (self.is_led and self.state in ("self", "checked"))

    @api.constrains("scheme_id", "period_id")
    def _check_scheme(self):
        for sheet in self:
            if sheet.scheme_id.state != "approved":
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is not approved yet: sheets are made by an approved scheme.",
                        name=sheet.scheme_id.name,
                    )
                )
            if sheet.scheme_id.period_kind != sheet.period_id.kind:
                raise ValidationError(
                    self.env._(
                        "The scheme “%(scheme)s” is for periods of another kind than “%(period)s”.",
                        scheme=sheet.scheme_id.name,
                        period=sheet.period_id.name,
                    )
                )

    @api.constrains("commission_id", "meeting_id", "answer_meeting_id")
    def _check_commission(self):
        for sheet in self:
            if sheet.commission_id and sheet.commission_id.kind != "temporary":
                raise ValidationError(
                    self.env._("The commission is a temporary body with a case and a last day.")
                )
            meetings = sheet.meeting_id | sheet.answer_meeting_id
            if meetings.body_id - sheet.commission_id:
                raise ValidationError(
                    self.env._("The minutes are of a meeting of the commission itself.")
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        """What a teacher has handed in is not deleted."""
        if any(sheet.state != "self" for sheet in self):
            raise ValidationError(
                self.env._("Only a sheet that is still being filled in is deleted.")
            )

    def _get_entered(self, operation):
        """Lines are filled by whom their rules let; minutes are named by the commission."""
        if not self._is_guarded() or self.env.user.has_group(ADMINISTRATION):
            return None
        is_kept = bool(self) and all(sheet.is_kept for sheet in self)
        return {"line_ids"} | (MINUTES if is_kept else set())

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "teacher_id"), self._get_own_teachers_sql())

    def _get_led_condition(self, alias):
        """Of the teachers in the association."""
        return SQL("%s IN (%s)", SQL.identifier(alias, "teacher_id"), self._get_led_teachers_sql())

    def _get_locked_text(self):
        return self.env._(
            "“%(name)s”: the commission has decided, so nothing changes any more. Who disagrees"
            " appeals within the days of the scheme.",
            name=self.display_name,
        )
