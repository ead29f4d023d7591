from odoo import api, fields, models
from odoo.fields import Domain


class VsokoEnrolment(models.Model):
    """A pupil in a class from `date_from` up to, but not including, `date_to`.

    Somebody who leaves on a day is not counted on that day; a pupil who moves to another class on
    a day is counted there from the same day.
    """

    _name = "vsoko.enrolment"
    _description = "Enrolment of a pupil in a class"
    _order = "date_from desc, id desc"
    _check_company_auto = True

    student_id = fields.Many2one(
        "vsoko.student",
        string="Pupil",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    year_id = fields.Many2one(related="class_id.year_id", store=True, index=True)
    company_id = fields.Many2one(related="class_id.company_id", store=True, index=True)
    date_from = fields.Date(string="In the class from", required=True)
    date_to = fields.Date(string="Left on", help="The first day on which the pupil is not there")
    reason = fields.Selection(
        [
            ("transfer", "Moved to another class"),
            ("left", "Left the school"),
            ("promoted", "Promoted to the next grade"),
            ("graduated", "Finished the school"),
        ],
        string="Reason for leaving",
    )
    order_in = fields.Char(string="Order of admission")
    order_out = fields.Char(string="Order of leaving")
    destination = fields.Char(string="Where to")
    note = fields.Char()

    _dates_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "A pupil cannot leave a class before coming to it.",
    )
    _no_overlap = models.Constraint(
        "EXCLUDE USING gist (int4range(student_id, student_id, '[]') WITH =,"
        " daterange(date_from, date_to) WITH &&)",
        "A pupil cannot be in two classes on one day.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        # the database checks for overlaps: what this transaction closed has to be there first
        self.flush_model(["date_from", "date_to"])
        return super().create(vals_list)

    def _get_present_domain(self, day):
        """Return the domain of the enrolments that hold on `day`."""
        return Domain("date_from", "<=", day) & (
            Domain("date_to", "=", False) | Domain("date_to", ">", day)
        )
