from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from .vsoko_plan_line import OPEN_STATES

CHANGES = [("move", "Moved"), ("cancel", "Called off"), ("resume", "Planned again")]
# what a line goes through without anybody's changing it
HAPPENED = [("let_go", "Waits for another one")]
ADMINISTRATION = "vsoko_module.group_administration"


class VsokoPlanLineChange(models.Model):
    """What happened to a line of an approved plan: a moved day keeps the old one, a cancelled line
    its reason, a line that lost its thing says how. Written by the program alone."""

    _name = "vsoko.plan.line.change"
    _description = "Change of a line of the plan"
    _order = "id desc"
    # the history of a locked plan goes on
    _follows_lock = False

    line_id = fields.Many2one(
        "vsoko.plan.line", required=True, readonly=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="line_id.company_id", store=True, index=True)
    kind = fields.Selection(CHANGES + HAPPENED, required=True, readonly=True)
    date_before = fields.Date(string="Was due", readonly=True)
    date_after = fields.Date(string="Is due", readonly=True)
    reason = fields.Text(required=True, readonly=True)
    user_id = fields.Many2one("res.users", string="By whom", readonly=True, ondelete="restrict")
    moment = fields.Datetime(string="When", readonly=True, default=fields.Datetime.now)


class VsokoPlanLine(models.Model):
    """Moving and cancelling lines of a plan that is in force, with a reason that stays."""

    _inherit = "vsoko.plan.line"

    change_ids = fields.One2many(
        "vsoko.plan.line.change", "line_id", string="History", readonly=True
    )
    first_date = fields.Date(
        string="First planned for",
        readonly=True,
        copy=False,
        help="The day of the approved plan, when the line was moved since",
    )
    cancel_reason = fields.Text(string="Why it is cancelled", readonly=True, copy=False)

    def action_change(self):
        """Ask for the new day or the reason before lines are moved or cancelled."""
        self._check_changeable()
        return self._open_action(
            "vsoko_module.vsoko_plan_line_changing_action",
            context={"default_line_ids": self.ids, **self._get_proposed_change()},
        )

    def _get_proposed_change(self):
        kind = "resume" if set(self.mapped("state")) == {"cancelled"} else "move"
        return {"default_kind": kind}

    def _move_to(self, day, reason):
        """Move the lines to another day; the old one stays in their history."""
        self._check_changeable(OPEN_STATES)
        self._take_turn()
        moved = self.filtered(lambda line: line.date != day)
        moved._check_day(day)
        moved._keep_changes("move", reason, day)
        for line in moved:
            line._store(line._prepare_move(day))
        moved._move_links(day)

    def _prepare_move(self, day):
        lasts = self.date - self.date_start if self.date_start else None
        return {
            "date": day,
            "date_start": day - lasts if lasts is not None else False,
            "first_date": self.first_date or self.date,
        }

    def _check_day(self, day):
        if not day:
            raise UserError(self.env._("Say until when: the new day is missing."))

    def _cancel(self, reason):
        """Say that the lines will not be carried out, and why."""
        self._check_changeable(OPEN_STATES)
        self._take_turn()
        self._keep_changes("cancel", reason)
        self._store({"state": "cancelled", "cancel_reason": self._get_reason(reason)})

    def _resume(self, reason):
        """Take a cancellation back."""
        self._check_changeable(("cancelled",))
        self._take_turn()
        self._keep_changes("resume", reason)
        self._store({"state": "planned", "cancel_reason": False})
        self._follow_links()

    def _check_changeable(self, states=None):
        """Raise an error unless the administration changes lines of a plan that is in force."""
        self.check_access("write")
        if not self.env.su and not self.env.user.has_group(ADMINISTRATION):
            raise AccessError(self.env._("The administration changes lines of an approved plan."))
        for line in self:
            if line.plan_state != "approved":
                raise UserError(
                    self.env._(
                        "“%(name)s”: its plan is not in force. In a draft you simply change the"
                        " line.",
                        name=line.name,
                    )
                )
            if states and line.state not in states:
                raise UserError(
                    self.env._(
                        "“%(name)s” is %(state)s: that is not possible any more.",
                        name=line.name,
                        state=line._get_state_name().lower(),
                    )
                )

    def _get_state_name(self):
        return dict(self._fields["state"]._description_selection(self.env))[self.state]

    def _get_reason(self, reason):
        """Return the reason; raise UserError when there is none."""
        return self.env["vsoko.plan"]._get_reason(reason)

    def _keep_changes(self, kind, reason, day=False):
        reason = self._get_reason(reason)
        # The history is written by the program alone; the callers have checked the right.
        self.env["vsoko.plan.line.change"].sudo().create(
            [
                {
                    "line_id": line.id,
                    "kind": kind,
                    "date_before": line.date if day else False,
                    "date_after": day,
                    "reason": reason,
                    "user_id": self.env.uid,
                }
                for line in self
            ]
        )
