from datetime import timedelta

from odoo import fields, models

_DISCUSSED = "ШМО учителей математики, протокол № 1; ШМО учителей русского языка, протокол № 1"
# what the teacher of the demonstration adds by hand
_EVENINGS = ("Вечер чтения в 7А", "Поход в краеведческий музей")


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_sheets(self, period, users):
        """Approve the scheme made of the example; make the sheets of a period, of which the
        head's is checked and the teacher's is being filled in."""
        director = users["director"]
        scheme = self._approve_scheme(period.kind, director)
        commission = self._seat_commission(users)
        maker = self.env["vsoko.sheet.maker"].with_user(director)
        maker.create(
            {
                "scheme_id": scheme.id,
                "period_id": period.id,
                "commission_id": commission.id,
            }
        ).action_make()
        own = [("scheme_id", "=", scheme.id), ("period_id", "=", period.id)]
        sheets = self.env["vsoko.sheet"].search(own)
        self._add_evenings(sheets.filtered(lambda one: one.teacher_id.user_id == users["teacher"]))
        others = sheets.filtered(lambda one: not one.teacher_id.user_id)
        others[:6].with_user(director).action_hand_in()
        others[:3].with_user(director).action_send()

    def _approve_scheme(self, period_kind, director):
        example = self.env.ref("vsoko_module.sheet_scheme_example").with_user(director)
        scheme = example.browse(example.action_new_version()["res_id"])
        scheme.write(
            {
                "name": "Оценочный лист учителя",
                "positions": False,
                "period_kind": period_kind,
                "discussion": _DISCUSSED,
            }
        )
        scheme.action_discuss()
        order = self.env["vsoko.document"].with_user(director)
        order = order.create({"name": "Об утверждении оценочного листа учителя", "kind": "order"})
        order.action_approve()
        scheme.order_id = order
        scheme.action_approve()
        return scheme

    def _seat_commission(self, users):
        """Make the commission of three people, one of them of the governing council."""
        today = fields.Date.context_today(self)
        body = self.env["vsoko.body"].create(
            {
                "name": "Комиссия по оценочным листам",
                "kind": "temporary",
                "case": "Оценочные листы учителей",
                "date_to": today + timedelta(days=300),
            }
        )
        people = {"deputy": {}, "methodist": {}, "council": {"capacity": "parent"}}
        members = self.env["vsoko.body.member"].create(
            [
                {
                    "body_id": body.id,
                    "user_id": users[login].id,
                    "date_from": today - timedelta(days=60),
                    **vals,
                }
                for login, vals in people.items()
            ]
        )
        body.write({"chair_id": members[0].id, "secretary_id": members[1].id})
        return body

    def _add_evenings(self, sheet):
        lines = sheet.line_ids.filtered(lambda one: one.source == "manual")
        day = sheet.period_id.date_start + timedelta(days=20)
        self.env["vsoko.sheet.evidence"].create(
            [
                {"line_id": lines[0].id, "name": name, "date": day + timedelta(days=number)}
                for number, name in enumerate(_EVENINGS if lines else ())
            ]
        )
