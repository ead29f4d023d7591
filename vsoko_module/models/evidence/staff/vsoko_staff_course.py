from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ....tools import staff

KINDS = [
    ("pk", "Advanced training"),
    ("retraining", "Professional retraining"),
    ("internship", "Internship"),
    ("seminar", "Seminar"),
]
# what counts as training by the law
TRAINING = ("pk", "retraining")


class VsokoStaffCourseTag(models.Model):
    """What courses are about: common ones come with the program, a school adds its own."""

    _name = "vsoko.staff.course.tag"
    _description = "Theme of courses"
    _order = "sequence, name"

    name = fields.Char(required=True)
    code = fields.Char(help="Known to the program: FGOS makes a course one about the standard")
    sequence = fields.Integer(default=100, aggregator=None)
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )

    _name_uniq = models.UniqueIndex("(name, COALESCE(company_id, 0))", "This theme already exists.")


class VsokoStaffCourse(models.Model):
    _name = "vsoko.staff.course"
    _inherit = ["vsoko.staff.mixin", "vsoko.staff.reminder.mixin"]
    _description = "Course of a member of staff"
    _order = "date_end desc, teacher_id, id desc"
    _rec_name = "topic"
    _day_field = "date_end"

    kind = fields.Selection(KINDS, required=True, default="pk")
    topic = fields.Char(string="Theme of the programme", required=True)
    hours = fields.Integer(required=True, aggregator=None)
    tag_ids = fields.Many2many("vsoko.staff.course.tag", string="About", check_company=True)
    organisation = fields.Char()
    in_federal_register = fields.Boolean(
        string="In the federal register of programmes",
        help="The programme stands in the federal register of additional professional programmes",
    )
    register_number = fields.Char(string="Number in the register")
    date_start = fields.Date(string="Began on")
    date_end = fields.Date(string="Ended on", required=True)
    document = fields.Char(string="Number of the document")

    _hours_positive = models.Constraint("CHECK(hours > 0)", "Say how many hours the course had.")
    _dates_order = models.Constraint(
        "CHECK(date_start IS NULL OR date_end >= date_start)",
        "The last day of a course must not be before the first.",
    )

    @api.constrains("kind", "hours")
    def _check_hours(self):
        for line in self:
            least = staff.lacks_hours(line.kind, line.hours)
            if least:
                kinds = dict(self._fields["kind"]._description_selection(self.env))
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: %(hours)s hours are no “%(kind)s”, which has at least"
                        " %(least)s. Such a course is a seminar: choose “Seminar”.",
                        name=line.topic,
                        hours=line.hours,
                        kind=kinds[line.kind],
                        least=least,
                    )
                )

    @api.model
    def _find_reminding(self):
        """The last training of each pedagogue at work."""
        people = self._get_working_domain() & Domain("teacher_id.is_pedagogic", "=", True)
        lines = self.search(people & Domain("kind", "in", TRAINING), order="date_end desc, id desc")
        return self.browse(group[0].id for group in lines.grouped("teacher_id").values())

    def _get_reminder_day(self):
        return staff.years_later(self.date_end, staff.TRAINING_YEARS)

    def _get_reminder_summary(self):
        return self.env._("Three years since the last course: %(name)s", name=self.topic)
