from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .meeting_case import MeetingCase


@tagged("post_install", "-at_install")
class TestMeeting(MeetingCase):
    """The way of a meeting, and what of it never changes afterwards."""

    def test_the_whole_way_by_its_secretary(self):
        meeting = self.plan().with_user(self.secretary)
        meeting.action_call_roll()
        meeting.action_invite()
        self.assertEqual(meeting.state, "invited")
        self.assertEqual(len(meeting.attendance_ids), 5)
        meeting.attendance_ids.presence = "present"
        meeting.action_hold()
        self.assertEqual((meeting.roll_present, meeting.roll_members), (5, 5))
        self.decide(meeting)
        meeting.action_check_minutes()
        meeting._as_seen().action_sign()
        self.assertEqual((meeting.state, meeting.number), ("signed", 1))
        self.assertEqual(meeting.sudo().signed_by_id, self.secretary)
        self.assertEqual(meeting.resolution_ids.state, "adopted")

    def test_the_calendar_invites_the_members_with_the_agenda(self):
        meeting = self.plan(days=5)
        meeting.with_user(self.secretary).action_invite()
        event = meeting.event_id
        self.assertEqual(event.partner_ids, self._partners())
        self.assertIn("План работы", event.description)
        meeting.date_start += timedelta(days=1)
        self.assertEqual(event.start, meeting.date_start)
        meeting.with_user(self.secretary).action_recall()
        self.assertFalse(event.exists())
        self.assertEqual(meeting.state, "planned")

    def test_a_meeting_is_called_off_with_a_reason_that_everybody_reads(self):
        meeting = self.plan(days=5).with_user(self.secretary)
        meeting.action_invite()
        event = meeting.event_id
        with self.assertRaises(UserError):
            meeting._call_off(" ")
        opened = meeting.action_call_off()
        wizard = self.env[opened["res_model"]].with_user(self.secretary)
        wizard = wizard.with_context(opened["context"]).create({"reason": "Карантин"})
        wizard.action_call_off()
        self.assertEqual((meeting.state, meeting.cancel_reason), ("cancelled", "Карантин"))
        self.assertFalse(event.exists())
        told = self.env["mail.message"].search([("body", "ilike", "Карантин")])
        self.assertEqual(told.partner_ids, self._partners())
        self.assertEqual(meeting.quorum_text, "")
        for act in (meeting.action_hold, meeting.action_invite, meeting.action_sign,
                    lambda: meeting.write({"place": "Зал"})):  # fmt: skip
            with self.assertRaises(UserError):
                act()
        meeting.action_plan_again()
        self.assertEqual((meeting.state, len(meeting.item_ids)), ("planned", 2))

    def test_what_was_held_is_not_called_off(self):
        meeting = self.held()
        with self.assertRaises(UserError):
            meeting._call_off("Карантин")
        self.assertEqual(meeting.state, "held")
        with self.assertRaises(AccessError):
            self.plan(days=5).with_user(self.people["member"])._call_off("Карантин")

    def _partners(self):
        return self.env["res.users"].concat(*self.people.values()).partner_id

    def test_a_later_member_changes_no_meeting_of_the_past(self):
        meeting = self.held()
        text = meeting.quorum_text
        late = self.seat("pedagogical", self.users["teacher"], date_from=self.today)
        self.council.write({"quorum_num": 1, "quorum_den": 1})
        self.assertEqual(meeting.quorum_text, text)
        self.assertTrue(meeting.has_quorum)
        with self.assertRaises(UserError):
            self.env["vsoko.meeting.attendance"].create(
                {"meeting_id": meeting.id, "member_id": late.id}
            )
        with self.assertRaises(UserError):
            meeting.attendance_ids[0].presence = "present"

    def test_without_a_quorum_nothing_is_decided(self):
        meeting = self.hold(self.plan(), absent=3)
        self.assertFalse(meeting.has_quorum)
        first = meeting.item_ids[0]
        first.write({"in_favour": 2})
        with self.assertRaises(UserError):
            first.action_count_votes()
        self.sign(meeting)
        self.assertIn("there is no quorum", meeting.quorum_text)

    def test_half_is_not_more_than_half(self):
        self.members["Кротов Егор"].unlink()
        self.council.quorum_strict = True
        self.assertFalse(self.hold(self.plan(), absent=2).has_quorum)
        self.assertTrue(self.hold(self.plan(), absent=1).has_quorum)

    def test_the_day_has_to_come_and_everybody_to_be_noted(self):
        with self.assertRaises(UserError):
            self.hold(self.plan(days=2))
        meeting = self.plan()
        meeting.action_call_roll()
        with self.assertRaises(UserError) as caught:
            meeting.action_hold()
        self.assertIn("Белова Нина", str(caught.exception))

    def test_minutes_lack_nothing(self):
        meeting = self.hold(self.plan())
        with self.assertRaises(UserError) as caught:
            meeting.action_check_minutes()
        self.assertIn("План работы", str(caught.exception))
        meeting.item_ids[0].is_postponed = True
        meeting.item_ids[1].heard = "Отчёт"
        meeting.action_check_minutes()
        self.assertEqual(meeting.state, "minutes_draft")

    def test_minutes_are_numbered_by_body_and_school_year(self):
        first, second = self.sign(self.held()), self.sign(self.held())
        other = self.seat("methodical", self.people["chair"])
        self.bodies["methodical"].write({"chair_id": other.id, "secretary_id": other.id})
        elsewhere = self.plan(body=self.bodies["methodical"])
        self.hold(elsewhere, absent=0)
        elsewhere.item_ids.write({"is_postponed": True})
        self.sign(elsewhere)
        self.assertEqual([first.number, second.number, elsewhere.number], [1, 2, 1])
        with self.assertRaises(UserError):
            first.unlink()

    def test_signed_minutes_are_locked_and_corrected_beside(self):
        meeting = self.sign(self.held())
        item, resolution = meeting.item_ids[0], meeting.resolution_ids
        for act in (
            lambda: meeting.write({"place": "x"}),
            lambda: item.write({"heard": "x"}),
            lambda: resolution.write({"name": "x"}),
            lambda: meeting.attendance_ids[0].write({"reason": "x"}),
            lambda: item.create({"meeting_id": meeting.id, "name": "x"}),
            item.unlink,
            lambda: item.action_vote_again(),
        ):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                act()
        correction = self.env["vsoko.meeting.correction"].with_user(self.secretary)
        entry = correction.create({"meeting_id": meeting.id, "name": "Следует читать: 12"})
        with self.assertRaises(AccessError):
            entry.name = "x"
        with self.assertRaises(UserError):
            correction.create({"meeting_id": self.plan().id, "name": "x"})

    def test_a_meeting_is_signed_once_and_from_its_draft(self):
        meeting = self.held()
        with self.assertRaises(UserError):
            meeting.action_sign()
        self.sign(meeting)
        for button in ("action_sign", "action_hold", "action_invite", "action_recall",
                       "action_write_on", "action_check_minutes"):  # fmt: skip
            with self.assertRaises(UserError), self.env.cr.savepoint():
                getattr(meeting, button)()

    def test_a_body_says_how_often_it_has_met_of_the_fewest_times(self):
        year = self.env["vsoko.year"].search([("state", "=", "current")])
        if self.year != year:
            self.year.action_set_current()
        self.council.meetings_min = 4
        self.assertEqual(self.council.meeting_text, "0 of 4")
        first = self.held()
        self.assertEqual(self.council.meeting_text, "0 of 4; minutes to be signed: 1")
        self.sign(first)
        self.plan(days=5)
        self.assertEqual(self.council.meeting_text, "1 of 4")
        # whoever is no member reads no meeting, and hears no other number
        outside = self.council.with_user(self.users["teacher"])
        self.assertEqual(outside.meeting_text, "1 of 4")
        self.council.meetings_min = 0
        self.assertEqual(self.council.meeting_text, "1")

    def test_materials_stay_as_they_were_sent(self):
        meeting = self.plan(days=5)
        material = self.env["vsoko.meeting.material"].create(
            {"item_id": meeting.item_ids[0].id, "name": "План.pdf", "content": b"MQ=="}
        )
        material.name = "План работы.pdf"
        meeting.action_invite()
        material = material.with_user(self.secretary)
        kept = self.env["ir.attachment"].search(
            [("res_model", "=", material._name), ("res_field", "=", "content"),
             ("res_id", "=", material.id)]
        ).with_user(self.secretary)  # fmt: skip
        self.assertTrue(kept)
        for act in (lambda: material.write({"content": b"Mg=="}), material.unlink,
                    lambda: kept.write({"raw": b"2"}), kept.unlink):  # fmt: skip
            with self.assertRaises(UserError), self.env.cr.savepoint():
                act()
        material.is_published = True

    def test_the_secretary_is_reminded_of_the_minutes(self):
        meeting = self.hold(self.plan())
        task = meeting.activity_ids
        self.assertEqual(task.user_id, self.secretary)
        self.assertEqual(task.date_deadline, self.today + timedelta(days=2))
        self.decide(meeting)
        self.sign(meeting)
        self.assertFalse(meeting.activity_ids)
