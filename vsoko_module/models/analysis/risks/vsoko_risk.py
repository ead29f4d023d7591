from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL

from .vsoko_risk_rule import LISTS

STATES = [
    ("open", "Nobody helps yet"),
    ("helped", "Somebody helps"),
    ("settled", "Looked into"),
    ("left", "The reasons are gone"),
]


class VsokoRisk(models.Model):
    """A pupil who may need help in a term: once, with all reasons in words.

    It is a list of whom nobody has helped yet, not a judgement: there is no score. A pupil leaves
    it when the reasons are gone, when somebody helps (rooms that know how people are helped say
    so by `_get_help_sql`), or when somebody wrote what was found out; a new reason brings the
    pupil back.
    """

    _name = "vsoko.risk"
    _inherit = ["vsoko.company.mixin", "vsoko.own.mixin"]
    _description = "Pupil who may need help"
    _order = "list, priority, date_from, id"
    _rec_name = "student_id"
    _name_parts = ("student_id", "period_id")

    company_id = fields.Many2one(readonly=True)
    period_id = fields.Many2one(
        "vsoko.period",
        string="Term",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    student_id = fields.Many2one(
        "vsoko.student",
        string="Pupil",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    watcher_id = fields.Many2one(
        "vsoko.teacher",
        string="Who watches",
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
        help="At first the class teacher",
    )
    state = fields.Selection(STATES, required=True, default="open", readonly=True, index=True)
    list = fields.Selection(LISTS, required=True, default="attention", readonly=True)
    priority = fields.Integer(
        readonly=True,
        aggregator=None,
        help="The place of the first rule that names the pupil",
    )
    is_within = fields.Boolean(
        string="Can be helped",
        readonly=True,
        help="Within the number of pupils who can be helped at a time, by the order of the rules"
        " and the time they wait",
    )
    date_from = fields.Date(string="In the list since", required=True, readonly=True)
    date_left = fields.Date(string="Left it on", readonly=True)
    note = fields.Text(string="What was found out", readonly=True)
    note_date = fields.Date(string="Looked into on", readonly=True)
    note_by_id = fields.Many2one(
        "res.users", string="Looked into by", readonly=True, ondelete="restrict"
    )
    reason_ids = fields.One2many("vsoko.risk.reason", "risk_id", string="Reasons", readonly=True)
    reasons = fields.Text(string="Why", compute="_compute_reasons")
    advice = fields.Text(string="What to do", compute="_compute_reasons")
    done = fields.Text(string="What was done", compute="_compute_done")
    effect = fields.Char(compute="_compute_reasons")

    _student_period_uniq = models.Constraint(
        "UNIQUE(student_id, period_id)", "The pupil is in the list of the term already."
    )

    @api.depends("student_id", "period_id")
    def _compute_display_name(self):
        for risk in self:
            risk.display_name = ", ".join(
                filter(None, [risk.student_id.name, risk.period_id.display_name])
            )

    @api.depends("reason_ids.name", "reason_ids.date_to", "reason_ids.rule_id.advice")
    def _compute_reasons(self):
        for risk in self:
            standing = risk._get_standing()
            risk.reasons = "\n".join(standing._get_lines())
            risk.advice = "\n".join(dict.fromkeys(standing.rule_id.mapped("advice")))
            risk.effect = risk._describe_effect(len(risk.reason_ids), len(standing))

    def _get_standing(self):
        """Return the reasons that still stand."""
        return self.reason_ids.filtered(lambda reason: not reason.date_to)

    def _get_newest_day(self):
        """Return the day of the newest reason that nobody has looked into, False without one:
        help that began earlier is no answer to it."""
        waiting = self._get_standing().filtered(lambda reason: not reason.is_settled)
        return max(waiting.mapped("date_from"), default=False)

    def _describe_effect(self, count, standing):
        if count == standing:
            return False
        if not standing:
            return self.env._("All reasons are gone: %(count)s", count=count)
        return self.env._(
            "Of the reasons so far, %(count)s, there remain %(standing)s",
            count=count,
            standing=standing,
        )

    @api.depends("note", "note_date", "note_by_id")
    def _compute_done(self):
        helped = self._get_help_texts()
        for risk in self:
            risk.done = "\n".join([*helped.get(risk.student_id, []), *risk._get_note_lines()])

    def _get_note_lines(self):
        if not self.note:
            return []
        # Readers of the list are told who has looked into it, whatever they read of users.
        author = self.sudo().note_by_id.name
        return [f"{self.note_date:%d.%m.%Y}, {author}: {self.note}"]

    def _get_help_texts(self):
        """Return {pupil: lines of what is done}; rooms that know how pupils are helped add to
        it."""
        return {}

    @api.model
    def _get_help_sql(self):
        """Return the SELECT of ``student_id`` and ``since``: who is being helped and from which
        day on; rooms that know how pupils are helped add to it."""
        return SQL("SELECT NULL::integer AS student_id, NULL::date AS since WHERE FALSE")

    @api.model
    def _get_present_domain(self):
        """Return the domain of the terms that the list is about now."""
        return Domain("period_id.is_latest_term", "=", True)

    def _get_own_condition(self, alias):
        """Pupils of the own class: what other teachers are told of are reasons of their lessons."""
        return SQL("%s IN (%s)", SQL.identifier(alias, "class_id"), self._get_homeroom_sql())

    def action_open_settling(self):
        """Ask what was found out about these pupils."""
        self.check_access("read")
        return self._open_action(
            "vsoko_module.vsoko_risk_settling_action", context={"default_risk_ids": self.ids}
        )

    def _settle(self, note):
        """Write what was found out: the reasons so far bring the pupils back no more."""
        self.check_access("read")
        if not (note or "").strip():
            raise UserError(self.env._("Write what was found out: it stays with the pupil."))
        # Who reads the list of the class answers for its pupils; the note is the program's field.
        risks = self.sudo()
        risks._get_standing().is_settled = True
        risks.write(
            {
                "note": note.strip(),
                "note_date": fields.Date.context_today(self),
                "note_by_id": self.env.uid,
            }
        )
        risks._follow()
