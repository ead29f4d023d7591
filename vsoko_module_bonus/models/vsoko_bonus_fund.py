from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from odoo.addons.vsoko_module.tools.readers.spelling import fold

from ..tools.distribution import ALL_CAPPED, NO_FUND, NO_POINTS

REASONS = [
    (NO_FUND, "The fund is empty"),
    (NO_POINTS, "Nobody has points that count"),
    (ALL_CAPPED, "Everybody has come to the limit of one person"),
]


class VsokoBonusFund(models.Model):
    """The money for a category of staff, and what became of it."""

    _name = "vsoko.bonus.fund"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Fund of a bonus"
    _order = "bonus_id, sequence, id"
    _signed_with = "bonus_id"

    bonus_id = fields.Many2one(
        "vsoko.bonus", string="Bonus", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="bonus_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10, aggregator=None)
    name = fields.Char(string="Category of staff", required=True)
    positions = fields.Char(
        help="Separated by commas, as in the cards of staff; empty: whoever is in no other fund"
    )
    amount = fields.Float(string="Fund, roubles", digits=(14, 2), required=True, default=0)
    reserve = fields.Float(string="Stays in the reserve", digits=(14, 2), readonly=True, copy=False)
    people = fields.Integer(string="People with a sum", readonly=True, copy=False)
    weights = fields.Float(
        string="Sum of weights", digits=(14, 4), readonly=True, copy=False, aggregator=None
    )
    price = fields.Float(
        string="Price of a point, roubles",
        digits=(14, 4),
        readonly=True,
        copy=False,
        aggregator=None,
    )
    undistributed = fields.Float(
        string="Not distributed", digits=(14, 2), readonly=True, copy=False
    )
    reason = fields.Selection(REASONS, string="Why money is left", readonly=True, copy=False)

    _amount_not_negative = models.Constraint("CHECK(amount >= 0)", "A fund is not below zero.")
    _name_uniq = models.Constraint(
        "UNIQUE(bonus_id, name)", "A bonus has one fund for a category of staff."
    )

    @api.constrains("positions")
    def _check_positions(self):
        """A position has one fund, else nobody could tell by whose price it is paid."""
        for bonus in self.bonus_id:
            seen = {}
            for fund in bonus.fund_ids:
                for name in fund._get_positions() or {""}:
                    if name in seen:
                        raise ValidationError(
                            self.env._(
                                "“%(one)s” and “%(other)s” are for the same positions.",
                                one=seen[name],
                                other=fund.name,
                            )
                        )
                    seen[name] = fund.name

    def _get_positions(self):
        """Return the positions of the fund as they are compared; empty: all others."""
        self.ensure_one()
        return {fold(name) for name in (self.positions or "").split(",") if name.strip()}

    def _find(self, teachers):
        """Return {teacher: fund}; raise UserError for who has none.

        :param teachers: whose cards are told, by name and position alone
        """
        by_position = {name: fund for fund in self for name in fund._get_positions() or {""}}
        rest = by_position.get("")
        found = {one: by_position.get(fold(one.position or ""), rest) for one in teachers}
        if lost := [one for one, fund in found.items() if not fund]:
            raise UserError(
                self.env._(
                    "There is no fund for: %(people)s. Name their positions in a fund, or make one"
                    " without positions for all others.",
                    people="; ".join(f"{one.name} ({one.position or '—'})" for one in lost[:10]),
                )
            )
        return found
