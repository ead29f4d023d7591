from datetime import datetime, timedelta

from ..bodies.body_case import BodyCase


class MeetingCase(BodyCase):
    """The pedagogical council with five members: the user `secretary` (secretary), the chair
    `chair`, the user `member` and two people without accounts. The school year holds today."""

    @classmethod
    def make_fixture(cls):
        cls.year.write({"date_end": max(cls.year.date_end, cls.tomorrow + timedelta(days=40))})
        cls.council = cls.bodies["pedagogical"]
        cls.council.write({"quorum_num": 1, "quorum_den": 2})
        cls.people = {
            name: cls.employee(f"council_{name}") for name in ("chair", "secretary", "member")
        }
        cls.members = {name: cls.seat("pedagogical", user) for name, user in cls.people.items()}
        for name in ("Белова Нина", "Кротов Егор"):
            cls.members[name] = cls.env["vsoko.body.member"].create(
                {
                    "body_id": cls.council.id,
                    "name": name,
                    "date_from": cls.today - timedelta(days=400),
                }
            )
        cls.council.write(
            {
                "chair_id": cls.members["chair"].id,
                "secretary_id": cls.members["secretary"].id,
            }
        )
        cls.secretary = cls.people["secretary"]

    @classmethod
    def plan(cls, days=-3, body=None, **vals):
        """Return a planned meeting so many days from today, with a decision and a report."""
        begins = datetime.combine(cls.today + timedelta(days=days), datetime.min.time())
        return cls.env["vsoko.meeting"].create(
            {
                "body_id": (body or cls.council).id,
                "date_start": begins.replace(hour=10),
                "place": "Учительская",
                "item_ids": [
                    (0, 0, {"name": "План работы", "kind": "decision", "sequence": 1}),
                    (0, 0, {"name": "Отчёт", "speaker": "Белова Н.", "sequence": 2}),
                ],
                **vals,
            }
        )

    @classmethod
    def hold(cls, meeting, absent=1):
        """Bring the meeting to the moment after its roll."""
        meeting.action_call_roll()
        lines = meeting.attendance_ids
        lines.write({"presence": "present"})
        lines[:absent].write({"presence": "absent", "reason": "болезнь"})
        meeting.action_hold()
        return meeting

    @classmethod
    def decide(cls, meeting, favour=3, against=1, abstained=0):
        """Vote on the first question and write down what was said to both."""
        first, second = meeting.item_ids.sorted("sequence")
        second.heard = "Отчёт заслушан"
        first.write({"in_favour": favour, "against": against, "abstained": abstained})
        first.action_count_votes()
        first.resolution_ids = [(0, 0, {"name": "Утвердить план", "responsible": "Белова Н. И."})]
        return first

    @classmethod
    def sign(cls, meeting):
        meeting.action_check_minutes()
        meeting.action_sign()
        return meeting

    @classmethod
    def held(cls, **vals):
        meeting = cls.hold(cls.plan(**vals))
        cls.decide(meeting)
        return meeting
