from odoo import api, fields, models
from odoo.exceptions import UserError

from ....tools import staff

_READERS = "vsoko_module.group_teacher"


class VsokoTeacher(models.Model):
    """The portfolio: what the registers and the sheets of experts say of the person, on one page.

    Totals are of three years, as the indicators of staff count. Nothing is entered here: the lines
    are those of the registers, of which a teacher may enter courses and events and need not.
    """

    _inherit = "vsoko.teacher"

    observation_ids = fields.One2many(
        "vsoko.observation",
        "teacher_id",
        string="Sheets of experts",
        domain=[("state", "=", "complete")],
        groups=_READERS,
    )
    course_hours = fields.Integer(
        string="Hours of courses", compute="_compute_portfolio", groups=_READERS
    )
    course_count = fields.Integer(
        string="Number of courses", compute="_compute_portfolio", groups=_READERS
    )
    event_count = fields.Integer(
        string="Number of events", compute="_compute_portfolio", groups=_READERS
    )
    prize_count = fields.Integer(
        string="Prizes and victories", compute="_compute_portfolio", groups=_READERS
    )
    observation_count = fields.Integer(
        string="Number of sheets", compute="_compute_portfolio", groups=_READERS
    )
    portfolio_from = fields.Date(
        string="Totals since", compute="_compute_portfolio", groups=_READERS
    )

    @api.depends(
        "course_ids.hours",
        "course_ids.date_end",
        "event_ids.date",
        "event_ids.result",
        "observation_ids.date",
    )
    @api.depends_context("uid")
    def _compute_portfolio(self):
        first = staff.years_later(fields.Date.context_today(self), -staff.TRAINING_YEARS)
        for teacher in self:
            courses = teacher.course_ids.filtered(lambda line: line.date_end > first)
            events = teacher.event_ids.filtered(lambda line: line.date > first)
            teacher.portfolio_from = first
            teacher.course_count = len(courses)
            teacher.course_hours = sum(courses.mapped("hours"))
            teacher.event_count = len(events)
            prizes = events.filtered(lambda line: line.result in ("prize", "winner", "laureate"))
            teacher.prize_count = len(prizes)
            sheets = teacher.observation_ids.filtered(lambda sheet: sheet.date > first)
            teacher.observation_count = len(sheets)

    @api.model
    def action_open_portfolio(self):
        """Open the page of the user's own card."""
        own = [("user_id", "=", self.env.uid), ("company_id", "=", self.env.company.id)]
        card = self.search(own, limit=1)
        if not card:
            raise UserError(
                self.env._(
                    "Your account is not bound to the card of an employee: ask the administration."
                )
            )
        return self._open_action("vsoko_module.vsoko_teacher_portfolio_action", res_id=card.id)
