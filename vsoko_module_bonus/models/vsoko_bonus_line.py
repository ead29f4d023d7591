from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from odoo.addons.vsoko_module.models.evidence.optional_numbers import OptionalFloat

NOTES = [
    ("no_points", "No points are known"),
    ("below_minimum", "Fewer points than the minimum"),
    ("no_days", "Not a day at work"),
    ("capped", "The limit of one person"),
]


class VsokoBonusLine(models.Model):
    """What one person gets: points of the final sheet, what they weigh, the sum.

    It is filled by the program; the bookkeeper enters the days at work and the rate while the
    bonus is a draft, and what a penalty takes when it is computed.
    """

    _name = "vsoko.bonus.line"
    _inherit = ["vsoko.signing.part.mixin", "vsoko.own.mixin"]
    _description = "Person in a bonus"
    _order = "bonus_id desc, teacher_name, id"
    _rec_name = "teacher_name"
    _signed_with = "bonus_id"

    bonus_id = fields.Many2one(
        "vsoko.bonus", string="Bonus", required=True, index=True, readonly=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="bonus_id.company_id", store=True, index=True)
    period_id = fields.Many2one(related="bonus_id.period_id", store=True, index=True)
    state = fields.Selection(
        related="bonus_id.state", string="State of the bonus", store=True, index=True
    )
    sheet_id = fields.Many2one(
        "vsoko.sheet",
        string="Sheet",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
        groups="vsoko_module.group_administration",
    )
    teacher_id = fields.Many2one(
        "vsoko.teacher",
        string="Teacher",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    teacher_name = fields.Char(string="Full name", related="teacher_id.name", store=True)
    position = fields.Char(readonly=True)
    number = fields.Char(string="Personnel number", readonly=True)
    fund_id = fields.Many2one(
        "vsoko.bonus.fund", string="Fund", readonly=True, index=True, ondelete="set null"
    )
    fund_name = fields.Char(string="Category of staff", readonly=True)
    points = OptionalFloat(readonly=True, digits=(8, 2), aggregator=None)
    growing_points = fields.Float(
        string="Of them growing with the load", readonly=True, digits=(8, 2), aggregator=None
    )
    days = fields.Integer(string="Days at work", aggregator=None)
    days_in_all = fields.Integer(string="Days of the period", readonly=True, aggregator=None)
    rate = fields.Float(digits=(4, 3), default=1, aggregator=None)
    weight = fields.Float(readonly=True, digits=(12, 4), aggregator=None)
    amount = fields.Float(string="By the points, roubles", readonly=True, digits=(14, 2))
    paid_before = fields.Float(
        string="Ordered before, roubles",
        readonly=True,
        digits=(14, 2),
        help="By the order that this one corrects, with what penalties took of it",
    )
    note = fields.Selection(NOTES, readonly=True)

    _sheet_uniq = models.Constraint("UNIQUE(bonus_id, sheet_id)", "A sheet is paid once.")
    _days_of_the_period = models.Constraint(
        "CHECK(days >= 0 AND days <= days_in_all)",
        "Days at work are from 0 to the days of the period.",
    )
    _rate_in_bounds = models.Constraint(
        "CHECK(rate > 0 AND rate <= 2)", "A rate is above 0 and not above 2."
    )

    @api.constrains("teacher_id", "bonus_id")
    def _check_teacher_school(self):
        for line in self:
            if line.teacher_id.company_id != line.bonus_id.company_id:
                raise ValidationError(self.env._("People of a bonus are of its school."))

    @api.constrains("fund_id")
    def _check_fund(self):
        for line in self:
            if line.fund_id and line.fund_id.bonus_id != line.bonus_id:
                raise ValidationError(self.env._("The fund is of another bonus."))

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "teacher_id"), self._get_own_teachers_sql())
