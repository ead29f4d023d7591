from collections import defaultdict

from odoo import api, fields, models
from odoo.fields import Domain

from .vsoko_alphabet_mixin import RussianChar

EDUCATION = [
    ("higher", "Higher"),
    ("secondary", "Secondary vocational"),
    ("other", "Other"),
]
CATEGORIES = [
    ("highest", "Highest"),
    ("first", "First"),
    ("conformity", "Conformity with the position"),
    ("none", "Without a category"),
]


class VsokoTeacher(models.Model):
    """A member of staff of the school, on an HR employee.

    Staff of the school have no HR rights, so the name is kept here and the employee is made and
    renamed together with the teacher.
    """

    _name = "vsoko.teacher"
    _inherit = [
        "vsoko.company.mixin",
        "vsoko.alphabet.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _description = "Teacher"
    _order = "name"

    name = RussianChar(string="Full name", required=True, index=True, tracking=True)
    active = fields.Boolean(default=True)
    employee_id = fields.Many2one(
        "hr.employee",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        groups="hr.group_hr_user,vsoko_module.group_administration",
    )
    user_id = fields.Many2one("res.users", string="User", index=True, check_company=True)
    association_ids = fields.Many2many(
        "vsoko.association", string="Methodical associations", check_company=True
    )
    teaching_ids = fields.One2many("vsoko.teaching", "teacher_id", string="Load")
    homeroom_class_ids = fields.One2many(
        "vsoko.class", "homeroom_teacher_id", string="Homeroom classes"
    )
    hours_total = fields.Float(
        compute="_compute_hours_total",
        string="Hours a week",
        digits=(5, 1),
        help="Load of the current school year as it is today",
    )
    position = fields.Char()
    is_pedagogic = fields.Boolean(string="Pedagogic worker", default=True)
    birthdate = fields.Date(groups="vsoko_module.group_administration")
    education = fields.Selection(EDUCATION)
    education_pedagogic = fields.Boolean(string="Pedagogic direction of the education")
    speciality = fields.Char(string="Speciality by diploma")
    category = fields.Selection(CATEGORIES, string="Qualification category")
    category_date = fields.Date(string="Category assigned on")
    experience_years = fields.Integer(string="Pedagogic experience, years", aggregator=None)
    experience_date = fields.Date(
        string="Experience stated on", help="The day for which the years of experience are given"
    )
    degree = fields.Char(string="Academic degree")
    date_hired = fields.Date(string="Hired on")
    date_left = fields.Date(string="Dismissed on", help="The first day without work in the school")
    course_date = fields.Date(string="Last training course")
    course_fgos = fields.Boolean(string="Trained for the federal standard (FGOS)")
    taught_subjects = fields.Char(string="Subjects by the staff list")

    _employee_uniq = models.Constraint(
        "UNIQUE(employee_id)", "This employee is already in the list of teachers."
    )
    _user_uniq = models.UniqueIndex(
        "(user_id, company_id) WHERE user_id IS NOT NULL",
        "This user is already bound to another teacher.",
    )

    @api.depends("teaching_ids.hours_per_week", "teaching_ids.date_from", "teaching_ids.date_to")
    def _compute_hours_total(self):
        Teaching = self.env["vsoko.teaching"]
        hours = defaultdict(float)
        current = self.env["vsoko.year"].search(
            [("state", "=", "current"), ("company_id", "in", self.company_id.ids)]
        )
        for year in current:
            domain = (
                Domain("teacher_id", "in", self.ids)
                & Domain("year_id", "=", year.id)
                & Teaching._get_active_domain(year._get_nearest_day())
            )
            hours |= dict(Teaching._read_group(domain, ["teacher_id"], ["hours_per_week:sum"]))
        for teacher in self:
            teacher.hours_total = hours[teacher._origin]

    @api.model_create_multi
    def create(self, vals_list):
        self.check_access("create")
        missing = [vals for vals in vals_list if not vals.get("employee_id")]
        # The right to create a teacher was checked above; school staff have no HR rights.
        employees = (
            self.env["hr.employee"]
            .sudo()
            .create([self._prepare_employee_values(vals) for vals in missing])
        )
        for vals, employee in zip(missing, employees, strict=True):
            vals["employee_id"] = employee.id
        return super().create(vals_list)

    def write(self, vals):
        result = super().write(vals)
        if "name" in vals:
            # The right to write the teacher has just been used; HR rights are not asked for.
            self.sudo().employee_id.name = vals["name"]
        return result

    def action_open_lessons(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_teaching_action",
            self.env._("Load: %(teacher)s", teacher=self.name),
            domain=[("teacher_id", "=", self.id)],
            context={"default_teacher_id": self.id, "search_default_current_year": 1},
        )

    def _prepare_employee_values(self, vals):
        return {
            "name": vals.get("name"),
            "job_title": vals.get("position"),
            "company_id": vals.get("company_id") or self.env.company.id,
        }
