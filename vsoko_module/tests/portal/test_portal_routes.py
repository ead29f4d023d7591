import base64

from psycopg2 import IntegrityError

from odoo import http
from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from odoo.addons.vsoko_module.tools.zones import ZONE_SIGNS

from ..common import make_user
from .common import PublicationCase

CONTENT = base64.b64encode(b"%PDF-1.4 content")


@tagged("post_install", "-at_install")
class TestPortalRoutes(PublicationCase, HttpCase):
    """The pages of each reader, and no way to write; see `test_route_walk` for all numbers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        files = [(0, 0, {"name": "Отчёт.pdf", "content": CONTENT})]
        cls.published = {
            audience: cls.publish(audience, file_ids=files)
            for audience in ("public", "families", "council", "staff")
        }
        cls.draft = cls.publish(approve=False, file_ids=files)
        company = cls.env["res.company"].create({"name": "Школа № 2"})
        cls.second_council = make_user(cls.env, "council_2", "governing_council", company=company)
        cls.plain = make_user(cls.env, "plain", "base.group_user")

    def get(self, path, user=None, **options):
        login = user and user.login
        # a walk asks for hundreds of pages by one user
        if getattr(self, "reader", "") != login:
            self.authenticate(login, login)
            self.reader = login
        self.cr.flush()
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            return self.url_open(path, allow_redirects=False, **options)

    def attached(self, publication):
        """The file that people attached, not those that the program made."""
        return publication.file_ids.filtered(lambda file: file.name == "Отчёт.pdf")

    def page(self, audience):
        return f"/my/vsoko/publication/{self.published[audience].id}"

    def test_council_reads_its_pages(self):
        overview = self.get("/my/vsoko", self.council)
        self.assertEqual(overview.status_code, 200)
        for text in ("Образовательные результаты", "Здоровье учащихся", "50,0\u00a0%"):
            self.assertIn(text, overview.text)
        indicator = self.get("/my/vsoko/indicator/quality", self.council)
        self.assertIn("Доля отметок «4» и «5»", indicator.text)
        self.assertIn("скрыто", indicator.text)
        self.assertRegex(indicator.text, r"от\s+30,0\s%\s+до\s+50,0\s%")
        self.assertEqual(self.get(self.page("council"), self.council).status_code, 200)

    def test_zones_have_signs_of_their_own(self):
        for path in ("/my/vsoko", self.page("council")):
            with self.subTest(path):
                signs = set(self.get(path, self.council).text)
                self.assertTrue(signs & set(ZONE_SIGNS.values()))
                self.assertFalse(signs & set("▲▼"))

    def test_overview_is_for_the_council_and_employees(self):
        for user, status in (
            (None, 303),
            (self.family, 303),
            (self.plain, 303),
            (self.users["teacher"], 200),
            (self.second_council, 200),
        ):
            with self.subTest(user=user and user.login):
                self.assertEqual(self.get("/my/vsoko", user).status_code, status)
        foreign = self.get("/my/vsoko", self.second_council).text
        self.assertNotIn("Качество знаний", foreign)
        self.assertEqual(
            self.get("/my/vsoko/indicator/quality", self.second_council).status_code, 404
        )

    def test_files_follow_their_publication(self):
        council = self.published["council"]
        file = self.attached(council)
        path = f"{self.page('council')}/file/{file.id}"
        answer = self.get(path, self.council)
        self.assertEqual(answer.content, b"%PDF-1.4 content")
        self.assertIn("attachment", answer.headers["Content-Disposition"])
        self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
        for user in (self.family, self.second_council, self.plain):
            self.assertEqual(self.get(path, user).status_code, 404)
        # the file of another publication does not open through the own one
        other = self.attached(self.published["staff"])
        crossed = f"{self.page('council')}/file/{other.id}"
        self.assertEqual(self.get(crossed, self.council).status_code, 404)

    def test_stored_files_do_not_open_past_the_pages(self):
        file = self.attached(self.published["council"])
        stored = self.env["ir.attachment"].search(
            [
                ("res_model", "=", "vsoko.publication.file"),
                ("res_id", "=", file.id),
                ("res_field", "=", "content"),
            ]
        )
        for path in (
            f"/web/content/{stored.id}",
            f"/web/content/vsoko.publication.file/{file.id}/content",
        ):
            for user in (None, self.family, self.second_council):
                self.assertIn(self.get(path, user).status_code, (303, 403, 404), path)

    def test_open_page_for_a_visitor(self):
        index = self.get("/vsoko")
        self.assertEqual(index.status_code, 200)
        self.assertIn(self.published["public"].name, index.text)
        self.assertIn("private", index.headers["Cache-Control"])
        self.assertEqual(index.headers["X-Frame-Options"], "SAMEORIGIN")
        self.assertIn("frame-ancestors 'self'", index.headers["Content-Security-Policy"])
        page = self.get(f"/vsoko/{self.published['public'].id}")
        self.assertIn("Качество знаний", page.text)
        for pupil in self.students.mapped("name"):
            self.assertNotIn(pupil, page.text)
        for audience in ("families", "council", "staff"):
            number = self.published[audience].id
            self.assertEqual(self.get(f"/vsoko/{number}").status_code, 404)
            self.assertEqual(
                self.get(
                    f"/vsoko/{number}/file/{self.attached(self.published[audience]).id}"
                ).status_code,
                404,
            )

    def test_open_page_of_an_empty_school(self):
        for publication in self.published.values():
            publication._withdraw("проверка")
        index = self.get("/vsoko")
        self.assertEqual(index.status_code, 200)
        self.assertIn("пока не опубликовала", index.text)

    def test_open_page_forgets_what_is_withdrawn(self):
        public = self.published["public"]
        self.assertEqual(self.get(f"/vsoko/{public.id}").status_code, 200)
        public._withdraw("проверка")
        self.assertEqual(self.get(f"/vsoko/{public.id}").status_code, 404)
        self.assertNotIn(public.name, self.get("/vsoko").text)

    def test_family_page_shows_the_own_child_only(self):
        page = self.get("/my/child", self.family)
        self.assertEqual(page.status_code, 200)
        self.assertIn(self.child.name, page.text)
        self.assertNotIn(self.other_child.name, page.text)
        self.assertEqual(self.get(f"/my/child/{self.other_child.id}", self.family).status_code, 404)
        self.assertEqual(self.get(f"/my/child/{self.child.id}", self.stranger).status_code, 404)
        for user in (self.council, self.plain, self.users["teacher"]):
            self.assertEqual(self.get("/my/child", user).status_code, 303)

    def test_no_page_takes_a_form(self):
        paths = (
            "/my/vsoko",
            "/my/vsoko/indicator/quality",
            self.page("council"),
            "/my/child",
            "/vsoko",
            f"/vsoko/{self.published['public'].id}",
        )
        self.get("/my", self.council)
        for path in paths:
            for method in ("POST", "PUT", "DELETE"):
                with mute_logger("odoo.http"):
                    answer = self.opener.request(
                        method,
                        self.base_url() + path,
                        data={"csrf_token": http.Request.csrf_token(self), "name": "x"},
                        allow_redirects=False,
                    )
                self.assertIn(answer.status_code, (404, 405), (method, path))

    def test_no_write_by_remote_calls(self):
        publication = self.published["council"]
        calls = (
            ("vsoko.publication", "write", [publication.ids, {"name": "x"}]),
            ("vsoko.publication", "create", [{"name": "x", "audience": "public"}]),
            ("vsoko.publication", "unlink", [publication.ids]),
            ("vsoko.publication", "action_approve", [publication.ids]),
            ("vsoko.publication", "action_refresh", [publication.ids]),
            ("vsoko.publication.line", "write", [publication.line_ids[:1].ids, {"value": 1}]),
            ("vsoko.publication.file", "unlink", [publication.file_ids.ids]),
            ("vsoko.student", "action_invite_family", [self.child.ids]),
            ("vsoko.family.mark", "write", [[1], {"value": 5}]),
        )
        for user in (self.council, self.family):
            self.authenticate(user.login, user.login)
            for model, method, args in calls:
                with self.subTest(user=user.login, call=(model, method)):
                    answer = self.call(model, method, args)
                    self.assertIn("error", answer)
        self.assertEqual(publication.name, self.published["council"].name)
        self.assertEqual(publication.state, "approved")

    def call(self, model, method, args):
        payload = {"params": {"model": model, "method": method, "args": args, "kwargs": {}}}
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            return self.url_open(f"/web/dataset/call_kw/{model}/{method}", json=payload).json()

    def test_markup_in_texts_is_shown_as_text(self):
        payload = "<script>alert(1)</script><img src=x onerror=alert(2)>"
        publication = self.publish(
            "public",
            name=payload,
            explanation=payload,
            file_ids=[(0, 0, {"name": f"{payload[:8]}.pdf", "content": CONTENT})],
        )
        self.child.name = payload
        pages = (
            self.get(f"/vsoko/{publication.id}"),
            self.get("/vsoko"),
            self.get("/my/vsoko", self.council),
            self.get(f"/my/vsoko/publication/{publication.id}", self.council),
            self.get("/my/child", self.family),
        )
        for page in pages:
            self.assertEqual(page.status_code, 200)
            self.assertNotIn("<script>alert(1)", page.text)
            self.assertNotIn("<img src=x", page.text)
            self.assertIn("&lt;script&gt;", page.text)
        self.assertNotIn("<script>alert(1)", publication.preview_html)


@tagged("post_install", "-at_install")
class TestDiscussion(PublicationCase, HttpCase):
    def post(self, publication, user):
        self.authenticate(user.login, user.login)
        payload = {
            "params": {
                "thread_model": "vsoko.publication",
                "thread_id": publication.id,
                "post_data": {
                    "body": "Предложение совета",
                    "message_type": "comment",
                    "subtype_xmlid": "mail.mt_comment",
                },
            }
        }
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            return self.url_open("/mail/message/post", json=payload).json()

    def messages(self, publication):
        return [m for m in publication.sudo().message_ids if "Предложение" in (m.body or "")]

    def test_council_discusses_what_is_put_up_for_it(self):
        publication = self.publish(is_discussed=True)
        self.post(publication, self.council)
        self.assertEqual(len(self.messages(publication)), 1)
        self.assertEqual(self.messages(publication)[0].author_id, self.council.partner_id)

    def test_nobody_posts_elsewhere(self):
        plain = self.publish()
        discussed = self.publish(is_discussed=True)
        for publication, user in ((plain, self.council), (discussed, self.family)):
            self.assertIn("error", self.post(publication, user))
            self.assertFalse(self.messages(publication))

    def test_only_the_council_discusses(self):
        draft = self.publish(approve=False, is_discussed=True)
        draft.audience = "families"
        self.assertFalse(draft.is_discussed)
        draft.action_approve()
        self.assertIn("error", self.post(draft, self.family))
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.publish("families", approve=False, is_discussed=True)

    def test_inner_notes_cannot_be_guessed_by_a_search(self):
        publication = self.publish(is_discussed=True)
        publication.message_post(body="Тайна", subtype_xmlid="mail.mt_note")
        self.post(publication, self.council)
        for name in ("message_ids", "website_message_ids"):
            with self.assertRaises(AccessError):
                publication.with_user(self.council).search([(f"{name}.body", "ilike", "Тай")])

    def test_message_cannot_be_made_by_a_remote_call(self):
        publication = self.publish()
        self.authenticate(self.council.login, self.council.login)
        vals = {
            "model": "vsoko.publication",
            "res_id": publication.id,
            "body": "Предложение совета",
        }
        payload = {
            "params": {"model": "mail.message", "method": "create", "args": [vals], "kwargs": {}}
        }
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            answer = self.url_open("/web/dataset/call_kw/mail.message/create", json=payload).json()
        self.assertIn("error", answer)
        self.assertFalse(self.messages(publication))

    def test_withdrawn_publication_is_not_discussed(self):
        publication = self.publish(is_discussed=True)
        publication._withdraw("проверка")
        self.assertIn("error", self.post(publication, self.council))
