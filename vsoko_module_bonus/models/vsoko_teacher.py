from odoo import fields, models

from .roles import KEEPERS


class VsokoTeacher(models.Model):
    """What the payroll knows of a member of staff."""

    _inherit = "vsoko.teacher"

    personnel_number = fields.Char(
        string="Personnel number",
        groups=KEEPERS,
        help="Decides who gets a kopeck that cannot be divided",
        copy=False,
    )
    work_rate = fields.Float(
        string="Rate",
        digits=(4, 3),
        default=1,
        groups=KEEPERS,
        aggregator=None,
        help="1: a whole one; is proposed in each bonus and may be changed there",
    )

    _work_rate_positive = models.Constraint(
        "CHECK(work_rate IS NULL OR (work_rate > 0 AND work_rate <= 2))",
        "A rate is above 0 and not above 2.",
    )
