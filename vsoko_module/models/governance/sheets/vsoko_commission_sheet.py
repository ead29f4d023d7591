from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tools import SQL

from ...evidence.optional_numbers import OptionalFloat
from ..bodies.vsoko_body_mine_mixin import STAFF
from .vsoko_sheet import MINUTES, STATES

# the states in which a sheet is before its commission
BEFORE = [state for state in STATES if state[0] not in ("self", "checked")]


class VsokoCommissionSheet(models.Model):
    """What the members of a commission read of the sheets of its session.

    By name, or by number as the scheme says; then nothing here leads to the teacher: neither a
    field nor a path, an order, a group or a text. The sheet itself is closed to them, so the chair
    and the secretary name the minutes and decide here, and the program writes it there.
    """

    _name = "vsoko.commission.sheet"
    _inherit = ["vsoko.body.mine.mixin", "vsoko.decided.mixin"]
    _auto = False
    _log_access = False
    _description = "Sheet before a commission"
    _order = "period_end desc, name, id"
    _body_column = "commission_id"
    _depends = {
        "vsoko.sheet": [
            "teacher_id",
            "period_id",
            "scheme_id",
            "commission_id",
            "company_id",
            "number",
            "is_numbered",
            "total",
            "state",
            "meeting_id",
            "answer_meeting_id",
            "minutes_text",
            "shown_date",
            "appeal_until",
            "appeal_text",
            "appealed_at",
            "appeal_answer",
        ],
        "vsoko.teacher": ["name"],
        "vsoko.period": ["name", "date_end"],
    }

    name = fields.Char(string="Sheet", readonly=True)
    is_numbered = fields.Boolean(string="By number", readonly=True)
    company_id = fields.Many2one("res.company", string="School", readonly=True)
    period_id = fields.Many2one("vsoko.period", string="Period", readonly=True, groups=STAFF)
    period_name = fields.Char(string="For the period", readonly=True)
    period_end = fields.Date(readonly=True)
    scheme_id = fields.Many2one("vsoko.sheet.scheme", string="Scheme", readonly=True, groups=STAFF)
    commission_id = fields.Many2one("vsoko.body", string="Commission", readonly=True)
    total = OptionalFloat(string="Points", readonly=True, digits=(8, 2), aggregator=None)
    state = fields.Selection(BEFORE, readonly=True)
    line_ids = fields.One2many("vsoko.commission.line", "sheet_id", string="Criteria")
    meeting_id = fields.Many2one(
        "vsoko.meeting",
        string="Minutes of the commission",
        groups=STAFF,
        domain="[('body_id', '=', commission_id)]",
    )
    answer_meeting_id = fields.Many2one(
        "vsoko.meeting",
        string="Minutes of the answer",
        groups=STAFF,
        domain="[('body_id', '=', commission_id)]",
    )
    minutes_text = fields.Char(string="Decided by the minutes", readonly=True)
    shown_date = fields.Date(string="Shown on", readonly=True)
    appeal_until = fields.Date(string="Appeal until", readonly=True)
    appeal_text = fields.Text(string="Appeal", readonly=True)
    appealed_at = fields.Datetime(string="Appealed on", readonly=True)
    appeal_answer = fields.Text(string="Answer of the commission", readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT sheet.id, sheet.company_id, sheet.period_id, sheet.scheme_id,
                   sheet.commission_id, sheet.is_numbered, sheet.total, sheet.state,
                   sheet.meeting_id, sheet.answer_meeting_id, sheet.minutes_text,
                   sheet.shown_date, sheet.appeal_until, sheet.appeal_text,
                   sheet.appealed_at, sheet.appeal_answer, period.name AS period_name,
                   period.date_end AS period_end,
                   CASE WHEN sheet.is_numbered THEN '№ ' || sheet.number
                        ELSE teacher.name END AS name,
                   NULL::int AS create_uid, NULL::int AS write_uid
              FROM vsoko_sheet sheet
              JOIN vsoko_period period ON period.id = sheet.period_id
              JOIN vsoko_teacher teacher ON teacher.id = sheet.teacher_id
             WHERE sheet.commission_id IS NOT NULL AND sheet.state = ANY(%s)
            """,
            [code for code, _label in BEFORE],
        )

    def _get_kept_condition(self, alias):
        """The chair and the secretary keep all but their own."""
        return SQL(
            "%(kept)s AND %(alias)s NOT IN (SELECT own_sheet.id FROM vsoko_sheet own_sheet"
            " WHERE own_sheet.teacher_id IN (%(own)s))",
            kept=super()._get_kept_condition(alias),
            alias=SQL.identifier(alias, "id"),
            own=self._get_own_teachers_sql(),
        )

    @api.depends("name", "period_name")
    def _compute_display_name(self):
        for sheet in self:
            sheet.display_name = f"{sheet.name or ''}, {sheet.period_name or ''}"

    # a row of a view is no row to write
    def write(self, vals):  # pylint: disable=method-required-super
        """Name the minutes and say points; the sheets are closed to whoever reads here."""
        self._check_kept()
        if vals.keys() - MINUTES - {"line_ids"}:
            raise AccessError(
                self.env._("The commission names its minutes and says its points here alone.")
            )
        for line, said in self._get_said(vals.get("line_ids") or ()):
            line.write(said)
        self._get_sheets().write({name: vals[name] for name in MINUTES & vals.keys()})
        self.env.invalidate_all()
        return True

    def _get_said(self, commands):
        """Return [(line, values)] of what a form says of the criteria of this sheet."""
        said = []
        for kind, number, values in commands:
            if kind != Command.UPDATE or number not in self.line_ids.ids:
                raise AccessError(self.env._("The criteria of a sheet are those of its scheme."))
            said.append((self.env["vsoko.commission.line"].browse(number), values))
        return said

    def action_decide(self):
        """The minutes are signed: freeze the points and show them to the teachers."""
        self._check_kept()
        self._get_sheets().action_decide()
        self.env.invalidate_all()
        return self._toast(self.env._("Decided, the points are shown to the teachers"))

    def action_open_answer(self):
        self.ensure_one()
        self._check_kept()
        return self._open_action(
            "vsoko_module.vsoko_sheet_saying_action",
            self.env._("Answer of the commission"),
            context={"default_commission_sheet_id": self.id, "default_kind": "answer"},
        )

    def _answer(self, text):
        self._check_kept()
        self._get_sheets()._answer(text)
        self.env.invalidate_all()

    def _check_kept(self):
        """Raise AccessError unless the user keeps the minutes of these sheets, not being theirs."""
        self.check_access("read")
        if not self.env.su and not all(sheet.is_kept for sheet in self):
            raise AccessError(self.env._("The chair or the secretary of the commission does this."))

    def _get_sheets(self):
        # Whoever calls has asked whether the user keeps them; the user knows them by number.
        return self.env["vsoko.sheet"].sudo().browse(self.ids)
