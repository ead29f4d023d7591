from datetime import timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from ...common import make_user
from ..bodies.body_case import BodyCase


@tagged("post_install", "-at_install")
class TestRequestPortal(BodyCase, HttpCase):
    """A member of the governing council asks on the portal and reads what the school answered: the
    own requests alone, in the own term, and nothing of the work on them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.governing = cls.bodies["governing"]
        cls.parent, cls.other = (
            make_user(cls.env, login, "family") for login in ("council_parent", "council_other")
        )
        cls.seat_of_parent = cls.seat("governing", cls.parent, capacity="parent")
        cls.seat("governing", cls.other, capacity="parent")
        cls.deputy = cls.users["administration"]

    def get(self, user="council_parent"):
        self.authenticate(user, user)
        return self.url_open("/my/vsoko/requests")

    def post(self, url="/my/vsoko/request", user="council_parent", files=None, **data):
        """Send the form as the page of the reader does, but for what is said otherwise."""
        page = self.get(user).text
        token = page.split('name="csrf_token" value="')[1].split('"')[0]
        data = {"csrf_token": token, "body": self.governing.id, "name": "Как сдали?", **data}
        return self.url_open(url, data=data, files=files)

    def asked(self):
        return self.env["vsoko.request"].search([("body_id", "=", self.governing.id)])

    def ask(self, user=None, **vals):
        """Return a request that a member makes by RPC."""
        requests = self.env["vsoko.request"].with_user(user or self.parent)
        return requests.create({"name": "Как сдали?", "body_id": self.governing.id, **vals})

    def test_the_page_before_anything_is_asked(self):
        page = self.get().text
        for name in ("name", "details", "due_date"):
            self.assertIn(f'name="{name}"', page)

    def test_a_member_asks(self):
        day = self.today + timedelta(days=10)
        page = self.post(details="За три года", due_date=day.isoformat()).text
        self.assertIn("Как сдали?", page)
        request = self.asked()
        self.assertEqual(
            (request.author_id, request.asker, request.asker_kind, request.due_date, request.state),
            (self.parent, self.parent.name, "council", day, "new"),
        )
        self.assertEqual(request.date, self.today)
        self.assertFalse(request.message_partner_ids)

    def test_a_request_without_a_day_has_the_usual_one(self):
        self.post()
        self.assertEqual(self.asked().due_date, self.today + timedelta(days=30))

    def test_a_second_press_asks_once(self):
        for _press in range(2):
            self.post(details="О пятых классах")
        self.assertEqual(len(self.asked()), 1)
        self.post(details="О девятых классах")
        self.post(user="council_other", details="О пятых классах")
        self.assertEqual(len(self.asked()), 3)

    def test_what_cannot_be_kept_is_said_and_not_lost(self):
        for wrong in (
            {"name": "   "},
            {"name": "x" * 301},
            {"details": "x" * 5001},
            {"due_date": "завтра"},
            {"due_date": (self.today - timedelta(days=1)).isoformat()},
            {"body": ""},
            {"body": "9" * 20},
            {"body": self.bodies["methodical"].id},
        ):
            page = self.post(**{"details": "Сохранить это", **wrong})
            with self.subTest(wrong):
                self.assertEqual(page.status_code, 200)
                self.assertIn('role="alert"', page.text)
                self.assertIn(wrong.get("details", "Сохранить это"), page.text)
        self.assertFalse(self.asked())

    def test_a_file_or_a_nul_instead_of_words(self):
        self.post(name="Как\0 сдали?")
        self.assertEqual(self.asked().name, "Как сдали?")
        page = self.post(files={"name": ("a.txt", b"text")}, details="О шестых")
        self.assertEqual(page.status_code, 200)
        self.assertEqual(len(self.asked()), 1)

    def test_nothing_is_sent_without_the_page(self):
        self.authenticate("council_parent", "council_parent")
        with mute_logger("odoo.http"):
            answer = self.url_open("/my/vsoko/request", data={"name": "Как сдали?"})
        self.assertEqual(answer.status_code, 400)
        self.assertFalse(self.asked())

    def test_the_answer_is_read_when_it_is_given(self):
        request = self.ask()
        request.with_user(self.deputy).answer = "Черновик ответа"
        own = request.with_user(self.parent)
        self.assertFalse(own.given_answer)
        self.assertNotIn("Черновик", self.get().text)
        for name in ("answer", "responsible_id", "topic_id", "message_ids"):
            with self.assertRaises(AccessError):
                own.read([name])
        request.with_user(self.deputy).action_answer()
        self.assertIn("Черновик ответа", self.get().text)

    def test_a_member_reads_the_own_requests_alone(self):
        own, other = self.ask(), self.ask(self.other, name="Чужой запрос")
        by_hand = self.env["vsoko.request"].create({"name": "Устный запрос"})
        found = self.env["vsoko.request"].with_user(self.parent).search([])
        self.assertEqual(found, own)
        self.assertNotIn("Чужой запрос", self.get().text)
        for request in (other, by_hand):
            with self.assertRaises(AccessError):
                request.with_user(self.parent).read(["name"])

    def test_nothing_is_written_beside_the_question(self):
        request = self.ask()
        own = request.with_user(self.parent)
        for act in (
            lambda: own.write({"name": "Другое"}),
            own.unlink,
            own.action_take,
            own.action_answer,
            own.action_refuse,
            own.action_reopen,
            lambda: own.message_post(body="Напоминаю"),
            lambda: self.ask(answer="Хорошо"),
            lambda: self.ask(asker="Директор"),
            lambda: self.ask(asker_kind="founder"),
            lambda: self.ask(author_id=self.other.id),
            lambda: self.ask(responsible_id=self.deputy.id),
            lambda: self.ask(date="2020-01-01"),
            lambda: self.ask(body_id=False),
            lambda: self.ask(body_id=self.bodies["pedagogical"].id),
        ):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                act()
        self.assertEqual((self.asked(), request.state), (request, "new"))

    def test_words_have_a_length_by_any_way(self):
        for vals in ({"name": " "}, {"name": "x" * 301}, {"details": "x" * 5001}):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                self.ask(**vals)

    def test_the_council_of_another_school(self):
        company = self.env["res.company"].create({"name": "Школа № 2"})
        self.env["vsoko.body"]._provide_for_schools()
        foreign = self.env["vsoko.body"].search(
            [("company_id", "=", company.id), ("kind", "=", "governing")]
        )
        self.assertTrue(foreign)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            self.ask(body_id=foreign.id)
        self.assertIn('role="alert"', self.post(body=foreign.id).text)

    def test_a_term_that_ended_yesterday(self):
        self.ask()
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE vsoko_body_member SET date_to = %s WHERE id = %s",
            [self.yesterday, self.seat_of_parent.id],
        )
        self.env.invalidate_all()
        self.assertFalse(self.env["vsoko.request"].with_user(self.parent).search([]))
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            self.ask()
        self.env.registry.clear_cache()
        self.assertNotIn("Как сдали?", self.get().text)
