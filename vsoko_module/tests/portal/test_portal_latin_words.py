from lxml import html

from odoo.tests import HttpCase, tagged

from ..test_latin_words import SHOWN, latin
from .common import PublicationCase

# code, a page that a script draws, and the names of countries, which Odoo takes from the world
HIDDEN = "//script | //style | //code | //*[@id='totp_wizard_view'] | //select[@name='country_id']"
# words of official texts, and the ends of names of files
FREE = {"Internet", "PERS", "pdf", "xlsx"}
FAMILY = ("/my", "/my/child", "/my/account", "/my/addresses", "/my/security", "/my/nothing")
COUNCIL = (
    "/my",
    "/my/vsoko",
    "/my/vsoko/indicator/quality",
    "/my/vsoko/meetings",
    "/my/vsoko/requests",
)
EVERYBODY = ("/vsoko", "/web/login", "/web/reset_password", "/vsoko/nothing", "/vsoko/s/0")


@tagged("post_install", "-at_install")
class TestPortalLatinWords(PublicationCase, HttpCase):
    """Neither a family nor the council nor a visitor meets a word of another language."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.published = {one: cls.publish(one) for one in ("public", "families", "council")}
        cls.env.ref("base.public_user").lang = "ru_RU"
        for user in cls.family | cls.council:
            user.write({"lang": "ru_RU", "name": "Иванова Анна Петровна"})
        cls.env.company.name = "Школа № 1"

    def read(self, path):
        """Return the Latin words that a page shows, with what they stand in."""
        page = html.fromstring(self.url_open(path).content)
        for node in page.xpath(HIDDEN):
            node.drop_tree()
        shown = [text for text in page.xpath("//body//text()") if text.strip()]
        shown += [value for name in SHOWN for value in page.xpath(f"//body//@{name}")]
        return {f"{path}: {text.strip()}" for text in shown if latin(text) - FREE}

    def walk(self, paths, login=None):
        if login:
            self.authenticate(login, login)
        return set().union(*(self.read(path) for path in paths))

    def test_a_family(self):
        number = self.published["families"].id
        paths = (*FAMILY, f"/my/vsoko/publication/{number}")
        self.assertEqual(self.walk(paths, self.family.login), set())

    def test_the_governing_council(self):
        number = self.published["council"].id
        paths = (*COUNCIL, f"/my/vsoko/publication/{number}")
        self.assertEqual(self.walk(paths, self.council.login), set())

    def test_a_visitor(self):
        paths = (*EVERYBODY, f"/vsoko/{self.published['public'].id}")
        self.assertEqual(self.walk(paths), set())
