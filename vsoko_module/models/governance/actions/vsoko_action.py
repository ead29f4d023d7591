from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

from ...evidence.optional_numbers import OptionalFloat
from ...indicators.vsoko_indicator_band import STATUSES
from ...mixins.locking import NOTES

STATES = [
    ("proposed", "Proposal"),
    ("accepted", "Accepted"),
    ("in_work", "In work"),
    ("done", "Done"),
    ("measured", "Measured"),
    ("closed", "Action closed"),
    ("stopped", "Stopped"),
]
# what still has to be done, and what somebody is busy with
WAITED = ("proposed", "accepted", "in_work")
WORKED_ON = (*WAITED, "done")
ORIGINS = [
    ("figure", "A figure"),
    ("finding", "A finding of a check"),
    ("observation", "A sheet of an expert"),
    ("manual", "By hand"),
]
# what names the figure by which an action is judged
PLACE = frozenset({"indicator_id", "period_id", "class_id", "subject_id"})
# what the owner works with, and what is promised before the administration accepts
WORK = frozenset(
    {"problem", "cause_id", "is_cause_checked", "cause_note", "measure_ids", "pupil_ids", "result"}
)
PROMISE = PLACE | {"name", "deadline", "target", "target_period_id"}


class VsokoAction(models.Model):
    """What the school does about a problem, and what became of it.

    The figure that shows the problem is frozen with what it rests on; the figure of the target
    period says whether it has become better, see `vsoko_action_effect.py`.
    """

    _name = "vsoko.action"
    _inherit = [
        "vsoko.lock.mixin",
        "vsoko.company.mixin",
        "vsoko.led.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _description = "Action on a problem"
    _order = "deadline, id"
    _locked_states = ("measured", "closed", "stopped")
    _free_fields = NOTES
    _entered_by = {
        "vsoko_module.group_administration": None,
        "vsoko_module.group_user": {"create": WORK | PROMISE | {"company_id"}, "write": WORK},
    }

    name = fields.Char(string="What the problem is", required=True, tracking=True)
    problem = fields.Text(string="What is wrong", help="What was seen and where")
    origin = fields.Selection(ORIGINS, readonly=True, required=True, default="manual", copy=False)
    value_id = fields.Many2one(
        "vsoko.indicator.value",
        string="Figure",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )
    finding_id = fields.Many2one(
        "vsoko.validation.finding",
        string="Finding",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )
    observation_id = fields.Many2one(
        "vsoko.observation",
        string="Sheet",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    indicator_id = fields.Many2one(
        "vsoko.indicator",
        string="Indicator",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('framework_id.state', '=', 'approved'),"
        " ('framework_id.company_id', '=', company_id)]",
        help="By which the action will be judged",
    )
    period_id = fields.Many2one(
        "vsoko.period",
        string="Period of the problem",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('company_id', '=', company_id)]",
    )
    class_id = fields.Many2one(
        "vsoko.class", string="Class", index="btree_not_null", ondelete="restrict"
    )
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", index="btree_not_null", ondelete="restrict"
    )
    cell = fields.Char(readonly=True, copy=False)
    cell_name = fields.Char(string="Where", readonly=True, copy=False)
    value = OptionalFloat(string="It was", readonly=True, copy=False, aggregator=None)
    numerator = OptionalFloat(readonly=True, copy=False, aggregator=None)
    denominator = OptionalFloat(readonly=True, copy=False, aggregator=None)
    n = fields.Integer(string="Rests on", readonly=True, copy=False, aggregator=None)
    people = fields.Integer(readonly=True, copy=False, aggregator=None)
    status = fields.Selection(STATUSES, string="Zone", readonly=True, copy=False)
    evidence_date = fields.Date(string="Kept on", readonly=True, copy=False)
    cause_id = fields.Many2one(
        "vsoko.action.cause",
        string="Cause",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('company_id', 'in', (company_id, False))]",
    )
    is_cause_checked = fields.Boolean(
        string="The cause is checked", help="Otherwise it is only assumed"
    )
    cause_note = fields.Text(string="How the cause is known")
    measure_ids = fields.One2many(
        "vsoko.action.measure", "action_id", string="What is done about it"
    )
    pupil_ids = fields.One2many(
        "vsoko.action.pupil",
        "action_id",
        string="For which pupils",
        copy=False,
        groups="vsoko_module.group_teacher",
        help="They leave the list of whom nobody has helped while the action is going on; who reads"
        " the action does not read them",
    )
    owner_id = fields.Many2one(
        "res.users",
        string="Responsible",
        index=True,
        default=lambda self: self.env.uid,
        ondelete="restrict",
        tracking=True,
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
    )
    deadline = fields.Date(string="Due by", index=True, tracking=True)
    target = OptionalFloat(string="Promised", aggregator=None, tracking=True)
    target_period_id = fields.Many2one(
        "vsoko.period",
        string="Period that will show it",
        index="btree_not_null",
        ondelete="restrict",
        tracking=True,
        domain="[('company_id', '=', company_id)]",
    )
    result = fields.Text(help="What was done and what has come of it")
    state = fields.Selection(
        STATES, default="proposed", required=True, readonly=True, copy=False, tracking=True
    )
    done_date = fields.Date(string="Done on", readonly=True, copy=False)
    return_reason = fields.Text(
        string="Why it went back to work", readonly=True, copy=False, tracking=True
    )
    ended_by_id = fields.Many2one(
        "res.users", string="Ended by", readonly=True, copy=False, ondelete="restrict"
    )
    ended_date = fields.Date(string="Ended on", readonly=True, copy=False)
    ending = fields.Text(string="Why it has ended", readonly=True, copy=False)
    is_overdue = fields.Boolean(
        string="Late", compute="_compute_is_overdue", search="_search_is_overdue"
    )
    is_owner = fields.Boolean(compute="_compute_is_owner")
    # whether a measure of the action is the user's
    is_shared = fields.Boolean(
        compute="_compute_is_shared",
        search="_search_is_shared",
    )
    unit = fields.Selection(related="indicator_id.unit")
    digits = fields.Integer(related="indicator_id.digits", aggregator=None)

    @api.depends("deadline", "state")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        for action in self:
            is_waited = action.state in WAITED and bool(action.deadline)
            action.is_overdue = is_waited and action.deadline <= today

    def _search_is_overdue(self, operator, value):
        if operator != "in" or True not in value:
            return NotImplemented
        today = fields.Date.context_today(self)
        return Domain("deadline", "<=", today) & Domain("state", "in", WAITED)

    @api.depends("owner_id")
    @api.depends_context("uid")
    def _compute_is_owner(self):
        for action in self:
            action.is_owner = action.owner_id == self.env.user

    @api.depends_context("uid")
    def _compute_is_shared(self):
        self._compute_mine("is_shared")

    def _search_is_shared(self, operator, value):
        return self._search_mine(operator, value, self._get_shared_condition)

    def _get_shared_condition(self, alias):
        return SQL(
            """%s IN (SELECT shared.action_id FROM vsoko_action_measure shared
                       WHERE shared.owner_id = %s)""",
            SQL.identifier(alias, "id"),
            self.env.uid,
            to_flush=self.measure_ids._fields["owner_id"],
        )

    def _get_led_condition(self, alias):
        """Of the subjects of the association; what is about no subject is the administration's."""
        return SQL("%s IN (%s)", SQL.identifier(alias, "subject_id"), self._get_led_subjects_sql())

    def _get_entered(self, operation):
        """Who proposes goes on writing the promise until it is accepted."""
        entered = super()._get_entered(operation)
        if entered is None or operation != "write":
            return entered
        is_proposed = all(action.state == "proposed" for action in self)
        return entered | PROMISE if is_proposed else entered

    def write(self, vals):
        if vals.keys() & PLACE:
            self._check_not_frozen(vals)
        result = super().write(vals)
        if vals.keys() & {"owner_id", "deadline"}:
            self._remind_owner()
        return result

    def _check_not_frozen(self, vals):
        """Raise ValidationError when values move an action to another figure than the kept one."""
        for action in self.filtered("evidence_date"):
            kept = {name: action[name].id for name in PLACE & vals.keys()}
            if any((vals[name] or False) != value for name, value in kept.items()):
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: the figure of the problem is kept and stays. Make another"
                        " action for another figure.",
                        name=action.name,
                    )
                )

    @api.constrains("period_id", "target_period_id")
    def _check_target_period(self):
        for action in self:
            before, after = action.period_id, action.target_period_id
            if before and after and after.date_end <= before.date_end:
                raise ValidationError(
                    self.env._(
                        "%(after)s cannot show what became of a problem of %(before)s: choose a"
                        " later period.",
                        after=after.display_name,
                        before=before.display_name,
                    )
                )

    @api.constrains("company_id", "indicator_id", "period_id", "target_period_id", "class_id")
    def _check_one_school(self):
        for action in self:
            named = (action.indicator_id.framework_id, action.period_id)
            named += (action.target_period_id, action.class_id.year_id)
            if any(record and record.company_id != action.company_id for record in named):
                raise ValidationError(
                    self.env._("“%(name)s” names what is of another school.", name=action.name)
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_accepted(self):
        """Nothing is closed by deleting."""
        for action in self:
            if action.state != "proposed":
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is accepted and is not deleted: close it or stop it, and say"
                        " why.",
                        name=action.name,
                    )
                )
