from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Domain
from odoo.tools import SQL, format_date

from ....tools.measures import rubric as rubrics
from ...mixins.locking import NOTES
from ...mixins.signing import signed_in
from ..optional_numbers import OptionalInteger
from .vsoko_rubric import ABOUTS

ALL_ABOUTS = frozenset(name for names in ABOUTS.values() for name in names)


class VsokoObservation(models.Model):
    """A sheet of an expert by a rubric: about a lesson, a class, a pupil, a programme, the school.

    The answers are one JSON field, so that a phone can keep and send them as a whole; see
    `tools.measures.rubric` for their shape and for the score. Nothing is asked of the teacher:
    who was seen reads the complete sheet and may answer.
    """

    _name = "vsoko.observation"
    _inherit = [
        "vsoko.signing.mixin",
        "vsoko.company.mixin",
        "vsoko.own.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _description = "Sheet of an expert assessment"
    _order = "date desc, id desc"
    _locked_states = ("complete", "withdrawn")
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
    programme_name = fields.Char(string="Programme")
    topic = fields.Char(help="Topic of the lesson, title of the event or of the project")
    form = fields.Json(compute="_compute_form", export_string_translation=False)
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
    has_total = fields.Boolean(compute="_compute_outcome", store=True)
    percent = fields.Float(string="Result, %", compute="_compute_percent", digits=(5, 1))
    total_text = fields.Char(string="Result", compute="_compute_percent")
    conclusions = fields.Text()
    recommendations = fields.Text()
    state = fields.Selection(
        [("draft", "Being filled"), ("complete", "Complete"), ("withdrawn", "Withdrawn")],
        default="draft",
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
    teacher_opinion = fields.Text(string="Opinion of the teacher", readonly=True, copy=False)

    _signed = signed_in("complete", "withdrawn", by="completed_by_id", on="completed_date")

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
            sheet.form = [
                {
                    "key": criterion.key,
                    "name": criterion.name,
                    "levels": list(criterion.levels),
                    "mandatory": criterion.is_mandatory,
                }
                for criterion in sheet.rubric_id._get_criteria()
            ]

    @api.depends("answers", "rubric_id")
    def _compute_outcome(self):
        for sheet in self:
            outcome = sheet._get_outcome()
            levels = [(level.id, level.min_percent) for level in sheet.rubric_id.level_ids]
            sheet.score = False if outcome.score is None else outcome.score
            sheet.max_score = False if outcome.maximum is None else outcome.maximum
            sheet.has_total = outcome.score is not None
            sheet.level_id = rubrics.reached(levels, outcome.percent)

    @api.depends("score", "max_score", "level_id")
    def _compute_percent(self):
        for sheet in self:
            sheet.percent = sheet.score * 100 / sheet.max_score if sheet.has_total else 0
            sheet.total_text = sheet._get_total_text()

    def _get_total_text(self):
        """Return the result in words, or why there is none."""
        if not self.has_total:
            return self.env._("No result: fewer than 80 % of the mandatory criteria have points")
        text = self.env._("%(score)s of %(max)s points", score=self.score, max=self.max_score)
        return f"{text} — {self.level_id.name}" if self.level_id else text

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

    def write(self, vals):
        if vals.get("expert_id", self.env.uid) != self.env.uid:
            self._check_naming()
        return super().write(vals)

    def _check_naming(self):
        """Raise AccessError unless the user may give a sheet to somebody else."""
        administration = "vsoko_module.group_administration"
        if not self.env.su and not self.env.user.has_group(administration):
            raise AccessError(
                self.env._("A sheet is filled by its expert; the administration names the expert.")
            )

    @api.constrains("rubric_id", "answers")
    def _check_answers(self):
        for sheet in self:
            if sheet.rubric_id.state != "approved":
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is not approved: sheets are filled by approved rubrics.",
                        name=sheet.rubric_id.name,
                    )
                )
            try:
                rubrics.check_answers(sheet.rubric_id._get_criteria(), sheet.answers)
            except rubrics.AnswerError as error:
                raise ValidationError(sheet._get_answer_text(error)) from error

    def _get_answer_text(self, error):
        if error.code == "points":
            return self.env._(
                "“%(criterion)s”: choose one of the described points.", criterion=error.name
            )
        return self.env._(
            "An answer does not belong to the rubric “%(name)s”. Choose the rubric again and"
            " answer its criteria.",
            name=self.rubric_id.name,
        )

    @api.constrains("rubric_id", "teacher_id", "class_id", "subject_id", "student_id", "date")
    def _check_about(self):
        for sheet in self:
            missing = [name for name in ABOUTS[sheet.rubric_id.about] if not sheet[name]]
            if missing:
                labels = self.fields_get(missing, ["string"])
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: say whom it is about: %(missing)s.",
                        name=sheet.rubric_id.name,
                        missing=", ".join(labels[name]["string"] for name in missing),
                    )
                )
            if sheet.class_id and sheet.class_id.year_id != sheet.year_id:
                raise ValidationError(
                    self.env._(
                        "%(class)s is not a class of the school year that holds this day.",
                        **{"class": sheet.class_id.display_name},
                    )
                )

    @api.onchange("rubric_id")
    def _onchange_rubric_id(self):
        """Another rubric asks other questions and may be about somebody else."""
        self.answers = False
        if self.rubric_id:
            for name in ALL_ABOUTS.difference(ABOUTS[self.rubric_id.about]):
                self[name] = False

    @api.onchange("student_id", "date")
    def _onchange_student_id(self):
        """The class of a pupil is that of the day."""
        if self.student_id and self.date:
            stays = self.env["vsoko.enrolment"]
            present = stays._get_present_domain(self.date)
            own = Domain("student_id", "=", self.student_id._origin.id)
            stay = stays.search(own & present, limit=1)
            self.class_id = stay.class_id

    def _get_own_condition(self, alias):
        """A complete sheet belongs to the teacher who was seen, too."""
        return SQL(
            "%s IN (%s) AND %s = 'complete'",
            SQL.identifier(alias, "teacher_id"),
            self._get_own_teachers_sql(),
            SQL.identifier(alias, "state"),
        )
