from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from odoo.addons.vsoko_module.tests import test_turns
from odoo.addons.vsoko_module.tests.test_public_methods import public_methods

from .bonus_case import BonusCase

ADDON = "odoo.addons.vsoko_module_bonus"
OPERATIONS = {"r": "read", "w": "write", "c": "create", "d": "unlink"}
# what each role may do with the models, record rules aside; reviewed by hand
MATRIX = {
    "vsoko.bonus": {
        "bookkeeper": "rwcd", "director": "rwcd", "teacher": "r", "administration": "r",
    },
    "vsoko.bonus.fund": {
        "bookkeeper": "rwcd", "director": "rwcd", "teacher": "r", "administration": "r",
    },
    "vsoko.bonus.line": {
        "bookkeeper": "rw", "director": "rw", "teacher": "r", "administration": "r",
    },
    "vsoko.bonus.look": {"bookkeeper": "", "director": "r", "teacher": "", "administration": ""},
    "vsoko.bonus.agreement": {
        "bookkeeper": "rwc", "director": "rwc", "teacher": "rwc", "administration": "rwc",
    },
}  # fmt: skip
FILES = ("protocol/pdf", "order/docx", "payroll/xlsx", "order/exe", "nothing/pdf")


@tagged("post_install", "-at_install")
class TestBonusReviews(BonusCase, HttpCase):
    """What the addon of money lets be called, asked and read, found by looking into it."""

    def methods(self):
        """{(model, method)} of what the code of this addon lets be called from outside."""
        return {
            (model, method)
            for model, method in public_methods(self.env)
            if any(
                kind.__module__.startswith(ADDON) and method in vars(kind)
                for kind in self.env.registry[model].mro()
            )
        }

    def test_every_model_is_reviewed(self):
        ours = {
            name
            for name, model in self.env.registry.items()
            if name.startswith("vsoko.bonus") and not model._abstract
        }
        self.assertEqual(ours, set(MATRIX))
        users = {role: self.users[role] for role in ("director", "teacher", "administration")}
        for role, user in {"bookkeeper": self.bookkeeper, **users}.items():
            for name, expected in MATRIX.items():
                model = self.env[name].with_user(user)
                may = {one for one, step in OPERATIONS.items() if model.has_access(step)}
                with self.subTest(role=role, model=name):
                    self.assertEqual(may, set(expected[role]))

    def test_no_stranger_gets_anything_by_a_method(self):
        self.agree()
        found = self.methods()
        self.assertTrue({("vsoko.bonus", "action_compute"), ("vsoko.bonus", "action_fill")} < found)
        for model, method in found:
            for role in ("family", "user"):
                with self.subTest(model=model, method=method, role=role):
                    self.assertFalse(self.answers(model, method, self.users[role]))

    def answers(self, model, method, user):
        """Whether a method of a record of others answers the user; it writes nothing."""
        records = self.env[model].with_user(user)
        if records._abstract:
            return False
        record = records.new({}) if records._transient else self.env[model].search([], limit=1)
        try:
            getattr(record.with_user(user), method)()
        except (AccessError, UserError):
            return False
        return True

    def test_every_button_that_makes_something_takes_a_turn(self):
        makers = {
            one for one in self.methods()
            if one[1].startswith("action_") and self.makes_without_a_turn(*one)
        }  # fmt: skip
        self.assertEqual(makers, set())

    # the walk of the core, which goes through the code of its satellites too
    makes_without_a_turn = test_turns.TestTurns.makes_without_a_turn
    get_reached = test_turns.TestTurns.get_reached
    get_owners = test_turns.TestTurns.get_owners
    get_functions = test_turns.TestTurns.get_functions

    def test_no_number_of_an_address_opens_a_file_to_strangers(self):
        rules = {
            rule.rule
            for rule in self.env["ir.http"].routing_map().iter_rules()
            if rule.endpoint.__module__.startswith(ADDON) and "/web/" not in rule.rule
        }
        self.assertEqual(
            rules, {"/vsoko/bonus/<model('vsoko.bonus'):bonus>/<string:what>/<string:extension>"}
        )
        self.agree()
        numbers = [0, *self.env["vsoko.bonus"].search([]).ids, 2**31 - 1, 10**20]
        for role in (None, "family", "user", "teacher", "administration"):
            login = role and self.users[role].login
            self.authenticate(login, login)
            for number in numbers:
                for file in FILES:
                    with self.subTest(role=role, number=number, file=file):
                        self.assertNotEqual(self.ask(f"/vsoko/bonus/{number}/{file}"), 200)
        self.authenticate(self.bookkeeper.login, self.bookkeeper.login)
        answers = [self.ask(f"/vsoko/bonus/{self.bonus.id}/{file}") for file in FILES]
        self.assertEqual(answers, [200, 200, 200, 404, 404])

    def ask(self, path):
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule", "odoo.sql_db"):
            return self.url_open(path, allow_redirects=False).status_code
