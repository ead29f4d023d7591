from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..tools import penalty
from ..tools.kopecks import kopecks, roubles
from .vsoko_bonus import AGREED

CUT = frozenset({"cut", "penalty_order", "penalty_date", "month_pay"})


class VsokoBonusLine(models.Model):
    """What a disciplinary penalty takes from the sum, as far as the law lets it."""

    _inherit = "vsoko.bonus.line"
    _free_fields = CUT

    cut = fields.Float(string="Cut by a penalty, roubles", digits=(14, 2))
    penalty_order = fields.Char(string="Order of the penalty", help="Its number and day")
    penalty_date = fields.Date(string="Penalty applied on")
    month_pay = fields.Float(
        string="Pay of the month, roubles",
        digits=(14, 2),
        aggregator=None,
        help="With the bonus; a penalty takes a fifth of it at most",
    )
    payable = fields.Float(
        string="To pay, roubles", compute="_compute_payable", store=True, digits=(14, 2)
    )

    @api.depends("amount", "cut", "paid_before")
    def _compute_payable(self):
        """What was paid is not taken back: a correction gives what is missing, or nothing."""
        for line in self:
            line.payable = roubles(max(line._get_due() - line._in_kopecks("cut"), 0))

    @api.constrains(*CUT)
    def _check_cut(self):
        for line in self.filtered(lambda one: one.state != "draft"):
            period = line.period_id
            found = penalty.objection(
                line._in_kopecks("cut"),
                line._get_due(),
                line._in_kopecks("month_pay"),
                line.penalty_date,
                (period.date_start, period.date_end),
                line.penalty_order,
            )
            if found:
                raise ValidationError(
                    self.env._(
                        "%(name)s: %(objection)s",
                        name=line.teacher_name,
                        objection=line._get_objection_text(found),
                    )
                )

    def write(self, vals):
        if vals.keys() & CUT and any(bonus.state in AGREED for bonus in self.bonus_id):
            raise UserError(
                self.env._("A penalty takes its part before the commission has agreed.")
            )
        return super().write(vals)

    def _get_due(self):
        """Return the kopecks that the sum has beyond what was ordered before."""
        return max(self._in_kopecks("amount") - self._in_kopecks("paid_before"), 0)

    def _in_kopecks(self, name):
        return kopecks(round(self[name], 2))

    def _get_objection_text(self, found):
        most = penalty.largest_cut(self._get_due(), self._in_kopecks("month_pay"))
        texts = {
            penalty.BELOW_ZERO: self.env._("a penalty takes no less than nothing."),
            penalty.NO_ORDER: self.env._(
                "name the order by which the penalty was applied: its number and day."
            ),
            penalty.OTHER_PERIOD: self.env._(
                "by law a penalty lessens only the bonus of the period in which it was applied:"
                " name the day; it is from %(first)s to %(last)s.",
                first=self.period_id.date_start.strftime("%d.%m.%Y"),
                last=self.period_id.date_end.strftime("%d.%m.%Y"),
            ),
            penalty.NO_PAY: self.env._(
                "name the pay of the month: by law a penalty takes a fifth of it at most."
            ),
            penalty.TOO_MUCH: self.env._(
                "at most %(most)s roubles may be taken: not more than the bonus, and not more than"
                " 20 %% of the pay of the month.",
                most=f"{most / 100:.2f}",
            ),
        }
        return texts[found]
