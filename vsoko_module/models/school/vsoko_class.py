from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ...tools import school_calendar
from ...tools.readers.class_names import class_key, class_text
from .vsoko_alphabet_mixin import RussianChar

LEVELS = [
    ("noo", "Primary general education"),
    ("ooo", "Basic general education"),
    ("soo", "Secondary general education"),
]


class VsokoClass(models.Model):
    _name = "vsoko.class"
    _inherit = ["vsoko.own.mixin", "vsoko.alphabet.mixin"]
    _description = "Class"
    # years have the newest first themselves
    _order = "year_id, key, id"
    _name_parts = ("name", "year_id")
    _check_company_auto = True

    name = RussianChar(
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        index=True,
        help="As the school writes it: 5А, 5-1, 10А(гум), 1 «Солнышко»",
    )
    key = fields.Char(
        compute="_compute_key",
        store=True,
        precompute=True,
        help="One for all spellings of a name; in the order of the classes",
    )
    year_id = fields.Many2one(
        "vsoko.year",
        string="School year",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._default_year_id(),
    )
    company_id = fields.Many2one(related="year_id.company_id", store=True, index=True)
    grade = fields.Integer(required=True, aggregator=None)
    letter = RussianChar(
        string="Designation", default="А", help="What follows the grade; maybe nothing"
    )
    level = fields.Selection(LEVELS, compute="_compute_level", store=True)
    profile = fields.Char()
    term_kind = fields.Selection(
        [("quarter", "Quarters"), ("trimester", "Trimesters"), ("half", "Half-years")],
        string="Marks by",
        default="quarter",
        required=True,
    )
    homeroom_teacher_id = fields.Many2one(
        "vsoko.teacher", string="Homeroom teacher", index=True, check_company=True
    )
    previous_id = fields.Many2one(
        "vsoko.class", string="Class a year before", index="btree_not_null", check_company=True
    )
    enrolment_ids = fields.One2many("vsoko.enrolment", "class_id", string="Pupils")
    teaching_ids = fields.One2many("vsoko.teaching", "class_id", string="Lessons")
    student_count = fields.Integer(
        compute="_compute_student_count",
        string="Number of pupils",
        help="Today; of a year that is over, on its last day",
    )
    lesson_count = fields.Integer(compute="_compute_lesson_count", string="Number of lessons")

    _name_uniq = models.Constraint(
        "UNIQUE(year_id, key)", "The class already exists in this school year."
    )
    _grade_range = models.Constraint(
        "CHECK(grade BETWEEN 1 AND 12)", "The grade must be from 1 to 12."
    )

    def _default_year_id(self):
        return self.env["vsoko.year"].search(
            [("company_id", "=", self.env.company.id), ("state", "=", "current")], limit=1
        )

    @api.depends("grade", "letter")
    def _compute_name(self):
        for school_class in self:
            school_class.name = class_text(school_class.grade or "", school_class.letter or "")

    @api.depends("name", "grade")
    def _compute_key(self):
        for school_class in self:
            school_class.key = class_key(school_class.grade, school_class.name or "")

    @api.depends("grade")
    def _compute_level(self):
        for school_class in self:
            school_class.level = school_calendar.level_of(school_class.grade)

    @api.depends("name", "year_id.name", "year_id.state")
    def _compute_display_name(self):
        for school_class in self:
            closed = school_class.year_id.state == "closed"
            school_class.display_name = (
                f"{school_class.name} ({school_class.year_id.name})"
                if closed
                else school_class.name
            )

    @api.depends("enrolment_ids.date_from", "enrolment_ids.date_to")
    def _compute_student_count(self):
        # outside the year a class has no pupils: show it as it was on the nearest day
        counts = self._count_by_day("vsoko.enrolment", "_get_present_domain")
        for school_class in self:
            school_class.student_count = counts.get(school_class._origin, 0)

    @api.depends("teaching_ids.date_from", "teaching_ids.date_to")
    def _compute_lesson_count(self):
        counts = self._count_by_day("vsoko.teaching", "_get_active_domain")
        for school_class in self:
            school_class.lesson_count = counts.get(school_class._origin, 0)

    def _count_by_day(self, model, domain_getter):
        """Return {class: number of records} that hold today or on the nearest day of its year."""
        # Numbers only: whoever reads a class may know its size, without reading its pupils.
        Model = self.env[model].sudo()
        holds = Domain.OR(
            Domain("year_id", "=", year.id) & getattr(Model, domain_getter)(year._get_nearest_day())
            for year in self.year_id
        )
        domain = Domain("class_id", "in", self.ids) & holds
        counts = Model._read_group(domain, ["class_id"], ["__count"])
        return {school_class.with_env(self.env): count for school_class, count in counts}

    def action_open_students(self):
        """Open the pupils who are in the class today or on the nearest day of its year."""
        self.ensure_one()
        Enrolment = self.env["vsoko.enrolment"]
        present = Enrolment._get_present_domain(self.year_id._get_nearest_day())
        domain = Domain("class_id", "=", self.id) & present
        return self._open_action(
            "vsoko_module.vsoko_student_action",
            self.env._("Pupils of %(class)s", **{"class": self.display_name}),
            domain=[("enrolment_ids", "any", list(domain))],
            context={},
        )

    def action_open_lessons(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_teaching_action",
            self.env._("Lessons of %(class)s", **{"class": self.display_name}),
            domain=[("class_id", "=", self.id)],
            context={"default_class_id": self.id},
        )

    def _get_own_condition(self, alias):
        """A teacher's own classes: homeroom, or with lessons that were not given away."""
        return SQL(
            "(%s IN (%s) OR %s IN (%s))",
            SQL.identifier(alias, "homeroom_teacher_id"),
            self._get_own_teachers_sql(),
            SQL.identifier(alias, "id"),
            self._get_led_lessons_sql(SQL("own_lesson.class_id")),
        )
