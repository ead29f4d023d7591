from odoo import api, fields, models
from odoo.fields import Domain

from .deferred import deferred


class VsokoTeaching(models.Model):
    """Who leads which lessons; both dates belong to the time of the lessons."""

    _name = "vsoko.teaching"
    _description = "Teaching load"
    _order = "class_id, subject_id, date_from"
    _rec_names_search = ["class_id", "subject_id", "group_name"]
    _check_company_auto = True

    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
    )
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", required=True, index=True, ondelete="restrict"
    )
    teacher_id = fields.Many2one(
        "vsoko.teacher",
        string="Teacher",
        index=True,
        ondelete="restrict",
        check_company=True,
        help="Empty: a vacancy, nobody leads the lessons",
    )
    year_id = fields.Many2one(related="class_id.year_id", store=True, index=True)
    company_id = fields.Many2one(related="class_id.company_id", store=True, index=True)
    hours_per_week = fields.Float(string="Hours a week", digits=(4, 1))
    date_from = fields.Date(string="From", required=True)
    date_to = fields.Date(string="Up to", help="The last day of the lessons; empty: to the end")
    group_name = fields.Char(string="Group", help="For a class that is divided into groups")
    student_ids = fields.Many2many(
        "vsoko.student", string="Pupils of the group", check_company=True
    )

    _dates_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "The last day of the lessons must not be before the first.",
    )
    _no_overlap = models.Constraint(
        "EXCLUDE USING gist (int4range(class_id, class_id, '[]') WITH =,"
        " int4range(subject_id, subject_id, '[]') WITH =,"
        " daterange(date_from, date_to, '[]') WITH &&)"
        " WHERE (COALESCE(group_name, '') = '') DEFERRABLE",
        "Another teacher leads these lessons at that time. Close the old load first.",
    )
    # what somebody teaches in a year is read without the years before
    _teacher_year_index = models.Index("(teacher_id, year_id)")

    @api.depends("class_id.display_name", "subject_id.name", "group_name")
    def _compute_display_name(self):
        for lesson in self:
            parts = [lesson.class_id.display_name, lesson.subject_id.name, lesson.group_name]
            lesson.display_name = ", ".join(filter(None, parts))

    @api.model_create_multi
    def create(self, vals_list):
        # the database checks for overlaps: what this transaction closed has to be there first
        self.flush_model(["date_from", "date_to"])
        return super().create(vals_list)

    def _overlapping_on_the_way(self):
        """Return a context: of many lessons what holds at the end counts, not the order."""
        return deferred(self.env, "vsoko_teaching_no_overlap")

    def _get_active_domain(self, day):
        """Return the domain of the load that holds on `day`."""
        return Domain("date_from", "<=", day) & (
            Domain("date_to", "=", False) | Domain("date_to", ">=", day)
        )
