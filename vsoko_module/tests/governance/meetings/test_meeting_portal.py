from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from ...common import make_user
from .meeting_case import MeetingCase

WRITTEN = ("meeting", "meeting.item", "meeting.attendance", "meeting.material", "resolution",
           "meeting.correction", "body", "body.member")  # fmt: skip


@tagged("post_install", "-at_install")
class TestMeetingPortal(MeetingCase, HttpCase):
    """A member of the governing council reads its meetings on the portal and proposes questions;
    nothing else is open to a reader outside, and nothing after the last day of the term."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.governing = cls.bodies["governing"]
        cls.parent = make_user(cls.env, "council_parent", "family")
        cls.seat_of_parent = cls.seat("governing", cls.parent, capacity="parent")
        keeper = cls.seat("governing", cls.secretary)
        cls.governing.write({"chair_id": keeper.id, "secretary_id": keeper.id})
        cls.meeting = cls.hold(cls.plan(body=cls.governing), absent=0)
        cls.decide(cls.meeting, favour=2, against=0)
        item = cls.meeting.item_ids.sorted("sequence")[0]
        cls.materials = cls.env["vsoko.meeting.material"].create(
            [
                {"item_id": item.id, "name": f"{name}.pdf", "content": b"MQ==",
                 "is_published": is_published}
                for name, is_published in (("открытый", True), ("закрытый", False))
            ]
        )  # fmt: skip
        cls.coming = cls.plan(days=6, body=cls.governing)

    def get(self, url, user="council_parent", **data):
        self.authenticate(user, user)
        return self.url_open(url, data=data or None)

    def test_the_page_of_the_council(self):
        self.sign(self.meeting)
        page = self.get("/my/vsoko/meetings").text
        self.assertIn(f"/my/vsoko/meeting/{self.meeting.id}", page)
        self.assertNotIn(f"/my/vsoko/meeting/{self.coming.id}", page)
        self.assertIn("Утвердить план", page)
        self.assertIn('name="reason"', page)
        self.coming.action_invite()
        self.assertIn(f"/my/vsoko/meeting/{self.coming.id}", self.get("/my/vsoko/meetings").text)

    def test_a_meeting_with_what_was_published_for_it(self):
        page = self.get(f"/my/vsoko/meeting/{self.meeting.id}").text
        self.assertIn("открытый.pdf", page)
        self.assertNotIn("закрытый.pdf", page)
        shown, hidden = (f"/my/vsoko/material/{one.id}" for one in self.materials)
        self.assertEqual(self.get(shown).content, b"1")
        self.assertEqual(self.get(hidden).status_code, 404)

    def test_what_the_program_holds_is_named_and_not_opened(self):
        draft = self.env["vsoko.document"].create({"name": "Проект"})
        link = self.env["vsoko.meeting.material"].create(
            {"item_id": self.meeting.item_ids[0].id, "name": "Положение о питании",
             "thing": f"{draft._name},{draft.id}", "is_published": True}
        )  # fmt: skip
        page = self.get(f"/my/vsoko/meeting/{self.meeting.id}").text
        self.assertIn("Положение о питании", page)
        self.assertNotIn(f"/my/vsoko/material/{link.id}", page)
        self.assertEqual(self.get(f"/my/vsoko/material/{link.id}").status_code, 404)

    def test_minutes_are_read_when_they_are_signed(self):
        url = f"/vsoko/meeting/{self.meeting.id}/docx"
        self.assertEqual(self.get(url).status_code, 404)
        self.sign(self.meeting)
        self.assertEqual(self.get(url).content[:2], b"PK")
        page = self.get(f"/my/vsoko/meeting/{self.meeting.id}").text
        self.assertIn(f"/vsoko/meeting/{self.meeting.id}/pdf", page)

    def test_a_meeting_of_another_body_does_not_exist(self):
        other = self.held()
        for url in (f"/my/vsoko/meeting/{other.id}", f"/my/vsoko/meeting/{self.coming.id}"):
            self.assertEqual(self.get(url).status_code, 404)
        # who may not even read of it hears so
        with mute_logger("odoo.http"):
            self.assertNotEqual(self.get(f"/vsoko/meeting/{other.id}/docx").content[:2], b"PK")

    def propose(self, **data):
        """Send the form of the page, but for what is said otherwise."""
        page = self.get("/my/vsoko/meetings").text
        token = page.split('name="csrf_token" value="')[1].split('"')[0]
        data = {"csrf_token": token, "body": self.governing.id, "name": "О питании", **data}
        return self.url_open("/my/vsoko/proposal", data=data)

    def test_a_member_proposes_a_question(self):
        answer = self.propose()
        self.assertIn("О питании", answer.text)
        proposal = self.env["vsoko.meeting.proposal"].search([("body_id", "=", self.governing.id)])
        self.assertEqual((proposal.name, proposal.author_id), ("О питании", self.parent))
        for wrong in (
            {"body": "x", "name": ""},
            {"body": self.council.id, "name": "Чужой совет"},
            {"body": "9" * 20},
            {"name": "x" * 301},
            {"reason": "x" * 5001},
        ):
            self.assertIn('role="alert"', self.propose(**wrong).text)
        self.assertEqual(self.env["vsoko.meeting.proposal"].search_count([]), 1)

    def test_a_second_press_proposes_once(self):
        for _press in range(2):
            self.propose(reason="Жалобы родителей")
        self.propose(reason="Новый повар")
        proposals = self.env["vsoko.meeting.proposal"].search([])
        self.assertEqual({*proposals.mapped("reason")}, {"Жалобы родителей", "Новый повар"})
        self.assertEqual(len(proposals), 2)

    def test_nothing_else_is_written(self):
        for name in WRITTEN:
            for operation in ("write", "create", "unlink"):
                model = self.env[f"vsoko.{name}"].with_user(self.parent)
                self.assertFalse(model.has_access(operation), (name, operation))
        with self.assertRaises(AccessError):
            self.meeting.with_user(self.parent).action_sign()

    def test_a_term_that_ended_yesterday(self):
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE vsoko_body_member SET date_to = %s WHERE id = %s",
            [self.yesterday, self.seat_of_parent.id],
        )
        self.env.invalidate_all()
        self.assertFalse(self.env["vsoko.meeting"].with_user(self.parent).search([]))
        self.env.registry.clear_cache()
        self.assertEqual(self.get(f"/my/vsoko/meeting/{self.meeting.id}").status_code, 404)
        # a page that does not exist leaves nothing behind; the next one takes the role
        self.get("/my")
        self.env.invalidate_all()
        self.assertFalse(self.has_role(self.parent, "governing_council"))
