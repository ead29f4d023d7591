from odoo import Command
from odoo.tests import tagged

from ...common import make_users
from ...reporting.process_case import ProcessCase
from ...reporting.test_two_clicks import press

# a year that no other test uses and that is over: a meeting is held when its day has come
YEAR = 2006


@tagged("post_install", "-at_install")
class TestMeetingClicks(ProcessCase):
    """Two secretaries sign at one moment: minutes have one number each and enter the register
    once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.director = f"director_{YEAR}"
        cls.users = make_users(cls.env, {cls.director: ["director"]})[cls.director]
        cls.year = cls.env["vsoko.year"].create(
            {
                "name": f"{YEAR}/{YEAR + 1}",
                "date_start": f"{YEAR}-09-01",
                "date_end": f"{YEAR + 1}-08-31",
            }
        )
        cls.body = cls.env["vsoko.body"].create(
            {
                "name": f"Комиссия {YEAR}",
                "case": "Обращение",
                "date_to": f"{YEAR + 1}-08-31",
                "member_ids": [
                    Command.create({"name": "Член комиссии", "date_from": f"{YEAR}-09-01"})
                ],
            }
        )
        member = cls.body.member_ids
        cls.body.write({"chair_id": member.id, "secretary_id": member.id})
        cls.store()

    @classmethod
    def _remove(cls):
        cls.cr.rollback()
        cls.cr.execute("DELETE FROM vsoko_meeting WHERE body_id = %s", [cls.body.id])
        cls.cr.execute("DELETE FROM vsoko_document WHERE body_id = %s", [cls.body.id])
        cls.cr.execute("DELETE FROM vsoko_body WHERE id = %s", [cls.body.id])
        cls.env.invalidate_all()
        cls.year.unlink()
        cls.users.unlink()
        cls.store()

    def write_down(self, count):
        """Return meetings whose minutes wait for the signature."""
        question = Command.create({"name": "Отчёт", "heard": "Отчёт заслушан"})
        day = f"{YEAR}-10-01 10:00:00"
        values = {"body_id": self.body.id, "date_start": day, "item_ids": [question]}
        meetings = self.env["vsoko.meeting"].create([values] * count)
        for meeting in meetings:
            meeting.action_call_roll()
            meeting.attendance_ids.presence = "present"
            meeting.action_hold()
        meetings.action_check_minutes()
        return meetings

    def sign_at_once(self, meetings):
        self.store()
        workers = [
            self.start(press, self.director, "vsoko.meeting", meeting.id, "action_sign")
            for meeting in meetings
        ]
        for worker in workers:
            worker.go()
        answers = sorted(str(worker.answer()) for worker in workers)
        self.refresh()
        return answers

    def test_two_meetings_have_two_numbers_and_one_has_one(self):
        meetings = self.write_down(2)
        self.assertEqual(self.sign_at_once(meetings), ["done", "done"])
        self.assertEqual(sorted(meetings.mapped("number")), [1, 2])
        (meeting,) = self.write_down(1)
        answers = self.sign_at_once([meeting, meeting])
        self.assertEqual(answers[0], "done")
        self.assertIn("уже", answers[1])
        self.assertEqual((meeting.number, meeting.state), (3, "signed"))
        register = self.env["vsoko.document"].search([("body_id", "=", self.body.id)])
        self.assertEqual(register, (meetings | meeting).document_id)
        self.assertEqual(len(register), 3)
