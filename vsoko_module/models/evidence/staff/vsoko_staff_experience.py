from odoo import api, fields, models

from ....tools import staff


class VsokoStaffExperience(models.Model):
    """When pedagogic work began and when it paused: the years of any day follow from that."""

    _name = "vsoko.staff.experience"
    _inherit = ["vsoko.staff.mixin"]
    _description = "Pedagogic experience of a member of staff"
    _order = "teacher_id"
    _rec_name = "teacher_id"
    _day_field = None

    date_from = fields.Date(string="Pedagogic work since", required=True)
    gap_ids = fields.One2many("vsoko.staff.experience.gap", "experience_id", string="Breaks")
    years = fields.Integer(string="Full years today", compute="_compute_years", aggregator=None)

    _teacher_uniq = models.Constraint(
        "UNIQUE(teacher_id)", "The experience of this person is already in the register."
    )

    @api.depends("date_from", "gap_ids.date_from", "gap_ids.date_to")
    def _compute_years(self):
        today = fields.Date.context_today(self)
        for line in self:
            line.years = int(line._get_years(today) or 0)

    def _get_years(self, day):
        """Return the years on a day, see `staff.experience`."""
        gaps = [(gap.date_from, gap.date_to) for gap in self.gap_ids if gap.date_from]
        return staff.experience(self.date_from, gaps, day)


class VsokoStaffExperienceGap(models.Model):
    """A time without pedagogic work; the day of coming back is no day of it."""

    _name = "vsoko.staff.experience.gap"
    _description = "Break of the pedagogic work"
    _rec_name = "reason"
    _order = "date_from"

    experience_id = fields.Many2one(
        "vsoko.staff.experience", required=True, index=True, ondelete="cascade"
    )
    date_from = fields.Date(string="Without pedagogic work from", required=True)
    date_to = fields.Date(string="Came back on")
    reason = fields.Char()

    _dates_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_to > date_from)",
        "The day of coming back must be after the first day of the break.",
    )
    _no_overlap = models.Constraint(
        "EXCLUDE USING gist (int4range(experience_id, experience_id, '[]') WITH =,"
        " daterange(date_from, date_to) WITH &&)",
        "Breaks of the pedagogic work must not overlap.",
    )
