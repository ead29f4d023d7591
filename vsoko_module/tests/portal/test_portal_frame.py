import re

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import PublicationCase

# one point of a picture
LOGO = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)


@tagged("post_install", "-at_install")
class TestPortalFrame(PublicationCase, HttpCase):
    """What stands around the pages: the name of the school, words of Odoo, ways back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.ref("base.public_user").lang = "ru_RU"
        cls.publish("public")
        cls.school_name = re.escape(cls.env.company.name)

    def get(self, path):
        with mute_logger("odoo.http"):
            return self.url_open(path)

    def test_school_without_a_logo_is_called_by_its_name(self):
        for path in ("/vsoko", "/web/login"):
            page = self.get(path).text
            self.assertRegex(page, f"o_vsoko_school[^>]*>{self.school_name}<", path)
            self.assertNotRegex(page, r"logo\.png|company_logo", path)

    def test_logo_of_the_school_is_shown_and_named(self):
        self.env.company.logo = LOGO
        for path in ("/vsoko", "/web/login"):
            page = self.get(path).text
            self.assertRegex(page, f'<img[^>]*alt="{self.school_name}"', path)
            self.assertNotIn("o_vsoko_school", page, path)

    def test_login_speaks_russian(self):
        page = self.get("/web/login").text
        for words in ("Enter your", "- or -"):
            self.assertNotIn(words, page)
        self.assertIn("Ваш пароль", page)

    def test_each_part_of_the_portal_has_its_own_title_and_way_back(self):
        self.authenticate(self.family.login, self.family.login)
        page = self.get("/my/child").text
        self.assertRegex(page, r"<title>\s*Мой ребёнок\b")
        self.assertRegex(page, f"breadcrumb-item active[^>]*>{self.child.name}<")
        council = self.users["governing_council"].login
        self.authenticate(council, council)
        self.assertRegex(self.get("/my/vsoko").text, r"<title>\s*Качество образования\b")

    def test_nobody_registers_without_an_invitation(self):
        self.assertNotIn("/web/signup", self.get("/web/login").text)
        self.assertEqual(self.get("/web/signup").status_code, 404)

    def test_page_that_does_not_exist_leads_back(self):
        page = self.get("/vsoko/999999")
        self.assertEqual(page.status_code, 404)
        self.assertIn('href="/vsoko"', page.text)
        self.assertNotIn("/contactus", page.text)

    def test_discussion_speaks_russian(self):
        words = self.get("/website/translations?lang=ru_RU").text
        self.assertIn("Беседа пуста.", words)
