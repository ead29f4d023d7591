from odoo import api, fields, models
from odoo.exceptions import UserError

from ...school.vsoko_teacher import CATEGORIES, EDUCATION
from .vsoko_staff_course import TRAINING

# level of a diploma → what the list of staff calls it; the higher one counts, from the first down
EDUCATION_OF_LEVEL = {
    "higher": "higher",
    "spo_specialist": "secondary",
    "spo_worker": "secondary",
    "general": "other",
}
# a result of the attestation → the category of the list; a methodologist and a mentor have the
# highest one, the best counts, from the first down
CATEGORY_OF_RESULT = {
    "highest": "highest",
    "methodist": "highest",
    "mentor": "highest",
    "first": "first",
    "fitness": "conformity",
}
# computed, and entered where a register says nothing
_ENTERED = {"store": True, "readonly": False}
_REGISTERED = {
    "compute": "_compute_registered",
    "compute_sudo": True,
}
_READERS = "vsoko_module.group_teacher"


class VsokoTeacher(models.Model):
    """What registers say of a member of staff comes before what the list of staff says.

    The list, and who fills the card by hand, write the usual fields; what they said is kept in
    `stated_…` and counts where a register has no line of the person. So nothing of the list is
    lost, and a line that is removed gives way to it again. Facts ask the same of any day
    (`vsoko.fact.staff`); here it is that of today.
    """

    _inherit = "vsoko.teacher"

    education_ids = fields.One2many(
        "vsoko.staff.education", "teacher_id", string="Diplomas", groups=_READERS
    )
    attestation_ids = fields.One2many(
        "vsoko.staff.attestation", "teacher_id", string="Attestations", groups=_READERS
    )
    course_ids = fields.One2many(
        "vsoko.staff.course", "teacher_id", string="Courses", groups=_READERS
    )
    experience_ids = fields.One2many(
        "vsoko.staff.experience",
        "teacher_id",
        string="Beginning of the experience",
        groups=_READERS,
    )
    event_ids = fields.One2many("vsoko.staff.event", "teacher_id", string="Events", groups=_READERS)

    # whether a register says it, so that the card is not where it is entered
    education_registered = fields.Boolean(**_REGISTERED)
    category_registered = fields.Boolean(**_REGISTERED)
    experience_registered = fields.Boolean(**_REGISTERED)
    course_registered = fields.Boolean(**_REGISTERED)

    education = fields.Selection(
        compute="_compute_education", inverse="_inverse_education", **_ENTERED
    )
    education_pedagogic = fields.Boolean(
        compute="_compute_education", inverse="_inverse_education", **_ENTERED
    )
    speciality = fields.Char(compute="_compute_education", inverse="_inverse_education", **_ENTERED)
    category = fields.Selection(
        compute="_compute_category", inverse="_inverse_category", **_ENTERED
    )
    category_date = fields.Date(
        compute="_compute_category", inverse="_inverse_category", **_ENTERED
    )
    experience_years = fields.Integer(
        compute="_compute_experience", inverse="_inverse_experience", **_ENTERED
    )
    experience_date = fields.Date(
        compute="_compute_experience", inverse="_inverse_experience", **_ENTERED
    )
    course_date = fields.Date(compute="_compute_course", inverse="_inverse_course", **_ENTERED)
    course_fgos = fields.Boolean(compute="_compute_course", inverse="_inverse_course", **_ENTERED)

    stated_education = fields.Selection(EDUCATION, string="Education by the list")
    stated_education_pedagogic = fields.Boolean(string="Pedagogic education by the list")
    stated_speciality = fields.Char(string="Speciality by the list")
    stated_category = fields.Selection(CATEGORIES, string="Category by the list", default="none")
    stated_category_date = fields.Date(string="Date of the category by the list")
    stated_experience_years = fields.Integer(
        string="Years of experience by the list", aggregator=None
    )
    stated_experience_date = fields.Date(string="Day of these years by the list")
    stated_course_date = fields.Date(string="Last course by the list")
    stated_course_fgos = fields.Boolean(string="Trained for FGOS by the list")

    @api.depends(
        "stated_education",
        "stated_education_pedagogic",
        "stated_speciality",
        "education_ids.level",
        "education_ids.is_pedagogic",
        "education_ids.speciality",
        "education_ids.date",
    )
    def _compute_education(self):
        order = list(EDUCATION_OF_LEVEL)
        for teacher in self:
            # of equal levels the latest diploma
            diplomas = teacher.education_ids.filtered("level").sorted("date desc, id desc")
            best = diplomas.sorted(lambda line: order.index(line.level))[:1]
            teacher.education = EDUCATION_OF_LEVEL[best.level] if best else teacher.stated_education
            teacher.education_pedagogic = (
                any(line.is_pedagogic for line in diplomas if line.level == best.level)
                if best
                else teacher.stated_education_pedagogic
            )
            teacher.speciality = best.speciality if best else teacher.stated_speciality

    @api.depends(
        "stated_category",
        "stated_category_date",
        "attestation_ids.kind",
        "attestation_ids.category",
        "attestation_ids.date",
        "attestation_ids.date_end",
    )
    def _compute_category(self):
        today = fields.Date.context_today(self)
        order = list(CATEGORY_OF_RESULT)
        for teacher in self:
            given = teacher.attestation_ids.filtered(
                lambda line: (
                    line.date
                    and line.date <= today
                    and (line.category or line.kind) in CATEGORY_OF_RESULT
                )
            )
            valid = given.filtered(lambda line: not line.date_end or line.date_end >= today)
            best = valid.sorted(lambda line: order.index(line.category or line.kind))[:1]
            if not given:
                teacher.category = teacher.stated_category
                teacher.category_date = teacher.stated_category_date
            else:
                result = best.category or best.kind
                teacher.category = CATEGORY_OF_RESULT[result] if best else "none"
                teacher.category_date = best.date

    @api.depends(
        "stated_experience_years",
        "stated_experience_date",
        "experience_ids.date_from",
        "experience_ids.gap_ids.date_from",
        "experience_ids.gap_ids.date_to",
    )
    def _compute_experience(self):
        today = fields.Date.context_today(self)
        for teacher in self:
            line = teacher.experience_ids[:1]
            teacher.experience_years = line.years if line else teacher.stated_experience_years
            teacher.experience_date = today if line else teacher.stated_experience_date

    @api.depends(
        "stated_course_date",
        "stated_course_fgos",
        "course_ids.kind",
        "course_ids.date_end",
        "course_ids.tag_ids.code",
    )
    def _compute_course(self):
        today = fields.Date.context_today(self)
        for teacher in self:
            training = teacher.course_ids.filtered(
                lambda line: line.kind in TRAINING and line.date_end and line.date_end <= today
            )
            teacher.course_date = (
                max(training.mapped("date_end")) if training else teacher.stated_course_date
            )
            teacher.course_fgos = (
                "fgos" in training.tag_ids.mapped("code")
                if training
                else teacher.stated_course_fgos
            )

    @api.depends("education_ids", "attestation_ids", "experience_ids", "course_ids")
    def _compute_registered(self):
        for teacher in self:
            teacher.education_registered = bool(teacher.education_ids)
            teacher.category_registered = bool(teacher.attestation_ids)
            teacher.experience_registered = bool(teacher.experience_ids)
            teacher.course_registered = bool(teacher.course_ids)

    def _inverse_education(self):
        self._state("education_ids", "education", "education_pedagogic", "speciality")

    def _inverse_category(self):
        self._state("attestation_ids", "category", "category_date")

    def _inverse_experience(self):
        self._state("experience_ids", "experience_years", "experience_date")

    def _inverse_course(self):
        self._state("course_ids", "course_date", "course_fgos")

    def _state(self, register, *names):
        """Keep what was entered on the card, unless the lines of a register say it."""
        for teacher in self:
            if teacher[register]:
                raise UserError(
                    self.env._(
                        "%(name)s: this is what the register «%(register)s» says. Correct its"
                        " lines there.",
                        name=teacher.name,
                        register=self.env["ir.model"]._get(self[register]._name).name,
                    )
                )
            teacher.update({f"stated_{name}": teacher[name] for name in names})

    @api.model
    def _cron_follow_registers(self):
        """Bring the cards up to the day, and remind of attestations and courses that end."""
        self._take_time()
        for register, names in (
            ("attestation_ids", ("category", "category_date")),
            ("experience_ids", ("experience_years", "experience_date")),
        ):
            teachers = self.search([(register, "!=", False)])
            for name in names:
                self.env.add_to_compute(self._fields[name], teachers)
        self.env["vsoko.staff.attestation"]._remind()
        self.env["vsoko.staff.course"]._remind()
