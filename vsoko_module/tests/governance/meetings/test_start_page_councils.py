from odoo.tests import tagged

from .meeting_case import MeetingCase


@tagged("post_install", "-at_install")
class TestStartPageCouncils(MeetingCase):
    """The members of the pedagogical council have a meeting of two questions ahead."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.meeting = cls.plan(days=3)
        cls.member = cls.people["member"]

    def cards(self, user):
        page = self.env["vsoko.start.page"].with_user(user).get_page()
        return {card["key"]: card for card in page["cards"]}

    def test_the_agenda_stands_in_its_order_under_its_meeting(self):
        card = self.cards(self.member)["agenda"]
        self.assertEqual([row["name"] for row in card["rows"]], ["План работы", "Отчёт"])
        self.assertEqual({row["group"] for row in card["rows"]}, {self.meeting.display_name})
        self.assertIn("Белова Н.", card["rows"][1]["text"])

    def test_only_questions_with_papers_are_to_be_read(self):
        self.assertEqual(self.cards(self.member)["materials"]["count"], 0)
        self.meeting.item_ids[1].material_ids = [
            (0, 0, {"name": "Итоги четверти", "content": b"MQ=="})
        ]
        (row,) = self.cards(self.member)["materials"]["rows"]
        self.assertEqual((row["name"], row["text"]), ("Отчёт", "Итоги четверти"))

    def test_others_do_not_read_it(self):
        specialist = self.cards(self.users["specialist"])
        self.assertFalse({"agenda", "materials", "decided"} & specialist.keys())
        # of the methodical council, which is another body
        other = self.cards(self.users["methodical_council"])
        self.assertEqual((other["agenda"]["count"], other["decided"]["count"]), (0, 0))

    def test_what_was_decided_says_how_it_stands(self):
        meeting = self.plan(days=-3)
        resolution = self.env["vsoko.resolution"].create(
            {"meeting_id": meeting.id, "item_id": meeting.item_ids[0].id, "name": "Утвердить план"}
        )
        self.assertEqual(self.cards(self.member)["decided"]["count"], 0)
        resolution._adopt()
        (row,) = self.cards(self.member)["decided"]["rows"]
        self.assertIn("Утвердить план", row["name"])
        self.assertEqual(row["group"], meeting.display_name)
        resolution.with_user(self.secretary)._close("done", "План утверждён приказом")
        (row,) = self.cards(self.member)["decided"]["rows"]
        self.assertIn("План утверждён приказом", row["text"])

    def test_a_proposal_waits_for_the_secretary_and_stays_with_its_author(self):
        self.env["vsoko.meeting.proposal"].with_user(self.member).create(
            {"body_id": self.council.id, "name": "О домашних заданиях"}
        )
        self.assertEqual(self.cards(self.secretary)["proposals_to_answer"]["count"], 1)
        mine = self.cards(self.member)
        self.assertEqual((mine["proposals_to_answer"]["count"], mine["proposals"]["count"]), (0, 1))
        self.assertIn(self.council.name, mine["proposals"]["rows"][0]["text"])
