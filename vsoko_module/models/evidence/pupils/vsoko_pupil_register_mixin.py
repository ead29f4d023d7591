from odoo import fields, models
from odoo.tools import SQL


class VsokoPupilRegisterMixin(models.AbstractModel):
    """A line of a register about one pupil; the class is that of today, figures take the day's."""

    _name = "vsoko.pupil.register.mixin"
    _inherit = ["vsoko.register.mixin", "vsoko.pupil.mixin"]
    _description = "Line of a register about a pupil"
    _order = "date desc, id desc"
    _rec_name = "student_id"

    # the index of schools and days begins with it
    company_id = fields.Many2one(index=False)
    class_id = fields.Many2one(related="student_id.class_id", string="Class today")
    date = fields.Date(required=True, default=fields.Date.context_today)

    # whether a register is kept by a day, and what there was in years before it
    _company_date_idx = models.Index("(company_id, date)")

    def _get_own_condition(self, alias):
        """Lines about pupils of the own classes, for registers that teachers read."""
        return SQL(
            "%s IN (%s)",
            SQL.identifier(alias, "student_id"),
            self.env["vsoko.student"]._get_own_pupils_sql(),
        )
