from odoo import api, fields, models
from odoo.tools import SQL


class VsokoProgrammeEnrolment(models.Model):
    """A pupil in a programme, from a day to a day; both belong to it."""

    _name = "vsoko.programme.enrolment"
    _inherit = ["vsoko.pupil.mixin", "vsoko.own.mixin"]
    _description = "Pupil in a programme"
    _order = "programme_id, student_id, date_from"
    _rec_name = "student_id"

    programme_id = fields.Many2one(
        "vsoko.programme",
        string="Programme",
        required=True,
        index=True,
        # pupils come and go in a checked programme too
        ondelete="restrict",
        check_company=True,
    )
    company_id = fields.Many2one(related="programme_id.company_id", store=True, index=True)
    class_id = fields.Many2one(related="student_id.class_id", string="Class today")
    date_from = fields.Date(
        string="From", required=True, default=lambda self: self._default_date_from()
    )
    date_to = fields.Date(string="To", help="The last day; empty: to the end of the programme")

    _dates_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "The last day of a pupil in a programme must not be before the first.",
    )
    _no_overlap = models.Constraint(
        "EXCLUDE USING gist (int4range(programme_id, programme_id, '[]') WITH =,"
        " int4range(student_id, student_id, '[]') WITH =,"
        " daterange(date_from, date_to, '[]') WITH &&)",
        "The pupil is in this programme on these days already.",
    )

    def _default_date_from(self):
        programme = self.env["vsoko.programme"].browse(self.env.context.get("default_programme_id"))
        return programme.date_from or fields.Date.context_today(self)

    @api.model_create_multi
    def create(self, vals_list):
        # what ends in the same form makes room for what begins
        self.flush_model(["date_from", "date_to"])
        return super().create(vals_list)

    def _get_own_condition(self, alias):
        """Pupils of the own classes, and all of the programmes that the user leads."""
        return SQL(
            """(%(pupil)s IN (%(pupils)s) OR %(programme)s IN (
                SELECT own_programme.id FROM vsoko_programme own_programme
                 WHERE own_programme.teacher_id IN (%(teachers)s)))""",
            pupil=SQL.identifier(alias, "student_id"),
            pupils=self.env["vsoko.student"]._get_own_pupils_sql(),
            programme=SQL.identifier(alias, "programme_id"),
            teachers=self._get_own_teachers_sql(),
        )
