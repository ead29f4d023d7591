from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL, format_date

from ....tools.measures import rubric as rubrics
from ...mixins.locking import NOTES
from ...mixins.signing import signed_in
from ..optional_numbers import OptionalFloat, OptionalInteger

# a visit is planned, filled in and complete (discussed), read by the teacher, closed
STATES = [
    ("planned", "Planned"),
    ("draft", "Being filled"),
    ("complete", "Complete"),
    ("acquainted", "Read by the teacher"),
    ("closed", "Closed"),
    ("withdrawn", "Withdrawn"),
]
# the states in which the result counts and the teacher who was seen reads it
COUNTED = ("complete", "acquainted", "closed")


class VsokoObservation(models.Model):
    """A sheet of an expert by a rubric: about a lesson, a class, a pupil, a programme, the school.

    The answers are one JSON field, so that a phone can keep and send them as a whole; see
    `tools.measures.rubric` for their shape and for the score. Nothing is asked of the teacher:
    who was seen reads the complete sheet and may answer. A sheet about a lesson or an event is a
    visit: it may be planned for a day, and begins with the first answer or note.
    """

    _name = "vsoko.observation"
    _inherit = [
        "vsoko.signing.mixin",
        "vsoko.company.mixin",
        "vsoko.own.mixin",
        "vsoko.led.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _description = "Sheet of an expert assessment"
    _order = "date desc, id desc"
    _rec_names_search = ["topic"]
    _locked_states = (*COUNTED, "withdrawn")
    _signature = ("completed_by_id", "completed_date")
    _free_fields = NOTES

    rubric_id = fields.Many2one(
        "vsoko.rubric",
        string="Rubric",
        required=True,
        index=True,
        ondelete="restrict",
        domain="[('state', '=', 'approved'), ('company_id', 'in', (company_id, False))]",
    )
    kind = fields.Selection(related="rubric_id.kind", store=True)
    about = fields.Selection(related="rubric_id.about")
    date = fields.Date(required=True, default=fields.Date.context_today, index=True)
    year_id = fields.Many2one(
        "vsoko.year",
        string="School year",
        compute="_compute_year_id",
        store=True,
        index=True,
        ondelete="restrict",
    )
    expert_id = fields.Many2one(
        "res.users",
        string="Expert",
        required=True,
        index=True,
        default=lambda self: self.env.uid,
        ondelete="restrict",
    )
    teacher_id = fields.Many2one(
        "vsoko.teacher",
        string="Teacher",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        domain="[('year_id', '=', year_id)]",
    )
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", index="btree_not_null", ondelete="restrict"
    )
    student_id = fields.Many2one(
        "vsoko.student",
        string="Pupil",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    programme_id = fields.Many2one(
        "vsoko.programme",
        string="Programme of the register",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    programme_name = fields.Char(
        string="Programme",
        compute="_compute_programme_name",
        store=True,
        readonly=False,
        help="The name as it was then; a programme that is not in the register is only named",
    )
    topic = fields.Char(help="Topic of the lesson, title of the event or of the project")
    form = fields.Json(compute="_compute_form")
    answers = fields.Json(string="Answers by criteria")
    score = OptionalInteger(
        string="Points", compute="_compute_outcome", store=True, aggregator=None
    )
    max_score = OptionalInteger(
        string="Greatest points", compute="_compute_outcome", store=True, aggregator=None
    )
    level_id = fields.Many2one(
        "vsoko.rubric.level",
        string="Level",
        compute="_compute_outcome",
        store=True,
        ondelete="restrict",
    )
    percent = OptionalFloat(
        string="Result, %", compute="_compute_percent", digits=(5, 1), aggregator=None
    )
    total_text = fields.Char(string="Result", compute="_compute_percent")
    notes = fields.Text(help="What was seen in which minute, one line for each note")
    conclusions = fields.Text()
    recommendations = fields.Text()
    state = fields.Selection(
        STATES,
        default="planned",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )
    completed_by_id = fields.Many2one(
        "res.users", string="Completed by", readonly=True, copy=False, ondelete="restrict"
    )
    completed_date = fields.Datetime(string="Completed on", readonly=True, copy=False)
    acknowledged_date = fields.Datetime(
        string="The teacher has read it on", readonly=True, copy=False
    )
    teacher_answer = fields.Selection(
        [("agree", "Agrees"), ("own_opinion", "Has an opinion of the own")],
        string="Answer of the teacher",
        readonly=True,
        copy=False,
    )
    teacher_opinion = fields.Text(string="Opinion of the teacher", readonly=True, copy=False)

    _signed = signed_in(*_locked_states, by="completed_by_id", on="completed_date")

    @api.depends("date", "company_id")
    def _compute_year_id(self):
        # Years of the own school, which every employee reads; a new record may have none yet.
        years = self.env["vsoko.year"].search([("company_id", "in", self.company_id.ids)])
        for sheet in self:
            sheet.year_id = years.filtered(
                lambda year, sheet=sheet: (
                    year.company_id == sheet.company_id
                    and sheet.date
                    and year.date_start <= sheet.date <= year.date_end
                )
            )[:1]

    @api.depends("rubric_id")
    def _compute_form(self):
        for sheet in self:
            sheet.form = sheet.rubric_id._get_form()

    @api.depends("answers", "rubric_id")
    def _compute_outcome(self):
        for sheet in self:
            outcome = sheet._get_outcome()
            levels = [(level.id, level.min_percent) for level in sheet.rubric_id.level_ids]
            sheet.score = False if outcome.score is None else outcome.score
            sheet.max_score = False if outcome.maximum is None else outcome.maximum
            sheet.level_id = rubrics.reached(levels, outcome.percent)

    @api.depends("programme_id")
    def _compute_programme_name(self):
        for sheet in self:
            # the register may name it otherwise one day; without a link the text stays
            if sheet.programme_id:
                sheet.programme_name = sheet.programme_id.name

    @api.depends("score", "max_score", "level_id")
    def _compute_percent(self):
        for sheet in self:
            has_total = sheet.score is not False
            sheet.percent = sheet.score * 100 / sheet.max_score if has_total else False
            sheet.total_text = sheet._get_total_text()

    def _get_total_text(self):
        """Return the result in words, or why there is none."""
        if self.score is False:
            return self.env._("No result: fewer than 80 % of the mandatory criteria have points")
        text = self.env._("%(score)s of %(max)s points", score=self.score, max=self.max_score)
        return f"{text} — {self.level_id.name}" if self.level_id else text

    def _get_points(self):
        """Return {key of a criterion: points} of what was judged."""
        answers = (self.answers or {}).items()
        points = {key: answer.get("points") for key, answer in answers}
        return {key: given for key, given in points.items() if isinstance(given, int)}

    def _get_outcome(self):
        return rubrics.outcome(self.rubric_id._get_criteria(), self.answers)

    @api.depends("rubric_id", "date", "teacher_id", "class_id", "student_id", "programme_name")
    def _compute_display_name(self):
        for sheet in self:
            about = (
                sheet.class_id.name,
                sheet.student_id.name or sheet.teacher_id.name or sheet.programme_name,
                format_date(self.env, sheet.date) if sheet.date else None,
            )
            parts = [sheet.rubric_id.name or "", *filter(None, about)]
            sheet.display_name = ", ".join(parts)

    @api.model_create_multi
    def create(self, vals_list):
        sheets = super().create(vals_list)
        sheets._begin()
        return sheets

    def write(self, vals):
        if vals.get("expert_id", self.env.uid) != self.env.uid:
            self._check_naming()
        result = super().write(vals)
        self._begin()
        return result

    def _begin(self):
        """What is answered or noted is planned no more."""
        planned = self.filtered(lambda sheet: sheet.state == "planned")
        begun = planned.filtered(lambda sheet: sheet.answers or sheet.notes)
        if begun:
            begun._store({"state": "draft"})

    def _check_naming(self):
        """Raise AccessError unless the user may give a sheet to somebody else."""
        administration = "vsoko_module.group_administration"
        if not self.env.su and not self.env.user.has_group(administration):
            raise AccessError(
                self.env._("A sheet is filled by its expert; the administration names the expert.")
            )

    def _get_own_condition(self, alias):
        """A complete sheet belongs to the teacher who was seen, too."""
        return SQL(
            "%s IN (%s) AND %s = ANY(%s)",
            SQL.identifier(alias, "teacher_id"),
            self._get_own_teachers_sql(),
            SQL.identifier(alias, "state"),
            list(COUNTED),
        )

    def _get_led_condition(self, alias):
        """Complete sheets about lessons of the subject are read by the head of the association."""
        return SQL(
            "%s AND %s = ANY(%s)",
            super()._get_led_condition(alias),
            SQL.identifier(alias, "state"),
            list(COUNTED),
        )
