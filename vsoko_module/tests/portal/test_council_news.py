from datetime import timedelta

from odoo import fields
from odoo.tests import HttpCase, tagged

from ..common import make_user
from ..governance.meetings.meeting_case import MeetingCase
from .common import PublicationCase


@tagged("post_install", "-at_install")
class TestVisits(PublicationCase, HttpCase):
    """The page of the council says what is new since the visit before, and shows small trends."""

    def setUp(self):
        super().setUp()
        self.Reader = self.env["vsoko.portal.reader"]

    def read(self):
        self.authenticate(self.council.login, self.council.login)
        return self.url_open("/my/vsoko").text

    def leave(self, hours):
        """The last request of the reader was so many hours ago."""
        row = self.Reader.search([("user_id", "=", self.council.id)])
        row.last_seen -= timedelta(hours=hours)
        self.env.flush_all()

    def test_requests_near_to_each_other_are_one_visit(self):
        reader = self.Reader.with_user(self.council)
        self.assertIsNone(reader._note_visit())
        self.assertIsNone(reader._note_visit())
        self.leave(hours=2)
        left = self.Reader.search([("user_id", "=", self.council.id)]).last_seen
        self.assertEqual(reader._note_visit(), left)
        self.assertEqual(reader._note_visit(), left)

    def test_what_is_new_is_named_once(self):
        publication = self.publish()
        self.assertNotIn("o_vsoko_news", self.read())
        self.leave(hours=2)
        publication._store({"approved_date": fields.Datetime.now()})
        page = self.read()
        self.assertIn("o_vsoko_news", page)
        self.assertIn(f'href="/my/vsoko/publication/{publication.id}">{publication.name}</a>', page)
        self.leave(hours=2)
        publication._store({"approved_date": fields.Datetime.now() - timedelta(days=1)})
        self.assertIn("ничего нового", self.read())

    def test_only_what_the_reader_sees_is_news(self):
        since = fields.Datetime.now() - timedelta(days=1)
        own = self.publish().with_user(self.council)
        reader = self.Reader.with_user(self.council)
        self.publish("staff")
        visible = own.search([("state", "=", "approved")])
        (news,) = reader._get_council_news(since, visible)
        self.assertEqual(news["name"], own.name)

    def test_small_trends_by_time(self):
        self.publish()
        self.add_marks({(self.child, self.math): 5, (self.child, self.rus): 3}, self.q2)
        self.q2.action_calculate()
        self.q2.with_user(self.director).action_approve()
        second = self.publish(period_id=self.q2.id).with_user(self.council)
        content = second._prepare_council_overview()
        figures = [one for each in content["objects"] for one in each["figures"]]
        points = next(one["points"] for one in figures if one["code"] == "quality")
        self.assertEqual(len(points), 2)
        self.assertIn(self.q1.name, points[0]["period"])
        self.assertIn(self.q2.name, points[1]["period"])


@tagged("post_install", "-at_install")
class TestMeetingNews(MeetingCase):
    """Meetings, minutes, what became of resolutions and answers are news of the own council."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.governing = cls.bodies["governing"]
        cls.parent = make_user(cls.env, "council_parent", "family")
        cls.seat("governing", cls.parent, capacity="parent")
        keeper = cls.seat("governing", cls.secretary)
        cls.governing.write({"chair_id": keeper.id, "secretary_id": keeper.id})
        cls.meeting = cls.hold(cls.plan(body=cls.governing), absent=0)
        cls.decide(cls.meeting, favour=2, against=0)

    def news(self, hours=1):
        self.env.flush_all()
        since = fields.Datetime.now() - timedelta(hours=hours)
        reader = self.env["vsoko.portal.reader"].with_user(self.parent)
        publications = self.env["vsoko.publication"].with_user(self.parent).browse()
        return [one["url"] for one in reader._get_council_news(since, publications)]

    def test_signed_minutes_and_what_was_done(self):
        own = f"/my/vsoko/meeting/{self.meeting.id}"
        self.assertEqual(self.news(), [])
        self.sign(self.meeting)
        self.assertEqual(self.news(), [own])
        self.meeting.item_ids.resolution_ids._close("done", "План утверждён")
        self.assertEqual(self.news(), [own, own])
        self.assertEqual(self.news(hours=-48), [])

    def test_meetings_of_other_councils_are_not_told(self):
        self.sign(self.held())
        self.assertEqual(self.news(), [])

    def test_decisions_stand_with_what_came_of_them(self):
        reader = self.env["vsoko.portal.reader"].with_user(self.parent)
        self.assertFalse(reader._get_council_resolutions())
        self.sign(self.meeting)
        self.assertEqual(reader._get_council_resolutions().mapped("name"), ["Утвердить план"])
