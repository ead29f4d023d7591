from base64 import b64encode
from datetime import datetime, timedelta

from odoo import fields, models

# who sits in the governing council beside the account of the demonstration
_OUTSIDE = (
    ("Громова Ирина Валерьевна", "parent"),
    ("Жуков Антон Сергеевич", "parent"),
    ("Тимофеева Юлия Олеговна", "founder"),
    ("Рогов Лев Маркович", "public"),
)
_PLAN = "Утвердить план работы с учащимися, имеющими одну «3», по классам 5–9"
_PAPER = "Показатели периода по классам и предметам — в отчёте «Итоги периода»."
_MEALS = "Провести опрос родителей начальной школы о горячем питании"


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_meetings(self, school, teachers, users):
        """Seat the bodies; a signed meeting of the pedagogical council and two of the governing
        one, of which the next has invited its members."""
        bodies = self.env["vsoko.body"].search([("company_id", "=", self.env.company.id)])
        bodies = {body.kind: body for body in bodies}
        self._seat_bodies(bodies, school, teachers, users)
        today = fields.Date.context_today(self)
        self._hold_pedagogical(bodies["pedagogical"], today - timedelta(days=24), users)
        self._hold_governing(bodies["governing"], today - timedelta(days=17), users)
        self._invite_governing(bodies["governing"], today + timedelta(days=12), users)

    def _seat_bodies(self, bodies, school, teachers, users):
        # the council of August sits before the year
        first = school.years[-1].date_start - timedelta(days=31)
        # whoever teaches today has sat in the associations all year
        self.env["vsoko.body"].search([("kind", "=", "association")]).member_ids.date_from = first
        working = [one for one in teachers if one.is_pedagogic and not one.date_left][:24]
        heads = ("director", "deputy", "methodist")
        staff = [one for one in teachers if one.user_id in [users[name] for name in heads]]
        council = [one for one in teachers if one.user_id == users["pedcouncil"]]
        # after those who sit in the methodical council as well, and no secretary
        people = list(dict.fromkeys(staff + working[:6] + council + working))
        rows = [("pedagogical", {"teacher_id": one.id}) for one in people]
        rows += [("methodical", {"teacher_id": one.id}) for one in people[:7]]
        rows += [("governing", {"name": name, "capacity": kind}) for name, kind in _OUTSIDE]
        rows.append(("governing", {"user_id": users["council"].id, "capacity": "parent"}))
        # the secretary works in the school
        rows += [("governing", {"teacher_id": one.id}) for one in staff[-1:]]
        rows += [
            ("administration", {"user_id": users[name].id, "capacity": name})
            for name in ("director", "deputy")
        ]
        members = self.env["vsoko.body.member"].create(
            [{"body_id": bodies[kind].id, "date_from": first, **vals} for kind, vals in rows]
        )
        for kind, own in members.grouped("kind").items():
            bodies[kind].write({"chair_id": own[0].id, "secretary_id": own[-1].id})

    def _make_meeting(self, body, day, place, questions):
        begins = datetime.combine(day, datetime.min.time()).replace(hour=11)
        return self.env["vsoko.meeting"].create(
            {
                "body_id": body.id,
                "date_start": begins,
                "place": place,
                "item_ids": [
                    (0, 0, {"sequence": 10 * number, **question})
                    for number, question in enumerate(questions, start=1)
                ],
            }
        )

    def _hold(self, meeting, absent, signer):
        """Call the roll with so many absent, and bring the meeting to its signed minutes."""
        meeting.action_call_roll()
        lines = meeting.attendance_ids
        lines[:absent].write({"presence": "absent", "reason": "болезнь"})
        lines[absent:].write({"presence": "present"})
        meeting.action_hold()
        present = meeting.roll_present
        for item in meeting.item_ids.filtered(lambda one: one.kind == "decision"):
            item.write({"in_favour": present - 2, "against": 1, "abstained": 1})
            item.action_count_votes()
        meeting.action_check_minutes()
        # The demonstration signs in the name of the secretary.
        signing = meeting.with_user(signer).sudo()
        signing._as_seen().action_sign()

    def _hold_pedagogical(self, body, day, users):
        meeting = self._make_meeting(
            body,
            day,
            "Актовый зал",
            [
                {
                    "name": "О результатах учебного периода",
                    "kind": "decision",
                    "origin": "report",
                    "speaker": f"{users['deputy'].name}, заместитель директора",
                    "heard": "Представлены показатели периода по уровням и классам.",
                    "speeches": "Предложено начать с классов, где больше учащихся с одной «3».",
                    "resolution_ids": [
                        (0, 0, {"name": _PLAN, "responsible_id": users["deputy"].id,
                                "deadline": day + timedelta(days=40)})
                    ],
                },
                {
                    "name": "О ходе аттестации педагогических работников",
                    "speaker": f"{users['methodist'].name}, методист",
                    "heard": "Сообщено о графике аттестации и курсов повышения квалификации.",
                },
            ],
        )  # fmt: skip
        self._hold(meeting, 3, users["director"])

    def _plan_pedagogical(self, users):
        """Call the next meeting after the lines of the plan have theirs, whose numbers are less."""
        body = self.env["vsoko.body"].search(
            [("kind", "=", "pedagogical"), ("company_id", "=", self.env.company.id)]
        )
        deputy = f"{users['deputy'].name}, заместитель директора"
        paper = {"name": "Справка об итогах периода.txt", "content": b64encode(_PAPER.encode())}
        self._make_meeting(
            body,
            fields.Date.context_today(self) + timedelta(days=9),
            "Актовый зал",
            [
                {
                    "name": "О классах, где качество знаний ниже допустимого",
                    "kind": "decision",
                    "origin": "figure",
                    "speaker": deputy,
                    "material_ids": [(0, 0, paper)],
                },
                {"name": "О подготовке к итоговой аттестации", "speaker": deputy},
            ],
        )

    def _hold_governing(self, body, day, users):
        meeting = self._make_meeting(
            body,
            day,
            "Кабинет директора",
            [
                {
                    "name": "Об организации горячего питания",
                    "kind": "decision",
                    "origin": "proposal",
                    "speaker": "Громова И. В.",
                    "heard": "Родители начальной школы просят изучить удовлетворённость питанием.",
                    "resolution_ids": [
                        (0, 0, {"name": _MEALS, "responsible": users["deputy"].name,
                                "deadline": day + timedelta(days=30)})
                    ],
                }
            ],
        )  # fmt: skip
        self._hold(meeting, 0, users["director"])

    def _invite_governing(self, body, day, users):
        meeting = self._make_meeting(
            body,
            day,
            "Кабинет директора",
            [
                {
                    "name": "О публичном докладе директора",
                    "kind": "discussion",
                    "speaker": f"{users['director'].name}, директор",
                },
                {"name": "О плане заседаний совета", "kind": "decision"},
            ],
        )
        meeting.with_context(no_mail_to_attendees=True, dont_notify=True).action_invite()
        # The demonstration proposes in the name of a member.
        self.env["vsoko.meeting.proposal"].with_user(users["council"]).sudo().create(
            {"body_id": body.id, "name": "О безопасности на переменах у спортивного зала"}
        )
