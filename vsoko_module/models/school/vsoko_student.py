from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ...tools import pseudonym
from ...tools.readers.names import fold_person
from .vsoko_alphabet_mixin import RussianChar


class VsokoStudent(models.Model):
    _name = "vsoko.student"
    _inherit = ["vsoko.company.mixin", "vsoko.own.mixin", "vsoko.alphabet.mixin", "mail.thread"]
    _description = "Pupil"
    _order = "name, id"
    _rec_names_search = ["name", "code"]

    name = RussianChar(string="Full name", required=True, index=True)
    code = fields.Char(
        string="Pseudonym",
        required=True,
        copy=False,
        default=lambda self: self._default_code(),
        help="Stands for the pupil wherever the name must not be seen",
    )
    active = fields.Boolean(default=True)
    birthdate = fields.Date()
    gender = fields.Selection([("male", "Male"), ("female", "Female")])
    partner_id = fields.Many2one("res.partner", string="Contact", index="btree_not_null")
    guardian_ids = fields.Many2many("res.partner", string="Parents and guardians")
    enrolment_ids = fields.One2many("vsoko.enrolment", "student_id", string="Classes")
    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        compute="_compute_class_id",
        search="_search_class_id",
        help="Class today, or the last one",
    )

    _code_uniq = models.Constraint(
        "UNIQUE(code, company_id)", "The pseudonym of a pupil must be unique in the school."
    )

    def _default_code(self):
        return pseudonym.new_codes(1)[0]

    @api.depends("enrolment_ids.class_id", "enrolment_ids.date_from")
    def _compute_class_id(self):
        today = fields.Date.context_today(self)
        for student in self:
            begun = student.enrolment_ids.filtered(lambda e: e.date_from <= today)
            student.class_id = (begun or student.enrolment_ids).sorted("date_from")[-1:].class_id

    @api.depends("name", "birthdate")
    @api.depends_context("vsoko_show_birthdate")
    def _compute_display_name(self):
        for student in self:
            born = self.env.context.get("vsoko_show_birthdate") and student.birthdate
            student.display_name = f"{student.name} ({born:%d.%m.%Y})" if born else student.name

    def _search_class_id(self, operator, value):
        if operator.startswith("not"):
            return NotImplemented
        present = self.env["vsoko.enrolment"]._get_present_domain(fields.Date.context_today(self))
        found = Domain("enrolment_ids", "any", Domain("class_id", operator, value) & present)
        if operator == "in" and False in value:
            found |= ~Domain("enrolment_ids", "any", present)
        return found

    def _get_distinct_names(self):
        """Return ``{id: name}``; of namesakes among these pupils with the date of birth beside it,
        or with the pseudonym where the dates do not tell them apart."""
        names = {student.id: student.name for student in self}
        for namesakes in self.grouped(lambda student: fold_person(student.name)).values():
            dates = namesakes.mapped("birthdate")
            if len(namesakes) > 1:
                has_birthdates = all(dates) and len(set(dates)) == len(namesakes)
                for one in namesakes:
                    mark = f"{one.birthdate:%d.%m.%Y}" if has_birthdates else one.code
                    names[one.id] = f"{one.name} ({mark})"
        return names

    def _get_own_condition(self, alias):
        """Pupils of a teacher: of the classes, present or past, that were not given away."""
        return SQL(
            """%(id)s IN (
                SELECT own_enrolment.student_id FROM vsoko_enrolment own_enrolment
                  JOIN vsoko_class own_class ON own_class.id = own_enrolment.class_id
                 WHERE %(own_class)s)""",
            id=SQL.identifier(alias, "id"),
            own_class=self.env["vsoko.class"]._get_own_condition("own_class"),
        )
