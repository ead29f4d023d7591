from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ...common import make_user
from .meeting_case import MeetingCase

PARTS = ("meeting", "meeting.item", "meeting.attendance", "meeting.material", "resolution")


@tagged("post_install", "-at_install")
class TestMeetingRights(MeetingCase):
    """Members read, the chair and the secretary write, from the first to the last day."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.meeting = cls.held()
        cls.env["vsoko.meeting.material"].create(
            {"item_id": cls.meeting.item_ids[0].id, "name": "a.pdf", "content": b"MQ=="}
        )

    def seen(self, user):
        return {
            name
            for name in PARTS
            if self.env[f"vsoko.{name}"]
            .with_user(user)
            .search_count([("body_id", "=", self.council.id)])
        }

    def test_who_reads(self):
        self.assertEqual(self.seen(self.people["member"]), set(PARTS))
        self.assertEqual(self.seen(self.users["administration"]), set(PARTS))
        for role in ("teacher", "pedagogical_council", "methodical_council", "specialist"):
            self.assertEqual(self.seen(self.users[role]), set())

    def test_who_writes(self):
        for name in ("chair", "secretary"):
            self.meeting.with_user(self.people[name]).place = name
            self.meeting.item_ids[0].with_user(self.people[name]).heard = name
        with self.assertRaises(AccessError):
            self.meeting.with_user(self.people["member"]).place = "x"
        with self.assertRaises(AccessError):
            self.meeting.item_ids[0].with_user(self.people["member"]).heard = "x"
        for button in ("action_hold", "action_sign", "action_recall"):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                getattr(self.meeting.with_user(self.people["member"]), button)()

    def test_a_term_that_ended_yesterday_opens_nothing(self):
        for name in ("member", "secretary"):
            self.env.cr.execute(
                "UPDATE vsoko_body_member SET date_to = %s WHERE id = %s",
                [self.yesterday, self.members[name].id],
            )
            self.env.invalidate_all()
            self.assertEqual(self.seen(self.people[name]), set())
        with self.assertRaises(AccessError):
            self.meeting.with_user(self.secretary).place = "x"

    def test_what_only_the_program_writes(self):
        meeting = self.meeting.with_user(self.secretary)
        for vals in ({"state": "signed"}, {"number": 5}, {"has_quorum": False},
                     {"roll_present": 1}):  # fmt: skip
            with self.assertRaises(AccessError):
                meeting.write(vals)
        with self.assertRaises(AccessError):
            meeting.item_ids[0].result = "accepted"
        with self.assertRaises(AccessError):
            meeting.resolution_ids.state = "done"

    def test_what_became_of_a_resolution(self):
        doer = self.employee("doer")
        self.seat("pedagogical", doer)
        self.meeting.resolution_ids.write({"responsible_id": doer.id, "deadline": self.today})
        resolution = self.sign(self.meeting).resolution_ids
        self.assertTrue(resolution.is_overdue)
        self.assertEqual(resolution.activity_ids.user_id, doer)
        with self.assertRaises(AccessError):
            resolution.with_user(self.people["member"])._close("done", "x")
        outcome = self.env["vsoko.resolution.outcome"].with_user(doer)
        outcome.create(
            {"resolution_id": resolution.id, "state": "done", "outcome": "Сделано"}
        ).action_close()
        self.assertEqual((resolution.state, resolution.outcome), ("done", "Сделано"))
        self.assertEqual(resolution.done_date, fields.Date.context_today(resolution))
        self.assertFalse(resolution.activity_ids)
        with self.assertRaises(UserError):
            resolution.with_user(doer)._close("cancelled", "x")


@tagged("post_install", "-at_install")
class TestMeetingProposals(MeetingCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.proposal = cls.propose(cls.people["member"])

    @classmethod
    def propose(cls, user):
        proposals = cls.env["vsoko.meeting.proposal"].with_user(user)
        return proposals.create({"body_id": cls.council.id, "name": "О питании"})

    def test_members_propose_and_nobody_else(self):
        self.assertEqual(self.proposal.sudo().author_name, self.people["member"].name)
        with self.assertRaises(AccessError):
            self.propose(self.users["teacher"])
        with self.assertRaises(AccessError):
            self.proposal.name = "x"

    def test_the_secretary_puts_it_into_the_agenda(self):
        with self.assertRaises(UserError):
            self.proposal.with_user(self.secretary).action_accept()
        meeting = self.plan(days=9)
        with self.assertRaises(AccessError):
            self.proposal.action_accept()
        self.proposal.with_user(self.secretary).action_accept()
        self.assertEqual(meeting.item_ids[-1].name, "О питании")
        self.assertEqual(self.proposal.state, "accepted")
        with self.assertRaises(UserError):
            self.proposal.with_user(self.secretary).action_accept()

    def test_the_secretary_declines_and_says_why(self):
        answer = self.env["vsoko.meeting.proposal.answer"].with_user(self.secretary)
        answer.create({"proposal_id": self.proposal.id, "answer": "Уже решено"}).action_decline()
        self.assertEqual((self.proposal.state, self.proposal.answer), ("declined", "Уже решено"))

    def test_a_member_of_the_portal_proposes_to_the_own_council(self):
        parent = make_user(self.env, "parent", "family")
        self.seat("governing", parent)
        proposals = self.env["vsoko.meeting.proposal"].with_user(parent)
        own = proposals.create({"body_id": self.bodies["governing"].id, "name": "О школе"})
        self.assertEqual(own.state, "new")
        with self.assertRaises(AccessError):
            proposals.create({"body_id": self.council.id, "name": "О школе"})
        with self.assertRaises(AccessError):
            own.name = "x"
