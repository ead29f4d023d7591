from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import SQL, format_date

from ....tools.reports.formatting import number
from ...evidence.optional_numbers import OptionalFloat

KINDS = [
    ("element", "Planned result below the parallel"),
    ("criterion", "Criterion of visits"),
    ("course", "Three years without a course"),
    ("category", "Category or attestation that ends"),
    ("request", "Own request"),
    ("diagnostics", "Diagnostics of the profession"),
]
# what people enter; everything else the program finds
ENTERED = ("request", "diagnostics")
WAYS = [
    ("programme", "Programme of training"),
    ("mentor", "Mentor"),
    ("association", "Topic of the association"),
    ("exchange", "Lessons of colleagues"),
    ("self", "On one's own"),
]
ADMINISTRATION = "vsoko_module.group_administration"


class VsokoTrainingNeed(models.Model):
    """What training would help a teacher, with the evidence: a direction, and no judgement.

    The program finds needs in results, visits and registers, and closes them when the evidence is
    gone, not when a course is over; a teacher enters the own requests. A need that comes again is
    another line. Nothing of it enters a rating or pay.
    """

    _name = "vsoko.training.need"
    _inherit = ["vsoko.company.mixin", "vsoko.own.mixin", "vsoko.led.mixin"]
    _description = "Direction of training"
    _order = "date_from desc, id desc"
    _rec_names_search = ["theme"]
    _entered_by = {
        ADMINISTRATION: None,
        "vsoko_module.group_teacher": {
            "create": {"theme", "note", "subject_id", "teacher_id", "company_id"},
            "write": {"theme", "note", "subject_id"},
        },
    }

    teacher_id = fields.Many2one(
        "vsoko.teacher",
        string="Teacher",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
        default=lambda self: self._default_teacher_id(),
    )
    kind = fields.Selection(KINDS, string="Ground", required=True, default="request", index=True)
    theme = fields.Char(string="Direction", help="What to learn, in a few words")
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", index="btree_not_null", ondelete="restrict"
    )
    grade = fields.Integer(readonly=True, aggregator=None)
    content_id = fields.Many2one(
        "vsoko.content.element",
        string="Element of content",
        readonly=True,
        index="btree_not_null",
        ondelete="cascade",
    )
    skill_id = fields.Many2one(
        "vsoko.skill", string="Skill", readonly=True, index="btree_not_null", ondelete="cascade"
    )
    criterion_id = fields.Many2one(
        "vsoko.rubric.criterion",
        string="Criterion",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    value = OptionalFloat(readonly=True, aggregator=None)
    compared = OptionalFloat(readonly=True, aggregator=None)
    people = fields.Integer(readonly=True, aggregator=None)
    others = fields.Integer(readonly=True, aggregator=None)
    occasions = fields.Integer(readonly=True, aggregator=None)
    day = fields.Date(readonly=True)
    # where the teacher's pupils or lessons stood when the need was found
    first_value = OptionalFloat(readonly=True, aggregator=None)
    first_people = fields.Integer(readonly=True, aggregator=None)
    evidence = fields.Text(compute="_compute_evidence")
    note = fields.Text(help="What else should be known")
    date_from = fields.Date(
        string="Since", required=True, readonly=True, default=fields.Date.context_today
    )
    date_to = fields.Date(
        string="Until", readonly=True, help="Empty: it still stands. The evidence closes it"
    )
    way = fields.Selection(WAYS, string="How to learn it")
    proposal = fields.Char(
        string="What is proposed", help="The programme of the federal register, the mentor"
    )
    due_date = fields.Date(string="Due by")
    action_id = fields.Many2one(
        "vsoko.action",
        string="Plan of training",
        readonly=True,
        index="btree_not_null",
        ondelete="set null",
    )
    action_state = fields.Selection(related="action_id.state", string="How the plan stands")
    verdict = fields.Selection(related="action_id.verdict", string="What the figure says")

    _standing_uniq = models.UniqueIndex(
        "(teacher_id, kind, COALESCE(subject_id, 0), COALESCE(grade, 0), COALESCE(content_id, 0),"
        " COALESCE(skill_id, 0), COALESCE(criterion_id, 0))"
        " WHERE date_to IS NULL AND kind NOT IN ('request', 'diagnostics')",
        "The direction is there already.",
    )

    @api.model
    def _default_teacher_id(self):
        # the own card alone is asked for, whatever the user reads of cards
        cards = self.env["vsoko.teacher"].sudo()
        domain = [("user_id", "=", self.env.uid), ("company_id", "=", self.env.company.id)]
        return cards.search(domain, limit=1).id

    @api.depends("theme", "kind")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for need in self:
            need.display_name = need.theme or kinds.get(need.kind, "")

    @api.constrains("kind", "theme")
    def _check_theme(self):
        for need in self.filtered(lambda need: need.kind in ENTERED):
            if not (need.theme or "").strip():
                raise ValidationError(self.env._("Say in a few words what to learn."))

    @api.model_create_multi
    def create(self, vals_list):
        needs = super().create(vals_list)
        if not self.env.su and any(need.kind not in ENTERED for need in needs):
            raise UserError(self.env._("This ground is found by the program in its evidence."))
        return needs

    @api.ondelete(at_uninstall=False)
    def _unlink_except_found(self):
        if any(need.kind not in ENTERED for need in self):
            raise UserError(
                self.env._("What the evidence shows is not deleted: it closes by the evidence.")
            )

    @api.depends("kind", "value", "compared", "people", "others", "occasions", "day", "date_to")
    def _compute_evidence(self):
        for need in self:
            need.evidence = "\n".join(filter(None, (need._describe(), need._describe_end())))

    def _describe(self):
        """Return the evidence in words, empty of what people entered."""
        if self.kind == "element":
            return self.env._(
                "Reached by %(own)s %% of %(people)s pupils, in the rest of the parallel by"
                " %(rest)s %% of %(others)s; by %(works)s works",
                own=number(self.value, 0),
                people=self.people,
                rest=number(self.compared, 0),
                others=self.others,
                works=self.occasions,
            )
        if self.kind == "criterion":
            return self.env._(
                "A point or none in %(found)s of %(lessons)s lessons visited",
                found=self.occasions,
                lessons=self.people,
            )
        if self.kind == "course" and not self.day:
            return self.env._("No course is in the register")
        days = {
            "course": self.env._("The last course ended on %(day)s", day=self._format_day()),
            "category": self.env._("It holds until %(day)s", day=self._format_day()),
        }
        return days.get(self.kind)

    def _describe_end(self):
        if not self.date_to:
            return None
        ended = format_date(self.env, self.date_to)
        return self.env._("The evidence is gone since %(day)s", day=ended)

    def _format_day(self):
        return format_date(self.env, self.day) if self.day else ""

    def action_close(self):
        """Say that what people entered is needed no more."""
        self.check_access("write")
        if any(need.kind not in ENTERED for need in self):
            raise UserError(
                self.env._("What the evidence shows is not deleted: it closes by the evidence.")
            )
        # The right was asked; the day is the program's field.
        self.sudo().date_to = fields.Date.context_today(self)
        return self._toast(self.env._("Noted as closed"))

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "teacher_id"), self._get_own_teachers_sql())

    def _get_led_condition(self, alias):
        """Of a teacher of the association, in one of its subjects."""
        return SQL(
            "(%s IN (%s) AND %s IN (%s))",
            SQL.identifier(alias, "teacher_id"),
            self._get_led_teachers_sql(),
            SQL.identifier(alias, "subject_id"),
            self._get_led_subjects_sql(),
        )
