from odoo import fields, models
from odoo.tools import formatLang

from odoo.addons.vsoko_module.tools.reports.points import points_text
from odoo.addons.vsoko_module.tools.sheets.spread import LEAST_PEOPLE, spread


class VsokoBonusLine(models.Model):
    """What everybody may know beside the own sum, so that one can compute it anew.

    Of fewer than five people the fund and the sum of weights are not told: with the own sum they
    would tell of the others. The price of a point tells of nobody.
    """

    _inherit = "vsoko.bonus.line"

    price = fields.Float(
        string="Price of a point, roubles", compute="_compute_fund", digits=(14, 4)
    )
    fund_amount = fields.Float(string="Fund, roubles", compute="_compute_fund", digits=(14, 2))
    fund_weights = fields.Float(string="Sum of weights", compute="_compute_fund", digits=(14, 4))
    is_told = fields.Boolean(compute="_compute_fund")
    spread_text = fields.Text(
        string="Sums of all",
        compute="_compute_spread_text",
        help="How many people have which sums; nobody is recognised in it",
    )
    how_text = fields.Char(string="How the sum comes about", compute="_compute_how_text")

    def _compute_fund(self):
        for line in self:
            # Of the fund of the own line these four are for everybody.
            fund = line.sudo().fund_id
            line.price = fund.price
            line.is_told = fund.people >= LEAST_PEOPLE
            line.fund_amount = fund.amount if line.is_told else 0
            line.fund_weights = fund.weights if line.is_told else 0

    def _compute_spread_text(self):
        # Only how many people have which sums, and no group that somebody is seen in.
        for fund, lines in self.sudo().grouped("fund_id").items():
            others = self.sudo().search([("fund_id", "=", fund.id), ("amount", ">", 0)])
            bars = spread(others.mapped("amount")) if fund else []
            text = "\n".join(map(self._get_bar_text, bars))
            for line in lines:
                line.spread_text = text

    def _compute_how_text(self):
        for line in self:
            line.how_text = self.env._(
                "%(points)s points, %(days)s of %(all)s days, rate %(rate)s: weight %(weight)s;"
                " times %(price)s roubles: %(sum)s",
                points=points_text(line.points or 0),
                days=line.days,
                all=line.days_in_all,
                rate=line._say(line.rate, 3),
                weight=line._say(line.weight, 4),
                price=line._say(line.price, 4),
                sum=line._say(line.amount, 2),
            )

    def _get_bar_text(self, bar):
        if bar.low == bar.high:
            return self.env._(
                "%(sum)s roubles: %(people)s people", sum=self._say(bar.low, 2), people=bar.people
            )
        return self.env._(
            "%(low)s–%(high)s roubles: %(people)s people",
            low=self._say(bar.low, 2),
            high=self._say(bar.high, 2),
            people=bar.people,
        )

    def _say(self, number, digits):
        text = formatLang(self.env, number, digits=digits)
        point = self.env["res.lang"]._get_data(code=self.env.lang or "en_US").decimal_point or "."
        return text.rstrip("0").rstrip(point) if point in text and digits > 2 else text
