from datetime import timedelta

from odoo import fields, models
from odoo.fields import Command

_DISCUSSED = "ШМО учителей математики, протокол № 1; ШМО учителей русского языка, протокол № 1"
# what the teacher of the demonstration adds by hand
_EVENINGS = ("Вечер чтения в 7А", "Поход в краеведческий музей")
_NAME = "Оценочный лист учителя"
_ORDER = "Приказ № 41 от 12.11.2025, работа экспертом"


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_sheets(self, period, users):
        """Approve the scheme made of the example; make the sheets of a period, of which the
        head's is checked and the teacher's is being filled in. Those of the period before are read
        by number and wait for the commission."""
        director = users["director"]
        scheme = self._approve_scheme(period.kind, director)
        commission = self._seat_commission(users)
        sheets = self._make_sheets(scheme, period, commission, director)
        others = sheets.filtered(lambda one: not one.teacher_id.user_id)
        own = sheets.filtered(lambda one: one.teacher_id.user_id == users["teacher"])
        self._add_evenings(own)
        self._share_evening(own, others[-1:])
        found = others.line_ids.evidence_ids
        found[:1].paid_elsewhere = _ORDER
        others[:6].with_user(director).action_hand_in()
        others[:3].with_user(director).action_send()
        earlier = self._get_periods_before(period)
        self._send_numbered(earlier[0], commission, director)
        # of those between the sheets are paid where the school has the bonus
        self._rate_sheets(scheme, earlier[2], commission, director)

    def _get_periods_before(self, period):
        return self.env["vsoko.period"].search(
            [
                ("kind", "=", period.kind),
                ("company_id", "=", period.company_id.id),
                ("date_end", "<", period.date_start),
            ],
            order="date_end desc",
            limit=3,
        )

    def _rate_sheets(self, scheme, period, commission, director):
        """Open a rating of teachers by the final sheets of a period."""
        sheets = self._make_sheets(scheme, period, commission, director)
        lines = sheets.line_ids.filtered(lambda one: one.source == "manual")
        for place, line in enumerate(lines):
            line.claimed = min(place * 5 % 7, line.maximum or 4)
        sheets._store({"state": "final"})
        rating = (
            self.env["vsoko.rating"]
            .with_user(director)
            .create(
                {
                    "name": "Рейтинг учителей по оценочным листам",
                    "unit": "teacher",
                    "audience": "own",
                    "period_id": period.id,
                    "sheet_scheme_id": scheme.id,
                }
            )
        )
        rating.action_compute()
        rating._as_seen().action_approve()
        rating.action_publish()

    def _send_numbered(self, period, commission, director):
        """Bring the sheets of a period before the commission, which sees numbers."""
        scheme = self._approve_scheme(
            period.kind, director, name=f"{_NAME}: по номерам", is_numbered=True
        )
        sheets = self._make_sheets(scheme, period, commission, director)
        sent = sheets.with_user(director)[:12]
        sent.action_hand_in()
        for sheet in sent[:3]:
            line = sheet.line_ids.filtered(lambda one: one.source == "minus")
            line.write({"checked": -1, "reason": "Журнал за четверть заполнен позже срока"})
        sent.action_send()

    def _make_sheets(self, scheme, period, commission, director):
        maker = self.env["vsoko.sheet.maker"].with_user(director)
        vals = {"scheme_id": scheme.id, "period_id": period.id, "commission_id": commission.id}
        maker.create(vals).action_make()
        own = [("scheme_id", "=", scheme.id), ("period_id", "=", period.id)]
        return self.env["vsoko.sheet"].search(own)

    def _approve_scheme(self, period_kind, director, **vals):
        example = self.env.ref("vsoko_module.sheet_scheme_example").with_user(director)
        scheme = example.browse(example.action_new_version()["res_id"])
        scheme.write(
            {
                "name": _NAME,
                "positions": False,
                "period_kind": period_kind,
                "discussion": _DISCUSSED,
                **vals,
            }
        )
        scheme.action_discuss()
        order = self.env["vsoko.document"].with_user(director)
        order = order.create({"name": f"Об утверждении схемы «{scheme.name}»", "kind": "order"})
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

    def _share_evening(self, sheet, colleague):
        """Let the teacher and a colleague share the points of the evening."""
        evening = sheet.line_ids.evidence_ids.filtered(lambda one: one.name == _EVENINGS[0])
        if not evening or not colleague:
            return
        parts = {sheet.teacher_id: 60, colleague.teacher_id: 40}
        team = self.env["vsoko.sheet.team"].create(
            {
                "name": evening.name,
                "date": evening.date,
                "basis": "Договорённость участников, протокол ШМО № 2",
                "part_ids": [
                    Command.create({"teacher_id": teacher.id, "percent": percent})
                    for teacher, percent in parts.items()
                ],
            }
        )
        team.action_agree()
