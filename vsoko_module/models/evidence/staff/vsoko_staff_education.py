from odoo import api, fields, models

LEVELS = [
    ("higher", "Higher"),
    ("spo_specialist", "Secondary vocational: specialists of the middle level"),
    ("spo_worker", "Secondary vocational: skilled workers and employees"),
    ("general", "General"),
]


class VsokoStaffEducation(models.Model):
    """A diploma or certificate; `matches_subject_ids` are the subjects that it allows to teach."""

    _name = "vsoko.staff.education"
    _inherit = ["vsoko.staff.mixin"]
    _description = "Education of a member of staff"
    _order = "teacher_id, date desc, id desc"
    _rec_names_search = ["teacher_id", "speciality"]

    level = fields.Selection(LEVELS, required=True, default="higher")
    is_pedagogic = fields.Boolean(string="Pedagogic direction")
    speciality = fields.Char(string="Speciality by diploma")
    qualification = fields.Char(string="Qualification by diploma")
    institution = fields.Char()
    diploma = fields.Char(string="Number of the diploma")
    date = fields.Date(string="Date of the diploma")
    matches_subject_ids = fields.Many2many(
        "vsoko.subject",
        string="Subjects that the diploma matches",
        check_company=True,
        help="Which subjects may be taught by this diploma; without any, it is not judged whether"
        " the diploma matches what is taught",
    )

    @api.depends("level", "speciality", "date")
    @api.depends_context("lang")
    def _compute_display_name(self):
        levels = dict(self._fields["level"]._description_selection(self.env))
        for line in self:
            year = line.date and str(line.date.year)
            parts = (levels.get(line.level), line.speciality, year)
            line.display_name = ", ".join(filter(None, parts))
