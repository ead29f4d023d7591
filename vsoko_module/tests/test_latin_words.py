import re

from lxml import etree

from odoo.tests import new_test_user, tagged
from odoo.tools.translate import code_translations

from .fixtures import FixtureCase

ROLES = (
    "teacher",
    "association_head",
    "specialist",
    "psychologist",
    "librarian",
    "social_worker",
    "safety_officer",
    "medic",
    "pedagogical_council",
    "methodical_council",
    "administration",
    "director",
)
SHOWN = ("string", "help", "placeholder", "confirm", "title", "aria-label", "alt", "data-tooltip")
TAG = re.compile(r"<[^>]+>|&\w+;")
WORD = re.compile(r"[A-Za-z][A-Za-z]+")
# examples of what a person types: conditions, marks of forms, addresses
TYPED = re.compile(r"\[\(.*?\)\]|%\(\w+\)[sd]|\{\{.*?\}\}|\{\w+\}|\S+@\S+|\w+_\w+|\w+:\w+")
# words that stay as they are, by the reason
ALLOWED = {
    "names of formats and standards, which Russian papers write so": {
        *("PDF", "XLSX", "DOCX", "Word", "XML", "XSD", "CSV", "ZIP", "JSON", "HTML", "SHA", "URL"),
        *("Url", "UUID", "ID", "RTC", "IM", "SMS", "EMAIL", "Email", "email", "mail", "QR", "UTC"),
        *("ISO", "IAP", "xlsx", "xls", "csv"),
    },
    "names of studies, programs and keys": {
        *("PISA", "TIMSS", "PIRLS", "Odoo", "Font", "Awesome", "Excel", "Ctrl"),
    },
    "numbers": {"II", "III", "IV"},
    "codes that a person of the school types": {
        *("noo", "ooo", "soo", "textbooks", "school", "fgos", "quality", "success", "previous"),
        *(
            "departed",
            "shortcut",
            "Ctrl",
            "Excel",
            "support",
            "fa",
            "tasks",
            "active",
            "false",
            "True",
            "False",
            "domain",
        ),
    },
    "half a word that Odoo's own catalogue leaves, of fields that are no column of a list": {
        *("Mail", "Tz", "Hr", "Presence", "State", "Max", "Min"),
    },
    "licences of modules": {
        *("GPL", "LGPL", "AGPL", "Affero", "OSI", "Enterprise", "Edition", "Proprietary"),
        "License",
    },
}
FREE = set().union(*ALLOWED.values())
# lists of names that Odoo takes from the world: zones of time, languages
NAMES = {"tz", "mail_tz", "event_tz", "lang", "date_tz"}


def latin(text):
    """Return the Latin words of a text that are not allowed."""
    return {word for word in WORD.findall(TYPED.sub(" ", text or "")) if word not in FREE}


@tagged("post_install", "-at_install")
class TestLatinWords(FixtureCase):
    """Nobody in a Russian school meets a word of another language."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.found, cls.walked, cls.actions = {}, set(), set()

    def note(self, text, where):
        words = latin(text)
        if words:
            self.found.setdefault(f"{where}: {' '.join(sorted(words))}", text)

    def test_every_menu_view_and_field_of_every_role(self):
        for role in ROLES:
            group = f"vsoko_module.group_{role}"
            if self.env.ref(group, raise_if_not_found=False):
                user = new_test_user(self.env, f"latin_{role}", group)
                self.walk(self.env(user=user.id, context={"lang": "ru_RU"}))
        self.assertGreater(len(self.actions), 80)
        self.assertGreater(len(self.walked), 80)
        self.assertEqual(sorted(self.found), [])

    def walk(self, env):
        for number, menu in env["ir.ui.menu"].load_web_menus(False).items():
            if number == "root":
                continue
            self.note(menu["name"], f"menu {menu['xmlid']}")
            action = menu["actionID"]
            if menu["actionModel"] == "ir.actions.act_window" and action not in self.actions:
                self.actions.add(action)
                self.walk_action(env, env["ir.actions.act_window"].sudo().browse(action))

    def walk_action(self, env, action):
        name = action.xml_id
        self.note(action.name, name)
        self.note(TAG.sub(" ", str(action.help or "")), f"{name} help")
        views = [(False, "search"), *action.views]
        answer = env[action.res_model].get_views(views, {"toolbar": True})
        for kind, view in answer["views"].items():
            self.walk_arch(etree.fromstring(view["arch"]), f"{name} {kind}")
        for model in set(answer["models"]) - self.walked:
            self.walked.add(model)
            self.walk_fields(env, model)

    def walk_arch(self, arch, where):
        # the name of a whole search or page is shown nowhere
        for node in arch.iter(etree.Element):
            texts = [node.get(name) for name in SHOWN if node is not arch]
            if not node.get("t-out") and node.tag not in ("templates", "script"):
                texts += [node.text, node.tail]
            for text in texts:
                self.note(text, f"{where} {node.tag}")

    def walk_fields(self, env, model):
        """Labels of all fields: filters, groupings and exports of one's own offer each of them."""
        for name, field in env[model].fields_get().items():
            if name in NAMES:
                continue
            self.note(field.get("string"), f"{model}.{name}")
            self.note(field.get("help"), f"{model}.{name} help")
            for _key, label in field.get("selection") or ():
                self.note(label, f"{model}.{name} choice")

    def test_a_word_is_found_and_an_example_is_not(self):
        self.assertEqual(latin("Файл PDF, Custom Filter"), {"Custom", "Filter"})
        self.assertEqual(latin("например [('value', '=', 3)] или {{quality|класс:5А}}"), set())
        self.assertEqual(latin("Серая зона"), set())

    def test_the_web_client_gets_what_odoo_lacks(self):
        answer = code_translations.get_web_translations("vsoko_module", "ru_RU")
        terms = {term["id"]: term["string"] for term in answer["messages"]}
        self.assertEqual(terms["Custom Filter..."], "Свой фильтр…")
        self.assertEqual(terms["Search conversations"], "Поиск бесед")
        self.assertEqual({text for text in terms.values() if latin(text)}, set())
