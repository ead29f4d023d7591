from datetime import datetime, timedelta

from odoo.fields import Command

from ..bodies.body_case import BodyCase

# what the scheme of the tests judges: groups with their caps and criteria
GROUPS = (
    (
        "Обучение",
        10,
        (
            {
                "code": "1.1",
                "name": "Качество знаний",
                "source": "indicator",
                "indicator_code": "quality",
                "maximum": 5,
                "step_ids": [
                    Command.create({"bound": bound, "points": points})
                    for bound, points in ((50, 1), (60, 3), (75, 5))
                ],
            },
        ),
    ),
    (
        "Методическая работа",
        5,
        (
            {
                "code": "2.1",
                "name": "Открытые уроки",
                "source": "event",
                "event_kind": "open_lesson",
                "points_each": 2,
                "maximum": 4,
            },
            {
                "code": "2.2",
                "name": "Выступления",
                "source": "event",
                "event_kind": "speech",
                "points_each": 1,
                "maximum": 3,
            },
            {"code": "2.3", "name": "Мероприятия", "source": "manual", "points_each": 2},
        ),
    ),
    ("Снижение", 0, ({"code": "3.1", "name": "Сроки", "source": "minus", "maximum": 3},)),
)


def make_scheme(env, groups=GROUPS, **vals):
    """Return a draft of a scheme for quarters in the company of the environment."""
    return env["vsoko.sheet.scheme"].create(
        {
            "name": "Лист учителя",
            "period_kind": "quarter",
            "group_ids": [
                Command.create(
                    {
                        "name": name,
                        "cap": cap,
                        "sequence": number,
                        "criterion_ids": [
                            Command.create({"sequence": place, **criterion})
                            for place, criterion in enumerate(criteria)
                        ],
                    }
                )
                for number, (name, cap, criteria) in enumerate(groups)
            ],
            **vals,
        }
    )


def discuss_scheme(scheme, by):
    """Let a scheme be discussed and name a signed order of the director; return it as his."""
    order = scheme.env["vsoko.document"].with_user(by).create({"name": "О листе", "kind": "order"})
    order.action_approve()
    scheme = scheme.with_user(by)
    scheme.discussion = "ШМО учителей математики, протокол № 2"
    scheme.action_discuss()
    scheme.order_id = order
    return scheme


def approve_scheme(scheme, by):
    """Let the director approve the scheme by an order of his own."""
    scheme = discuss_scheme(scheme, by)
    scheme.action_approve()
    return scheme


def make_sheets(scheme, period, by, **vals):
    """Make and fill the sheets of a period; return them in the order of teachers."""
    maker = scheme.env["vsoko.sheet.maker"].with_user(by)
    maker.create({"scheme_id": scheme.id, "period_id": period.id, **vals}).action_make()
    return scheme.env["vsoko.sheet"].search(
        [("scheme_id", "=", scheme.id), ("period_id", "=", period.id)]
    )


class SheetCase(BodyCase):
    """An approved scheme for quarters; the teacher of 5А and 9А has 50 % quality in the first
    quarter and an open lesson. The commission has a chair, a secretary and the third teacher."""

    @classmethod
    def make_fixture(cls):
        cls.director = cls.users["director"]
        cls.teacher, cls.head = cls.users["teacher"], cls.users["association_head"]
        marks = {(pupil, cls.math): 3 for pupil in cls.pupils_of(cls.class_5a)}
        marks |= {(pupil, cls.math): 5 for pupil in cls.pupils_of(cls.class_9a)}
        marks |= {(pupil, cls.math): 5 for pupil in cls.pupils_of(cls.class_5a)[:1]}
        cls.add_marks(marks, cls.q1)
        cls.q1.action_calculate()
        cls.lesson = cls.env["vsoko.staff.event"].create(
            {
                "teacher_id": cls.teachers[0].id,
                "kind": "open_lesson",
                "name": "Дроби",
                "date": "2025-10-01",
            }
        )
        cls.scheme = approve_scheme(make_scheme(cls.env), cls.director)
        cls.people = {name: cls.employee(f"sheet_{name}") for name in ("chair", "secretary")}
        cls.commission = cls.env["vsoko.body"].create(
            {
                "name": "Комиссия по листам",
                "kind": "temporary",
                "case": "Листы учителей",
                "date_to": cls.today + timedelta(days=200),
            }
        )
        members = {
            name: cls.env["vsoko.body.member"].create(
                {
                    "body_id": cls.commission.id,
                    "user_id": user.id,
                    "date_from": cls.today - timedelta(days=400),
                }
            )
            for name, user in cls.people.items()
        }
        cls.commission.write(
            {"chair_id": members["chair"].id, "secretary_id": members["secretary"].id}
        )
        cls.chair = cls.people["chair"]
        cls.sheets = make_sheets(cls.scheme, cls.q1, cls.director, commission_id=cls.commission.id)
        cls.sheet = cls.sheets.filtered(lambda one: one.teacher_id == cls.teachers[0])
        cls.env.flush_all()

    @classmethod
    def line(cls, code, sheet=None, by=None):
        lines = (sheet or cls.sheet).line_ids
        line = lines.filtered(lambda one: one.criterion_id.code == code)
        return line.with_user(by) if by else line

    @classmethod
    def minutes(cls, days=0):
        """Return a meeting of the commission with signed minutes, so many days from today."""
        begins = datetime.combine(cls.today + timedelta(days=days), datetime.min.time())
        meeting = cls.env["vsoko.meeting"].create(
            {"body_id": cls.commission.id, "date_start": begins.replace(hour=10)}
        )
        meeting._store(
            {
                "state": "signed",
                "signed_by_id": cls.chair.id,
                "signed_date": begins,
            }
        )
        return meeting

    def bring(self, state):
        """Bring the sheet of the teacher into a state."""
        sheet = self.sheet
        sheet.with_user(self.teacher).action_hand_in()
        if state == "checked":
            return sheet
        sheet.with_user(self.director).action_send()
        if state == "commission":
            return sheet
        sheet.with_user(self.chair).meeting_id = self.minutes()
        sheet.with_user(self.chair).action_decide()
        return sheet

    def say(self, sheet, kind, text, by):
        saying = self.env["vsoko.sheet.saying"].with_user(by)
        saying.create({"sheet_id": sheet.id, "kind": kind, "text": text}).action_say()
