from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Command

_LANG = "ru_RU"
_FUND, _RESERVE = 650_000, 5
_DECISION = "Согласовать распределение стимулирующих выплат"


class VsokoDemo(models.AbstractModel):
    """Money for the demonstration school: a bonus that is ordered, and one that is computed."""

    _inherit = "vsoko.demo"

    @api.model
    def _load_bonus(self):
        self = self.with_context(tracking_disable=True, lang=_LANG)
        # the words of orders are kept, and terms are loaded after the data
        self.env["ir.module.module"]._load_module_terms(["vsoko_module_bonus"], [_LANG])
        scheme = self.env["vsoko.sheet.scheme"].search([("state", "=", "approved")], limit=1)
        earlier = self.env["vsoko.period"].search(
            [("kind", "=", scheme.period_kind), ("year_id.state", "!=", "current")],
            order="date_start desc",
            limit=2,
        )
        known = [("login", "in", ("director", "deputy"))]
        users = self.env["res.users"].search(known).grouped("login")
        bookkeeper = self._create_bookkeeper()
        self._number_staff()
        commission = self.env["vsoko.body"].search([("case", "=", "Оценочные листы учителей")])
        ordered, computed = (
            self._make_bonus(scheme, period, commission, bookkeeper, users["director"])
            for period in earlier
        )
        self._sign_order(ordered, commission, users)
        self._cut(computed)

    def _create_bookkeeper(self):
        return (
            self.env["res.users"]
            .with_context(no_reset_password=True)
            .create(
                {
                    "name": "Счётова Марина Юрьевна",
                    "login": "bookkeeper",
                    "password": "bookkeeper",
                    "email": "bookkeeper@example.com",
                    "lang": _LANG,
                    "tz": "Europe/Moscow",
                    "group_ids": [Command.set(self.env.ref("vsoko_module_bonus.group_bonus").ids)],
                }
            )
        )

    def _number_staff(self):
        """Give each of the staff a personnel number, and every ninth three quarters of a rate."""
        for place, teacher in enumerate(
            self.env["vsoko.teacher"].search(
                [("company_id", "=", self.env.company.id)], order="id"
            ),
            1,
        ):
            teacher.write(
                {
                    "personnel_number": f"{100 + place:05}",
                    "work_rate": 0.75 if place % 9 == 0 else 1,
                }
            )

    def _make_bonus(self, scheme, period, commission, bookkeeper, director):
        maker = self.env["vsoko.sheet.maker"].with_user(director)
        values = {"scheme_id": scheme.id, "period_id": period.id, "commission_id": commission.id}
        maker.create(values).action_make()
        sheets = self.env["vsoko.sheet"].search(
            [("scheme_id", "=", scheme.id), ("period_id", "=", period.id)]
        )
        self._claim(sheets)
        sheets._store({"state": "final"})
        bonus = self.env["vsoko.bonus"].with_user(bookkeeper)
        bonus = bonus.create(
            {
                "period_id": period.id,
                "scheme_id": scheme.id,
                "reserve_percent": _RESERVE,
                "fund_ids": [Command.create({"name": "Педагогические работники", "amount": _FUND})],
            }
        )
        bonus.action_compute()
        return bonus

    def _claim(self, sheets):
        """Let everybody claim something for the criteria by hand, each time another number."""
        lines = sheets.line_ids.filtered(lambda one: one.source == "manual")
        for place, line in enumerate(lines):
            line.claimed = min(place * 7 % 5, line.maximum or 4)

    def _sign_order(self, bonus, commission, users):
        # the members of the commission are in office since lately
        day = fields.Date.context_today(self) - timedelta(days=5)
        heard = f"Представлено распределение: {bonus.display_name}. Согласовано."
        question = {"name": _DECISION, "speaker": "Председатель комиссии", "heard": heard}
        meeting = self._make_meeting(commission, day, "Кабинет директора", [question])
        self._hold(meeting, 0, users["director"])
        bonus.with_user(users["deputy"])._agree(meeting)
        bonus.action_make_order()
        order = bonus.sudo().order_id.with_user(users["director"])
        order.date = day + timedelta(days=1)
        order.action_approve()

    def _cut(self, bonus):
        """Let an invented penalty take a part of one sum."""
        line = bonus.line_ids.filtered(lambda one: one.amount > 2_000)[-1:]
        line.write(
            {
                "cut": 1_500,
                "penalty_order": "№ 17-к",
                "penalty_date": bonus.period_id.date_start + timedelta(days=30),
                "month_pay": 58_000,
            }
        )
